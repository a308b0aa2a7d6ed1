/** Times as reports give them, and the same in UTC. */
import { text, textOf } from './messages.js';
import { utcDay } from './days.js';

/** The local time in the words of the report, with its offset from UTC. */
export function localTime(properties) {
  return properties.local_time?.replace('until ', text('time.localUntil')) ?? text('time.notKnown');
}

export function timePrecision(properties) {
  return textOf('timePrecision', properties.time_precision ?? 'unknown');
}

/** 2021-04-29 11:00 UTC; for a span of time, both of its ends. */
export function utcTime({ time_start: start, time_end: end }) {
  if (!start && !end) return text('time.utcUnknown');
  if (!end || start === end) return text('time.utc', { time: minutes(start) });
  if (!start) return text('time.until', { time: minutes(end) });
  return text('time.span', { from: minutes(start), to: utcDay(start) === utcDay(end) ? minutes(end).slice(11) : minutes(end) });
}

function minutes(time) {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}
