/** The days that reports are of, and bars of how many there are in them. */
import { DAY_MILLISECONDS } from './days.js';
import { INCIDENT_GROUPS, groupOfType } from './incidentGroups.js';

// The server counts steps of days from here.
const FIRST_STEP = Date.parse('2001-01-01');

/** The days from the first of some reports' times to the last one, in milliseconds; null where none has a time. @param counts of them, each with an interval */
export function spanOf(counts) {
  // An interval may be open on one side.
  const times = counts.flatMap(({ interval }) => interval ?? []).filter(Boolean);
  if (!times.length) return null;
  const days = times.map((time) => Math.floor(Date.parse(time) / DAY_MILLISECONDS) * DAY_MILLISECONDS);
  return { from: Math.min(...days), to: Math.max(...days) };
}

/** Of how many days a bar is, for `most` of them to hold the span: of one wherever that is enough. */
export function daysOfBar({ from, to }, most) {
  const span = Math.round((to - from) / DAY_MILLISECONDS) + 1;
  return [1, 7, 28, 364].find((length) => span / length <= most) ?? Math.ceil(span / most);
}

/**
 * @param counts by event type and by steps of so many days
 * @returns {{from: number, counts: number[]}[]} a bar for each step in which something is, counts in the groups' order
 */
export function bars(counts, days) {
  const found = new Map();
  for (const { by, time, count } of counts) {
    if (!time) continue;
    const step = Math.floor((Date.parse(time) - FIRST_STEP) / (days * DAY_MILLISECONDS));
    if (!found.has(step)) found.set(step, { from: FIRST_STEP + step * days * DAY_MILLISECONDS, counts: INCIDENT_GROUPS.map(() => 0) });
    found.get(step).counts[INCIDENT_GROUPS.indexOf(groupOfType(by.event_type))] += count;
  }
  return [...found.values()].sort((a, b) => a.from - b.from);
}
