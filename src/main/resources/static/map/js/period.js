/** The span of time that the page shows: whole days in UTC, or all times. */
import { DAY_MILLISECONDS, utcDay } from './days.js';

export class Period {
  #from = null;
  #to = null;
  #listeners = [];

  /** Midnight in UTC of the first day and of the last one, in milliseconds; null for all times. */
  get days() {
    return this.#from === null ? null : { from: this.#from, to: this.#to };
  }

  /** @param {{from: number, to: number}|null} days */
  set(days) {
    const [from, to] = days ? [Math.min(days.from, days.to), Math.max(days.from, days.to)] : [null, null];
    if (from === this.#from && to === this.#to) return;
    [this.#from, this.#to] = [from, to];
    for (const listener of this.#listeners) listener();
  }

  /** Whether a span of time touches the period; one whose times are both unknown touches only all times. */
  touches(start, end) {
    if (this.#from === null) return true;
    if (!start && !end) return false;
    const first = Date.parse(start ?? end);
    const last = Date.parse(end ?? start);
    return first < this.#to + DAY_MILLISECONDS && last >= this.#from;
  }

  onChange(listener) {
    this.#listeners.push(listener);
  }
}

/** Some days in a question to the server: whole days in UTC, both included; nothing for all times. */
export function timeOf(days) {
  return days ? { datetime: `${utcDay(days.from)}T00:00:00Z/${utcDay(days.to)}T23:59:59.999Z` } : {};
}
