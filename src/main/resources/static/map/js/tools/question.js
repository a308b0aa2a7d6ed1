/** Questions of tools to the collections of reports. */
import { utcDay } from '../days.js';
import { dateText, text } from '../messages.js';

/** Whole days in UTC, both included; nothing for all times. */
export function timeOf(days) {
  return days ? { datetime: `${utcDay(days.from)}T00:00:00Z/${utcDay(days.to)}T23:59:59.999Z` } : {};
}

/** A report without a known time meets no datetime: it has to be asked for apart. */
export function undated(filter) {
  return { filter: `${filter} AND time_start IS NULL AND time_end IS NULL` };
}

export function spanText(days) {
  return days ? text('timeline.span', { from: dateText(days.from), to: dateText(days.to) }) : text('timeline.all');
}
