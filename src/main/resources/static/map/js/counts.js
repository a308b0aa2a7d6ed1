/** Rows of counts, as the server gives them: each with the values that are counted by, and how many there are. */
import { groupOfType } from './incidentGroups.js';

/** How many reports some rows are of. */
export function sumOf(rows) {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** Those of some rows, counted by event type, that are of a group. */
export function rowsOf(rows, group) {
  return rows.filter(({ by }) => groupOfType(by.event_type) === group);
}
