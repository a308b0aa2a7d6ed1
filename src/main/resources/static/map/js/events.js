/** Reports gathered into events: accounts of one event stand together, wherever each of them places it. */
import { element } from './element.js';
import { eventSummary, reportDetails, reportSummary } from './report.js';
import { text } from './messages.js';

const AFTER_ALL = '~';

export class Events {
  #groups = new Map();

  constructor(incidents) {
    for (const incident of incidents) {
      const group = incident.properties.event_group;
      if (group) this.#groups.set(group, [...(this.#groups.get(group) ?? []), incident]);
    }
  }

  /** The accounts of each event that some reports belong to, in order of time; one list an event. */
  accounts(incidents) {
    const events = new Map();
    for (const incident of incidents) {
      const group = incident.properties.event_group;
      events.set(group ?? `only ${incident.id}`, this.#groups.get(group) ?? [incident]);
    }
    return [...events.values()].sort((a, b) => compareTimes(a[0], b[0]));
  }
}

/** In order of time, those without a known one last. */
export function compareTimes(a, b) {
  return (a.properties.time_start ?? AFTER_ALL).localeCompare(b.properties.time_start ?? AFTER_ALL) || String(a.id).localeCompare(String(b.id));
}

/** One event to unfold: a single report, or its accounts side by side. */
export function eventItem(accounts, names, open) {
  const [first] = accounts;
  if (accounts.length === 1) {
    return element('details.event', { open, 'data-event': first.id }, element('summary', reportSummary(first, names)), reportDetails(first, names));
  }
  return element(
    'details.event',
    { open, 'data-event': first.id },
    element('summary', eventSummary(accounts, names), element('span.accounts-count', text('reports.accounts', { count: accounts.length }))),
    element(
      'div.accounts',
      accounts.map((account) => element('section.account', element('h4', reportSummary(account, names)), reportDetails(account, names))),
    ),
  );
}
