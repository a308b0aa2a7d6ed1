/** The map's style: sources, and layers from the ground up, as the settings and the data that is there ask for. */
import { DAY_MILLISECONDS } from './days.js';
import { INCIDENT_GROUPS } from './incidentGroups.js';
import { colourOf, palette } from './palette.js';
import { key } from './settings.js';
import { imageExpression } from './symbols.js';
import { verdictPaint } from './verdicts.js';

const FONT = ['Noto Sans'];
const FONT_STRONG = ['Noto Sans Semibold'];
/** How far one can zoom in. */
export const MAXIMUM_ZOOM = 16;

const SOLID = [1, 0];
const DASHES = [[4, 2], [1.4, 1.6], [7, 2, 1.5, 2], [3, 1]];
const NOTHING = { type: 'FeatureCollection', features: [] };
const PLAIN_SOURCES = [
  'territories', 'country-names', 'withdrawal-areas', 'patrol-zones', 'boundary-lines', 'compliance-claims', 'compliance',
  'incident-areas', 'uncertainty', 'places',
];

// What holds for a time; incidents are chosen before they come to the map, since they are counted in clusters.
const TIMED_SOURCES = ['withdrawal-areas', 'patrol-zones', 'boundary-lines', 'compliance', 'compliance-claims'];

export function emptyStyle() {
  const sources = Object.fromEntries(PLAIN_SOURCES.map((id) => [id, { type: 'geojson', data: NOTHING, tolerance: 0.2 }]));
  sources.incidents = {
    type: 'geojson',
    data: NOTHING,
    cluster: true,
    clusterRadius: 54,
    // Deeper than the map goes: reports of one place stay together, with their number.
    clusterMaxZoom: MAXIMUM_ZOOM + 1,
    clusterProperties: Object.fromEntries(INCIDENT_GROUPS.map(({ id }) => [id, ['+', ['get', id]]])),
  };
  // No "glyphs": labels are drawn from the fonts that the page has loaded.
  return { version: 8, sources, layers: [] };
}

/** All layers, in the order in which they are drawn. */
export function mapLayers(known, settings, days) {
  const colours = palette();
  const inPeriod = touching(days);
  const shown = (key_, ...layers) => layers.map((layer) => withVisibility(layer, settings.shows(key_)));
  return [
    ...land(colours),
    ...shown(key.layer('exclaves'), ...exclaves(colours)),
    ...withdrawalAreas(colours, known, settings),
    ...shown(key.layer('patrol-zones'), ...patrolZones(colours)),
    ...boundaryLines(colours, known, settings),
    ...shown(key.layer('incident-areas'), ...incidentAreas(colours)),
    ...shown(key.layer('compliance'), complianceLines(colours, known, settings)),
    ...uncertainty(colours),
    countryNames(colours),
    ...boundaryNames(colours, known, settings),
    ...shown(key.layer('patrol-zones'), patrolNames(colours)),
    ...shown(key.layer('places'), ...places(colours)),
    ...shown(key.layer('exclaves'), exclaveNames(colours)),
    ...shown(key.layer('compliance'), sightings(colours)),
    incidents(),
  ].map((layer) => (TIMED_SOURCES.includes(layer.source) ? { ...layer, filter: both(layer.filter, inPeriod) } : layer));
}

/** What other maps of the server have for orientation: land, exclaves, and each source's lines. */
export function orientationLayers(known, settings) {
  const colours = palette();
  return [
    ...land(colours),
    ...exclaves(colours),
    ...boundaryLines(colours, known, settings),
    countryNames(colours),
    ...boundaryNames(colours, known, settings),
  ];
}

function withVisibility(layer, visible) {
  return { ...layer, layout: { ...layer.layout, visibility: visible ? 'visible' : 'none' } };
}

function land(colours) {
  return [
    { id: 'beyond', type: 'background', paint: { 'background-color': colours.beyond } },
    {
      id: 'land',
      type: 'fill',
      source: 'territories',
      filter: ['==', ['get', 'kind'], 'country'],
      paint: { 'fill-color': colours.land },
    },
  ];
}

function exclaves(colours) {
  const filter = ['==', ['get', 'kind'], 'exclave'];
  return [
    { id: 'exclaves', type: 'fill', source: 'territories', filter, paint: { 'fill-color': colours.exclave } },
    {
      id: 'exclave-outlines',
      type: 'line',
      source: 'territories',
      filter,
      paint: { 'line-color': colours.exclaveOutline, 'line-width': byZoom([7, 2], [12, 5]), 'line-opacity': 0.45 },
    },
  ];
}

/**
 * The widest areas are tinted, the narrower ones within them hatched too; colour and hatching go by party. Outlines have the
 * dashes of the source whose line they are measured from.
 */
function withdrawalAreas(colours, { parties, rules, claims, sources }, settings) {
  const colour = match('party', parties, (id) => colourOf(colours.parties, parties, id), colours.country);
  const shownRules = rules.filter(({ id }) => settings.shows(key.rule(id)));
  const filter = [
    'all',
    isOneOf('rule_shown', shownRules.map(({ id }) => id)),
    isOneOf('party', parties.filter((id) => settings.shows(key.party(id)))),
    isOneOf('claim_shown', claims.filter((id) => settings.shows(key.claim(id)))),
  ];
  const [far, near] = colours.areaOpacity;
  const hatched = ['all', filter, ['<', ['coalesce', ['get', 'distance_m'], 0], rules[0]?.distance ?? 0]];
  const area = { source: 'withdrawal-areas' };
  return [
    { ...area, id: 'withdrawal-areas', type: 'fill', filter, paint: { 'fill-color': colour, 'fill-opacity': byZoom([8, far], [12, near]), 'fill-antialias': false } },
    {
      ...area,
      id: 'withdrawal-hatching',
      type: 'fill',
      filter: hatched,
      paint: { 'fill-pattern': ['concat', 'hatch|', ['get', 'party']], 'fill-opacity': byZoom([8, 0.5], [11, 0.28]) },
    },
    {
      ...area,
      id: 'withdrawal-outlines',
      type: 'line',
      filter,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': byZoom([7, 0.6], [11, 1.3]),
        'line-opacity': 0.8,
        'line-dasharray': match('claim_shown', sources, (_, index) => ['literal', dashOf(index)], ['literal', SOLID]),
      },
    },
  ];
}

function patrolZones(colours) {
  return [
    { id: 'patrol-zones', type: 'fill', source: 'patrol-zones', paint: { 'fill-color': colours.patrol, 'fill-opacity': 0.12 } },
    {
      id: 'patrol-outlines',
      type: 'line',
      source: 'patrol-zones',
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': colours.patrol, 'line-width': 1.6, 'line-dasharray': [0, 2.2] },
    },
  ];
}

function boundaryLines(colours, { sources }, settings) {
  return [
    {
      id: 'boundary-lines',
      type: 'line',
      source: 'boundary-lines',
      filter: isOneOf('dataset', sources.filter((id) => settings.shows(key.line(id)))),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': match('dataset', sources, (id) => colourOf(colours.sources, sources, id), colours.text),
        'line-width': byZoom([5, 1], [9, 1.7], [13, 2.6]),
        'line-dasharray': match('dataset', sources, (_, index) => ['literal', dashOf(index)], ['literal', DASHES[0]]),
      },
    },
  ];
}

/** The dashes of the source with some index in the list of sources, in line widths. */
export function dashOf(index) {
  return DASHES[index % DASHES.length];
}

function boundaryNames(colours, { sources }, settings) {
  return [
    {
      id: 'boundary-names',
      type: 'symbol',
      source: 'boundary-lines',
      filter: isOneOf('dataset', sources.filter((id) => settings.shows(key.line(id)))),
      minzoom: 8,
      layout: {
        ...textAlongLine(['get', 'source']),
        'text-max-angle': 35,
        'text-offset': [0, 0.8],
      },
      paint: textPaint(match('dataset', sources, (id) => colourOf(colours.sources, sources, id), colours.text), colours),
    },
  ];
}

function incidentAreas(colours) {
  return [
    { id: 'incident-areas', type: 'fill', source: 'incident-areas', paint: { 'fill-color': colours.uncertainty, 'fill-opacity': 0.1 } },
    { id: 'incident-area-outlines', type: 'line', source: 'incident-areas', paint: { 'line-color': colours.uncertainty, 'line-width': 1.2 } },
  ];
}

/** From each sighting that a rule speaks of to the nearest point of each claim's line, in that claim's colour. */
function complianceLines(colours, { sources }, settings) {
  return {
    id: 'compliance-claims',
    type: 'line',
    source: 'compliance-claims',
    filter: isOneOf('dataset', sources.filter((id) => settings.shows(key.line(id)))),
    paint: {
      'line-color': match('dataset', sources, (id) => colourOf(colours.sources, sources, id), colours.text),
      'line-width': 1.4,
      'line-dasharray': [1, 1.5],
    },
  };
}

function sightings(colours) {
  return { id: 'compliance', type: 'circle', source: 'compliance', paint: verdictPaint(colours) };
}

function uncertainty(colours) {
  return [
    { id: 'uncertainty', type: 'fill', source: 'uncertainty', paint: { 'fill-color': colours.uncertainty, 'fill-opacity': 0.05 } },
    {
      id: 'uncertainty-outline',
      type: 'line',
      source: 'uncertainty',
      paint: { 'line-color': colours.uncertainty, 'line-width': 1.6, 'line-dasharray': [3, 2] },
    },
  ];
}

function countryNames(colours) {
  return {
    id: 'country-names',
    type: 'symbol',
    source: 'country-names',
    layout: {
      'text-field': ['upcase', ['get', 'name']],
      'text-font': FONT_STRONG,
      'text-size': byZoom([4, 10], [8, 12.5], [11, 14]),
      'text-letter-spacing': 0.3,
      'text-padding': 110,
      'text-max-width': 30,
    },
    paint: textPaint(colours.country, colours),
  };
}

function patrolNames(colours) {
  return {
    id: 'patrol-names',
    type: 'symbol',
    source: 'patrol-zones',
    minzoom: 9.5,
    layout: { ...textAlongLine(['get', 'name']), 'text-offset': [0, -0.8] },
    paint: textPaint(colours.patrol, colours),
  };
}

/** Towns first, then villages, then what else has a name. */
function places(colours) {
  const byKind = (city, town, village, other) =>
    ['match', ['get', 'kind'], 'city', city, ['town', 'district_seat'], town, 'village', village, other];
  const filter = ['>=', ['zoom'], byKind(0, 0, 8.6, 9.6)];
  return [
    {
      id: 'places',
      type: 'circle',
      source: 'places',
      filter,
      paint: {
        'circle-radius': byKind(3.6, 3, 2.2, 2.2),
        'circle-color': colours.land,
        'circle-stroke-color': colours.place,
        'circle-stroke-width': 1.4,
      },
    },
    {
      id: 'place-names',
      type: 'symbol',
      source: 'places',
      filter,
      layout: {
        'text-field': ['get', 'label'],
        'text-font': byKind(['literal', FONT_STRONG], ['literal', FONT_STRONG], ['literal', FONT], ['literal', FONT]),
        'text-size': byKind(14, 13, 11.5, 11.5),
        // Close to the point if nothing stands there; else clear of the plate with the incidents of the place.
        'text-variable-anchor-offset': [
          'top', [0, 0.5], 'bottom', [0, -0.5], 'left', [0.6, 0], 'right', [-0.6, 0],
          'top', [0, 1.3], 'bottom', [0, -1.3], 'left', [1.6, 0], 'right', [-1.6, 0],
          'left', [2.8, 0], 'right', [-2.8, 0],
        ],
        'text-justify': 'auto',
        'text-max-width': 9,
        'symbol-sort-key': byKind(0, 1, 2, 3),
      },
      paint: textPaint(colours.text, colours),
    },
  ];
}

function exclaveNames(colours) {
  const small = { 'font-scale': 0.78 };
  const name = [['get', 'name'], { 'text-font': ['literal', FONT_STRONG] }, ['concat', '\n', ['get', 'exclave_label']], small];
  return {
    id: 'exclave-names',
    type: 'symbol',
    source: 'territories',
    filter: ['==', ['get', 'kind'], 'exclave'],
    minzoom: 7,
    layout: {
      'text-field': ['step', ['zoom'], ['format', ...name], 9, ['format', ...name, ['concat', ', ', ['get', 'drawn_by_label'], '\n'], small, ['get', 'source'], small]],
      'text-font': FONT,
      'text-size': 12,
      'text-max-width': 12,
    },
    paint: textPaint(colours.exclaveName, colours),
  };
}

function incidents() {
  return {
    id: 'incidents',
    type: 'symbol',
    source: 'incidents',
    layout: {
      'icon-image': imageExpression(),
      'icon-allow-overlap': true,
      'icon-padding': 1,
      // Fuller plates above single symbols.
      'symbol-sort-key': ['coalesce', ['get', 'point_count'], 1],
    },
  };
}

function textAlongLine(field) {
  return { 'symbol-placement': 'line', 'symbol-spacing': 480, 'text-field': field, 'text-font': FONT, 'text-size': 10.5 };
}

function textPaint(colour, colours) {
  return { 'text-color': colour, 'text-halo-color': colours.textHalo, 'text-halo-width': 1.4 };
}

function byZoom(...stops) {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()];
}

function isOneOf(property, values) {
  return ['in', ['get', property], ['literal', values]];
}

function match(property, values, output, otherwise) {
  return values.length ? ['match', ['get', property], ...values.flatMap((value, index) => [value, output(value, index)]), otherwise] : otherwise;
}

/** Of features with "first_ms" and "last_ms", those that touch some days. */
function touching(days) {
  if (!days) return true;
  return ['all', ['<', ['get', 'first_ms'], days.to + DAY_MILLISECONDS], ['>=', ['get', 'last_ms'], days.from]];
}

function both(filter, other) {
  return filter ? ['all', filter, other] : other === true ? ['all'] : other;
}
