/** Names what the map shows, and turns it on and off. */
import { element } from './element.js';
import { INCIDENT_GROUPS, groupOf } from './incidentGroups.js';
import { colourOf, palette } from './palette.js';
import { key } from './settings.js';
import { dashOf } from './style.js';
import { circleSwatch, groupSymbol, hatchedSwatch, lineSwatch, plainSwatch } from './symbols.js';
import { utcDay } from './time.js';
import { verdictCounts } from './verdicts.js';
import { countText } from './words.js';

// What is no source's own claim.
const CLAIMS = { union: 'At least one claim', intersection: 'Every claim', site: 'Roads, areas and posts' };

export class Legend {
  #container;
  #settings;
  #names;

  constructor(container, settings, names) {
    this.#container = container;
    this.#settings = settings;
    this.#names = names;
  }

  /** Draws the legend for what is loaded. */
  draw(known, store) {
    this.#container.replaceChildren(
      this.#incidents(store.list('incidents')),
      this.#lines(known, store.list('boundary-lines')),
      this.#areas(known),
      this.#verdicts(store.list('compliance')),
      this.#others(store),
    );
  }

  #incidents(incidents) {
    const placed = incidents.filter(({ geometry }) => geometry);
    const rows = INCIDENT_GROUPS.map((group) => ({ group, count: placed.filter((incident) => groupOf(incident) === group).length }))
      .filter(({ count }) => count > 0)
      .map(({ group, count }) => this.#toggle(key.incidents(group.id), groupSymbol(group), group.title, String(count)));
    return part(
      'Reported incidents',
      rows.length ? rows : note('None are loaded.'),
      note('A plate with numbers stands for several reports close together.'),
      note(this.#reporters(incidents)),
    );
  }

  /** Whose reports these are: a map of one side's reports must not look like a map of what happened. */
  #reporters(incidents) {
    const counts = new Map();
    for (const { properties } of incidents) {
      const reporters = this.#names.parties(properties.reported_by) ?? 'nobody who is named';
      counts.set(reporters, (counts.get(reporters) ?? 0) + 1);
    }
    const texts = [...counts].sort((a, b) => b[1] - a[1]).map(([reporters, count]) => `${count} by ${reporters}`);
    return texts.length ? `Of ${countText(incidents.length, 'report')}: ${texts.join(', ')}. A report says what its source says, no more.` : '';
  }

  #lines({ sources }, lines) {
    const rows = sources
      .filter((source) => lines.some(({ properties }) => properties.dataset === source))
      .map((source) =>
        this.#toggle(key.line(source), sourceSwatch(sources, source), this.#names.source(source), '', statusAndDate(lines, source)),
      );
    return part('Border lines, by source', rows.length ? rows : note('None are loaded.'));
  }

  #areas({ rules, parties, sources, claims }) {
    if (!rules.length) return part('Withdrawal areas', note('None are loaded.'));
    const colour = (id) => colourOf(palette().parties, parties, id);
    return part(
      'Withdrawal areas',
      rules.map(({ id, equipment, band }, index) =>
        this.#toggle(key.rule(id), index ? hatchedSwatch(palette().country, 1) : plainSwatch(palette().country), [equipment, band].filter(Boolean).join(': ')),
      ),
      element('h3', 'Bound by the rule'),
      parties.map((id, index) => this.#toggle(key.party(id), hatchedSwatch(colour(id), index % 2 ? -1 : 1), this.#names.party(id))),
      element('h3', 'Measured from'),
      claims.map((id) => this.#toggle(key.claim(id), CLAIMS[id] ? null : sourceSwatch(sources, id), CLAIMS[id] ?? this.#names.source(id))),
    );
  }

  /** What the circles of sightings mean: one for each rule that speaks of a sighting. */
  #verdicts(cases) {
    const placed = cases.filter(({ geometry }) => geometry);
    const colours = palette();
    return part(
      'Sightings held against rules',
      this.#toggle(key.layer('compliance'), null, 'Sightings, with a line to each claim’s line'),
      verdictCounts(placed).map(({ kind, count }) =>
        element('div.row.still', element('span'), element('span.swatch', circleSwatch(colours[kind.fill], colours.feature, kind)),
          element('span.title', kind.title), element('span.remark', String(count))),
      ),
      note('What the rule says if the report and the claim are right.'),
    );
  }

  #others(store) {
    const colours = palette();
    const rows = [
      ['patrol-zones', 'Patrol zones', plainSwatch(colours.patrol, 'dotted'), this.#illustrative(store.list('patrol-zones'))],
      ['exclaves', 'Exclaves', plainSwatch(colours.exclaveOutline), ''],
      ['places', 'Places', null, ''],
    ];
    if (store.list('incident-areas').length) rows.push(['incident-areas', 'Incident areas', plainSwatch(colours.uncertainty), '']);
    return part('Also shown', rows.map(([layer, title, swatch, remark]) => this.#toggle(key.layer(layer), swatch, title, remark)));
  }

  #illustrative(zones) {
    return zones.some(({ properties }) => properties.illustrative) ? 'illustrative' : '';
  }

  #toggle(settingsKey, swatch, title, remark = '', detail = '') {
    const box = element('input', {
      type: 'checkbox',
      change: (event) => this.#settings.set(settingsKey, event.target.checked),
    });
    box.checked = this.#settings.shows(settingsKey);
    return element(
      'label.row',
      box,
      element('span.swatch', swatch),
      element('span.title', title, detail ? element('span.detail', detail) : null),
      remark ? element('span.remark', remark) : null,
    );
  }
}

function sourceSwatch(sources, id) {
  return lineSwatch(colourOf(palette().sources, sources, id), dashOf(sources.indexOf(id)));
}

/** How a source's lines stand, and since when it has drawn them so. */
function statusAndDate(lines, source) {
  const texts = lines
    .filter(({ properties }) => properties.dataset === source)
    .map(({ properties }) => [properties.status, utcDay(properties.valid_from)].filter(Boolean).join(', as of '));
  return [...new Set(texts)].sort().join('; ');
}

function part(title, ...content) {
  return element('section.part', element('h2', title), ...content);
}

function note(text) {
  return element('p.note', text);
}
