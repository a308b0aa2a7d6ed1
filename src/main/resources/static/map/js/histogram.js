/** Counts reports by day and group. */
import { DAY_MILLISECONDS } from './days.js';
import { INCIDENT_GROUPS, groupOf } from './incidentGroups.js';

/** The days from the first report to the last one, in milliseconds; null where none has a time. */
export function spanOf(reports) {
  let [from, to] = [Infinity, -Infinity];
  for (const { properties } of reports) {
    const time = dayOf(properties);
    if (time === null) continue;
    from = Math.min(from, time);
    to = Math.max(to, time);
  }
  return from <= to ? { from, to } : null;
}

/**
 * Bars of as many days as needed for `most` of them to hold the span, and of one day wherever that is enough.
 *
 * @returns {{days: number, bars: {from: number, counts: number[]}[]}} counts in the groups' order
 */
export function histogram(reports, { from, to }, most) {
  const span = Math.round((to - from) / DAY_MILLISECONDS) + 1;
  const days = [1, 7, 28, 364].find((length) => span / length <= most) ?? Math.ceil(span / most);
  const bars = Array.from({ length: Math.ceil(span / days) }, (_, index) => ({
    from: from + index * days * DAY_MILLISECONDS,
    counts: INCIDENT_GROUPS.map(() => 0),
  }));
  for (const report of reports) {
    const day = dayOf(report.properties);
    if (day === null) continue;
    const bar = bars[Math.floor((day - from) / (days * DAY_MILLISECONDS))];
    if (bar) bar.counts[INCIDENT_GROUPS.indexOf(groupOf(report))] += 1;
  }
  return { days, bars };
}

/** The day that a report's time begins on. */
function dayOf({ time_start: start, time_end: end }) {
  const time = Date.parse(start ?? end);
  return Number.isNaN(time) ? null : Math.floor(time / DAY_MILLISECONDS) * DAY_MILLISECONDS;
}
