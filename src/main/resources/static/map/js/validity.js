/** When something holds, for the style's filters and for lists; what has no end, or no beginning, goes on. */
import { DAY_MILLISECONDS } from './days.js';

const FAR = 8.64e15;

export function timesOf({ valid_from: from, valid_to: to, time_start: start, time_end: end }) {
  const first = Date.parse(from ?? start ?? end);
  const last = Date.parse(to ?? end ?? (from ? undefined : start));
  return { first_ms: Number.isNaN(first) ? -FAR : first, last_ms: Number.isNaN(last) ? FAR : last };
}

/** Whether it holds on some of the days; null for all times. */
export function holdsIn(properties, days) {
  const { first_ms: first, last_ms: last } = timesOf(properties);
  return !days || (first < days.to + DAY_MILLISECONDS && last >= days.from);
}
