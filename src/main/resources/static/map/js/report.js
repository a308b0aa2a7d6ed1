/** One report in words: what a source says, who says so, and how sure it is. */
import { element, outsideLink } from './element.js';
import { groupOf } from './incidentGroups.js';
import { listed } from './names.js';
import { groupSymbol } from './symbols.js';
import { localTime, timePrecision, utcTime } from './time.js';
import { UNKNOWN, capitalised, plainText, statusText, uncertaintyText } from './words.js';

/** The line that stands for a report in a list: symbol, time, what, by whom. */
export function reportSummary(incident, names) {
  return head(incident, [reporter(incident, names)]);
}

/** The same for several accounts of one event: all who report it are named. */
export function eventSummary(accounts, names) {
  return head(accounts[0], [...new Set(accounts.map((account) => reporter(account, names)))]);
}

function head(incident, reporters) {
  return [
    groupSymbol(groupOf(incident)),
    element(
      'span.report-head',
      element('strong', title(incident)),
      element('span.report-when', localTime(incident.properties)),
      element('span.report-by', `reported by ${listed(reporters)}`),
    ),
  ];
}

function title({ properties }) {
  return properties.category ? capitalised(plainText(properties.category)) : (properties.sub_event_type ?? properties.event_type);
}

function reporter({ properties }, names) {
  return names.parties(properties.reported_by) ?? properties.source_publisher ?? UNKNOWN;
}

/** All that a report says, as a list of terms. */
export function reportDetails({ properties }, names) {
  return element(
    'div.report',
    element('p.report-summary', properties.summary),
    element(
      'dl',
      term('Reported by', reportedBy(properties, names)),
      term('Attribution', attributed(properties.allegations, names)),
      term('Local time', `${localTime(properties)} (${timePrecision(properties)})`),
      term('UTC', utcTime(properties)),
      term('Place', place(properties)),
      term('Casualties', casualties(properties, names)),
      term('Kind of event', [properties.event_type, properties.sub_event_type].filter(Boolean).join(', ')),
      term('Status', statusText(properties.status)),
    ),
  );
}

function term(name, ...content) {
  return element('div.term', element('dt', name), element('dd', ...content));
}

function reportedBy(properties, names) {
  const sources = properties.sources ?? [];
  if (!sources.length) return names.parties(properties.reported_by) ?? UNKNOWN;
  return sources.map((source) =>
    element(
      'div',
      source.party ? `${capitalised(names.party(source.party))}: ` : null,
      outsideLink(source.publisher ?? source.url ?? UNKNOWN, source.url),
      rating(source),
    ),
  );
}

/** The Admiralty code, where somebody has judged the source. */
function rating({ reliability, credibility }) {
  return reliability || credibility ? ` (source rated ${reliability ?? '–'}${credibility ?? '–'})` : null;
}

/** Always with who says so: this page attributes nothing itself. */
function attributed(allegations, names) {
  if (!allegations?.length) return 'to nobody in this report';
  const bySpeaker = new Map();
  for (const { side, alleged_by: speaker } of allegations) {
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), side]);
  }
  return [...bySpeaker].map(([speaker, sides]) => {
    const known = sides.filter(Boolean).map((side) => names.party(side));
    const text = known.length ? `attributed to ${listed(known)} by ${names.party(speaker)}` : `not known, says ${names.party(speaker)}`;
    return element('div', text);
  });
}

function place(properties) {
  const name = properties.place_as_reported ?? properties.place_name;
  return name ? `${name} (${uncertaintyText(properties)})` : 'not known';
}

function casualties({ casualties: figures, casualties_as_reported: words, casualties_note: note }, names) {
  if (!figures?.length && !words) return UNKNOWN;
  return [
    words ? element('div', words === 'none' ? 'none, as reported' : `“${words}”`) : null,
    figures?.length ? element('ul.figures', figures.map((figure) => element('li', figureText(figure, names)))) : null,
    note && note !== words ? element('div.note', note) : null,
  ];
}

function figureText({ effect, side, people, low, best, high }, names) {
  const who = [side ? names.party(side) : null, people === 'unknown' ? null : people].filter(Boolean).join(', ');
  return `${effect}: ${rangeText(low, best, high)}${who ? ` (${who})` : ''}`;
}

/** 14; 8–12, most likely 10; at least 3. What nobody has said is unknown, never 0. */
function rangeText(low, best, high) {
  const isKnown = (value) => value !== null && value !== undefined;
  if (isKnown(low) && isKnown(high) && low !== high) return `${low}–${high}${isKnown(best) ? `, best ${best}` : ''}`;
  if (isKnown(best)) return isKnown(low) && low < best ? `${best}, at least ${low}` : `${best}`;
  if (isKnown(low)) return low === high ? `${low}` : `at least ${low}`;
  return isKnown(high) ? `at most ${high}` : UNKNOWN;
}
