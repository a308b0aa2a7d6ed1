/**
 * The reports, as the server knows them: how many there are, and those that somebody wants to read. There may be more of
 * them than a page can hold: each question goes to the server, and nothing is kept of the answers here.
 */
import { countMatching, countsOf, quoted, readByIds, readMatching, readPage, tileAddress } from './collections.js';
import { Events, compareTimes } from './events.js';
import { groupOf, groupsFilter } from './incidentGroups.js';
import { timeOf } from './period.js';
import { key } from './settings.js';

/** The collections that hold them: those with a point or without a place, and those with an area. */
export const REPORTS = ['incidents', 'incident-areas'];

// Squares along an edge of a tile, in each of which is one plate: so that plates have room side by side.
const CELLS = 5;
const IS_PLACED = 'geom IS NOT NULL';
const IS_UNPLACED = 'geom IS NULL';
const GROUPS_AT_ONCE = 50;
// What a line of a list or a table tells of a report: the rest takes longer to read of very many.
const LINE = {
  properties: 'event_type,sub_event_type,category,time_start,time_end,local_time,place_name,place_as_reported,reported_by,source_publisher,casualties,casualties_as_reported',
};

export class Reports {
  #settings;
  #period;

  constructor(settings, period) {
    this.#settings = settings;
    this.#period = period;
  }

  /** Where the map finds how many of those to be seen stand where. */
  get tiles() {
    return tileAddress('incidents', { cells: CELLS, by: 'event_type', ...this.#toBeSeen() });
  }

  /** Whether a report is to be seen: of the period, and of a group that is turned on. */
  shows(report) {
    return this.showsGroup(groupOf(report)) && this.#period.touches(report.properties.time_start, report.properties.time_end);
  }

  showsGroup({ id }) {
    return this.#settings.shows(key.incidents(id));
  }

  /** Those of all times, by event type: how many, from when to when, and how many without a time. */
  countAll(signal) {
    return ofBoth((id) => countsOf(id, { by: 'event_type' }, signal));
  }

  /** Those of the period and of every group, by event type and by who reports them: with a place, and without. */
  async countInPeriod(signal) {
    const count = (filter) => ofBoth((id) => countsOf(id, { by: 'event_type,reported_by', filter, ...timeOf(this.#period.days) }, signal));
    const [placed, unplaced] = await Promise.all([count(IS_PLACED), count(IS_UNPLACED)]);
    return { placed, unplaced };
  }

  /**
   * Those of every group within a box, by event type and by the step of so many days in which they begin.
   *
   * @param {{days: number, span: {from: number, to: number}|null}} question with the time that is asked about, or null for all
   */
  countBySteps(bbox, { days, span }, signal) {
    return ofBoth((id) => countsOf(id, { by: 'event_type', step: `P${days}D`, bbox, ...timeOf(span) }, signal));
  }

  /** How many there are to be seen within a box. */
  async countWithin(bbox, signal) {
    const counts = await Promise.all(REPORTS.map((id) => countMatching(id, { bbox, ...this.#toBeSeen() }, signal)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Those to be seen within a box: how many, and of the first of them what a line tells. */
  readWithin(bbox, most, signal) {
    return readFirst({ bbox, ...LINE, ...this.#toBeSeen() }, most, signal);
  }

  /** Those of the period and of every group with a place: how many, and of the first of them what a line tells. */
  readPlaced(most, signal) {
    return readFirst({ filter: IS_PLACED, ...LINE, ...timeOf(this.#period.days) }, most, signal);
  }

  /** Those without a place: how many, and the first of them. */
  readUnplaced(most, signal) {
    return readFirst({ filter: IS_UNPLACED, ...timeOf(this.#period.days) }, most, signal);
  }

  /** Those to be seen with a point within a box: how many, and the first of them. */
  readPoints(bbox, most) {
    return readFirstPoints({ bbox, ...this.#toBeSeen() }, most);
  }

  /** Those of all times and every group with just this point: how many, and the first of them. */
  readAt(position, most) {
    return readFirstPoints({ bbox: [...position, ...position] }, most);
  }

  /** One by its id, or undefined. */
  async read(id) {
    return (await this.readByIds([id]))[0];
  }

  readByIds(ids) {
    return ofBoth((collection) => readByIds(collection, ids));
  }

  /** The events that some of them belong to, with all accounts of each. */
  async readEvents(reports, signal) {
    const groups = [...new Set(reports.map(({ properties }) => properties.event_group).filter(Boolean))];
    const accounts = [];
    // One part after the other: there may be very many.
    for (let start = 0; start < groups.length; start += GROUPS_AT_ONCE) {
      const filter = `event_group IN (${groups.slice(start, start + GROUPS_AT_ONCE).map(quoted)})`;
      accounts.push(...(await ofBoth((id) => readMatching(id, { filter }, signal))));
    }
    return new Events(accounts).accounts(reports);
  }

  #toBeSeen() {
    const filter = groupsFilter((group) => this.showsGroup(group));
    return { ...timeOf(this.#period.days), ...(filter ? { filter } : {}) };
  }
}

async function readFirst(question, most, signal) {
  const pages = await Promise.all(REPORTS.map((id) => readPage(id, { ...question, sortby: 'time_start', limit: most }, signal)));
  return {
    count: pages.reduce((sum, { numberMatched }) => sum + numberMatched, 0),
    reports: pages.flatMap(({ features }) => features).sort(compareTimes).slice(0, most),
  };
}

async function readFirstPoints(question, most) {
  const { numberMatched, features } = await readPage('incidents', { ...question, sortby: 'time_start', limit: most });
  return { count: numberMatched, reports: features };
}

async function ofBoth(read) {
  return (await Promise.all(REPORTS.map(read))).flat();
}
