/** Questions of tools to the collections of reports. */
import { dateText, text } from '../messages.js';

/** A report without a known time meets no datetime: it has to be asked for apart. */
export function undated(filter) {
  return { filter: `${filter} AND time_start IS NULL AND time_end IS NULL` };
}

export function spanText(days) {
  return days ? text('timeline.span', { from: dateText(days.from), to: dateText(days.to) }) : text('timeline.all');
}
