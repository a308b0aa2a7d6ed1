/** Days in UTC. */
export const DAY_MILLISECONDS = 86_400_000;

/** The UTC day of a time, or null. */
export function utcDay(time) {
  return time ? new Date(time).toISOString().slice(0, 10) : null;
}
