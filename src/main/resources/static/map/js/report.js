/** One report in words: what a source says, who says so, and how sure it is. */
import { element, outsideLink } from './element.js';
import { groupOf } from './incidentGroups.js';
import { listed, numberText, text, textOf } from './messages.js';
import { groupSymbol } from './symbols.js';
import { localTime, timePrecision, utcTime } from './time.js';
import { capitalised, uncertaintyText } from './words.js';

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
      element('span.report-when', element('bdi', { dir: 'ltr' }, localTime(incident.properties))),
      element('span.report-by', text('report.by', { reporters: listed(reporters) })),
    ),
  ];
}

export function title({ properties }) {
  return properties.category ? capitalised(textOf('category', properties.category)) : textOf('event', properties.sub_event_type ?? properties.event_type);
}

export function reporter({ properties }, names) {
  return names.parties(properties.reported_by) ?? properties.source_publisher ?? text('value.unknown');
}

/** All that a report says, as a list of terms. */
export function reportDetails({ properties }, names) {
  return element(
    'div.report',
    element('p.report-summary', { dir: 'auto' }, properties.summary),
    element(
      'dl',
      term(text('report.reportedBy'), reportedBy(properties, names)),
      term(text('report.attribution'), attributed(properties.allegations, names)),
      term(text('report.localTime'), text('time.withPrecision', { time: localTime(properties), precision: timePrecision(properties) })),
      term(text('report.utc'), utcTime(properties)),
      term(text('report.place'), place(properties)),
      term(text('report.casualties'), casualties(properties, names)),
      term(text('report.kind'), [properties.event_type, properties.sub_event_type].filter(Boolean).map((code) => textOf('event', code)).join(text('list.comma'))),
      term(text('report.status'), textOf('status', properties.status)),
    ),
  );
}

function term(name, ...content) {
  return element('div.term', element('dt', name), element('dd', ...content));
}

function reportedBy(properties, names) {
  const sources = properties.sources ?? [];
  if (!sources.length) return names.parties(properties.reported_by) ?? text('value.unknown');
  return sources.map((source) =>
    element(
      'div',
      source.party ? text('report.sourceOf', { party: capitalised(names.party(source.party)) }) : null,
      outsideLink(source.publisher ?? source.url ?? text('value.unknown'), source.url),
      rating(source),
    ),
  );
}

/** The Admiralty code, where somebody has judged the source. */
function rating({ reliability, credibility }) {
  return reliability || credibility ? text('report.rated', { rating: `${reliability ?? '–'}${credibility ?? '–'}` }) : null;
}

/** Always with who says so: this page attributes nothing itself. */
function attributed(allegations, names) {
  if (!allegations?.length) return text('report.attributedToNobody');
  const bySpeaker = new Map();
  for (const { side, alleged_by: speaker } of allegations) {
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), side]);
  }
  return [...bySpeaker].map(([speaker, sides]) => {
    const known = sides.filter(Boolean).map((side) => names.party(side));
    const says = { sides: listed(known), speaker: names.party(speaker) };
    return element('div', known.length ? text('report.attributed', says) : text('report.notKnownSays', says));
  });
}

function place(properties) {
  const name = properties.place_as_reported ?? properties.place_name;
  return name ? text('report.placeAs', { place: name, precision: uncertaintyText(properties) }) : text('report.placeUnknown');
}

function casualties({ casualties: figures, casualties_as_reported: words, casualties_note: note }, names) {
  if (!figures?.length && !words) return text('value.unknown');
  return [
    words ? element('div', { dir: 'auto' }, words === 'none' ? text('casualties.none') : text('casualties.quote', { words })) : null,
    figures?.length ? figuresTable(figures, names) : null,
    note && note !== words ? element('div.note', note) : null,
  ];
}

/** Low, best and high beside each other. What nobody has said is unknown, never 0. */
function figuresTable(figures, names) {
  const columns = ['low', 'best', 'high'];
  return element(
    'table.figures',
    element('thead', element('tr', element('td'), columns.map((column) => element('th', { scope: 'col' }, text(`casualties.${column}`))))),
    element(
      'tbody',
      figures.map((figure) =>
        element('tr', element('th', { scope: 'row' }, whose(figure, names)), columns.map((column) => element('td', figureText(figure[column])))),
      ),
    ),
  );
}

function whose({ effect, side, people }, names) {
  const who = [side ? names.party(side) : null, people === 'unknown' || !people ? null : textOf('people', people)].filter(Boolean);
  return who.length ? `${capitalised(textOf('effect', effect))} (${who.join(text('list.comma'))})` : capitalised(textOf('effect', effect));
}

function figureText(figure) {
  return figure === null || figure === undefined ? text('value.unknown') : numberText(figure);
}

/** Casualties in a line: each figure that somebody gave, or else the words; unknown where nobody said anything. */
export function casualtiesLine({ casualties: figures, casualties_as_reported: words }) {
  if (words) return words === 'none' ? text('casualties.none') : words;
  if (!figures?.length) return text('value.unknown');
  return figures.map(({ effect, best, low, high }) => `${textOf('effect', effect)}: ${figureText(best ?? low ?? high)}`).join('; ');
}
