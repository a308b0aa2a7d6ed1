/** The reports that settings and period let through: one choice, which map, lists, table and histogram share. */
import { middle } from './geometry.js';
import { groupOf } from './incidentGroups.js';
import { key } from './settings.js';
import { holdsIn } from './validity.js';

export class ShownReports {
  #store;
  #settings;
  #period;

  constructor(store, settings, period) {
    this.#store = store;
    this.#settings = settings;
    this.#period = period;
  }

  /** Whatever the period: the histogram shows what lies outside of it, too. */
  ofAllTimes() {
    const reports = [...this.#store.list('incidents'), ...this.#store.list('incident-areas')];
    return reports.filter((report) => this.#settings.shows(key.incidents(groupOf(report).id)));
  }

  /** Of every group, also of those that are hidden on the map. */
  ofPeriod() {
    return [...this.#store.list('incidents'), ...this.#store.list('incident-areas')].filter(({ properties }) =>
      this.#period.touches(properties.time_start, properties.time_end),
    );
  }

  list() {
    return this.ofAllTimes().filter(({ properties }) => this.#period.touches(properties.time_start, properties.time_end));
  }

  /** Sightings held against rules, as the map draws them. */
  verdictsOfPeriod() {
    return this.#store.list('compliance').filter(({ properties }) => holdsIn(properties, this.#period.days));
  }

  /** How many are left out for their time alone: nobody knows whether they belong to the period. */
  countUndated() {
    return this.#period.days ? this.ofAllTimes().filter(({ properties }) => !properties.time_start && !properties.time_end).length : 0;
  }
}

/** Those of some reports whose place is in view. */
export function inView(reports, map) {
  const bounds = map.getBounds();
  return reports.filter(({ geometry }) => geometry && bounds.contains(middle(geometry)));
}
