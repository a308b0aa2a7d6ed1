/** Names what the map shows, and turns it on and off. */
import { rowsOf, sumOf } from './counts.js';
import { element, renew } from './element.js';
import { INCIDENT_GROUPS } from './incidentGroups.js';
import { key } from './settings.js';
import { groupSymbol, swatch } from './symbols.js';
import { dateText, numberText, text, textOf } from './messages.js';
import { verdictCounts } from './verdicts.js';
import { ruleText } from './words.js';

// What is no source's own claim.
const CLAIMS = ['union', 'intersection', 'site'];

export class Legend {
  #container;
  #settings;
  #names;

  constructor(container, settings, names) {
    this.#container = container;
    this.#settings = settings;
    this.#names = names;
  }

  /**
   * Draws the legend for what is loaded.
   *
   * @param reports how many there are by event type, of all times (all); and of the period by who reports them besides,
   *     with a place (placed) and without (unplaced); null where that isn't known
   */
  draw(known, store, reports, verdicts) {
    const parts = [
      this.#incidents(reports),
      this.#lines(known, store.list('boundary-lines')),
      this.#areas(known),
      this.#verdicts(verdicts),
      this.#others(store),
    ];
    renew(this.#container, element('div', parts));
    this.follow();
  }

  /** Brings its boxes to the settings, in place: whoever uses them by keyboard stays where they are. */
  follow() {
    for (const row of this.#container.querySelectorAll('.row[data-key]')) row.firstChild.checked = this.#settings.shows(row.dataset.key);
  }

  #incidents({ all, placed, unplaced }) {
    const number = (group) => (placed ? numberText(sumOf(rowsOf(placed, group))) : '');
    // Where it isn't known which groups there are, each may be.
    const rows = INCIDENT_GROUPS.filter((group) => !all || rowsOf(all, group).length)
      .map((group) => this.#toggle(key.incidents(group.id), groupSymbol(group), text(`group.${group.id}`), number(group)));
    return part(
      text('legend.incidents'),
      rows.length ? rows : note(text('legend.none')),
      note(text('legend.plate')),
      note(placed && unplaced ? this.#reporters([...placed, ...unplaced]) : ''),
    );
  }

  /** Whose reports these are: a map of one side's reports must not look like a map of what happened. */
  #reporters(rows) {
    const counts = new Map();
    for (const { by, count } of rows) {
      const reporters = this.#names.parties(by.reported_by) ?? text('legend.nobody');
      counts.set(reporters, (counts.get(reporters) ?? 0) + count);
    }
    const texts = [...counts].sort((a, b) => b[1] - a[1]).map(([reporter, number]) => text('legend.byReporter', { number, reporter }));
    return texts.length ? text('legend.reporters', { count: sumOf(rows), reporters: texts.join(text('list.comma')) }) : '';
  }

  #lines({ sources }, lines) {
    const rows = sources
      .filter((source) => lines.some(({ properties }) => properties.dataset === source))
      .map((source) =>
        this.#toggle(key.line(source), sourceSwatch(source), this.#names.source(source), '', statusAndDate(lines, source)),
      );
    return part(text('legend.lines'), rows.length ? rows : note(text('legend.none')));
  }

  #areas({ rules, parties, claims }) {
    if (!rules.length) return part(text('legend.areas'), note(text('legend.none')));
    return part(
      text('legend.areas'),
      rules.map((rule) => this.#toggle(key.rule(rule.id), null, ruleText(rule))),
      element('h3', text('legend.bound')),
      parties.map((id) => this.#toggle(key.party(id), swatch('withdrawal-areas', 'Polygon', { party: id }, ['fill']), this.#names.party(id))),
      element('h3', text('legend.measured')),
      claims.map((id) => this.#toggle(key.claim(id), measuredSwatch(id), CLAIMS.includes(id) ? text(`claim.${id}`) : this.#names.source(id))),
    );
  }

  /** What the circles of sightings mean: one for each rule that speaks of a sighting. */
  #verdicts(cases) {
    const placed = cases.filter(({ geometry }) => geometry);
    return part(
      text('legend.sightings'),
      this.#toggle(key.layer('compliance'), null, text('legend.sightingsLine')),
      verdictCounts(placed).map(({ kind, count }) =>
        element('div.row.still', element('span'), element('span.swatch', swatch('compliance', 'Point', { verdict_kind: kind })),
          element('span.title', text(`verdict.${kind}`)), element('span.remark', numberText(count))),
      ),
      note(text('legend.sightingsNote')),
    );
  }

  #others(store) {
    const zones = store.list('patrol-zones');
    const rows = [
      ['patrol-zones', text('layer.patrol-zones'), swatch('patrol-zones', 'Polygon', { illustrative: this.#areIllustrative(zones) }), this.#areIllustrative(zones) ? text('legend.illustrative') : ''],
      ['exclaves', text('layer.exclaves'), swatch('territories', 'Polygon', { kind: 'exclave' }), ''],
      ['places', text('layer.places'), null, ''],
    ];
    if (store.list('incident-areas').length) rows.push(['incident-areas', text('layer.incident-areas'), swatch('incident-areas', 'Polygon', {}), '']);
    return part(text('legend.others'), rows.map(([layer, title, swatch, remark]) => this.#toggle(key.layer(layer), swatch, title, remark)));
  }

  #areIllustrative(zones) {
    return zones.some(({ properties }) => properties.illustrative);
  }

  #toggle(settingsKey, swatch, title, remark = '', detail = '') {
    return element(
      'label.row',
      { 'data-key': settingsKey },
      element('input', { type: 'checkbox', change: (event) => this.#settings.set(settingsKey, event.target.checked) }),
      element('span.swatch', swatch),
      element('span.title', title, detail ? element('span.detail', detail) : null),
      element('span.remark', remark),
    );
  }
}

function sourceSwatch(id) {
  return swatch('boundary-lines', 'LineString', { dataset: id });
}

/** The outline of areas that a claim leads to: a source's, or that of several. */
function measuredSwatch(claim) {
  return swatch('withdrawal-areas', 'Polygon', { dataset: CLAIMS.includes(claim) ? null : claim }, ['line']);
}

/** How a source's lines stand, and since when it has drawn them so. */
function statusAndDate(lines, source) {
  const texts = lines
    .filter(({ properties }) => properties.dataset === source)
    .map(({ properties }) => statusText(properties));
  return [...new Set(texts)].sort().join('; ');
}

function statusText({ status, valid_from: since }) {
  const words = textOf('line', status);
  return since ? text('line.asOf', { status: words, date: dateText(since) }) : words;
}

function part(title, ...content) {
  return element('section.part', element('h2', title), ...content);
}

function note(text) {
  return element('p.note', text);
}
