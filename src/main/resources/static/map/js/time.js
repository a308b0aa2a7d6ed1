/** Times as reports give them, and the same in UTC. */

const PRECISION = {
  second: 'to the second',
  minute: 'to the minute',
  hour: 'to the hour',
  part_of_day: 'part of the day only',
  day: 'day only',
  week: 'week only',
  month: 'month only',
  year: 'year only',
  unknown: 'precision not known',
};

/** The local time in the words of the report, with its offset from UTC. */
export function localTime(properties) {
  return properties.local_time ?? 'time not known';
}

export function timePrecision(properties) {
  return PRECISION[properties.time_precision] ?? properties.time_precision ?? PRECISION.unknown;
}

/** 2021-04-29 11:00 UTC; for a span of time, both of its ends. */
export function utcTime({ time_start: start, time_end: end }) {
  if (!start && !end) return 'UTC not known';
  if (!end || start === end) return `${minutes(start)} UTC`;
  if (!start) return `until ${minutes(end)} UTC`;
  return `${minutes(start)} to ${sameDay(start, end) ? minutes(end).slice(11) : minutes(end)} UTC`;
}

/** The UTC day of a time, or null. */
export function utcDay(time) {
  return time ? new Date(time).toISOString().slice(0, 10) : null;
}

function minutes(time) {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}

function sameDay(a, b) {
  return utcDay(a) === utcDay(b);
}
