/**
 * What the map is made of: the definition's layers of each collection, in order, and what this page alone knows: what the
 * settings and the period leave out, names in the reader's language, and signs that count reports.
 */
import { baseMapLayers, baseMapSources, overBaseMap } from './baseMap.js';
import { DAY_MILLISECONDS } from './days.js';
import { groundLayer, layersFor, layersOf, spriteAddress } from './definition.js';
import { key } from './settings.js';
import { imageExpression } from './symbols.js';

/** How far one can zoom in. */
export const MAXIMUM_ZOOM = 16;

const NOTHING = { type: 'FeatureCollection', features: [] };
const PLAIN_SOURCES = [
  'territories', 'country-names', 'withdrawal-areas', 'patrol-zones', 'boundary-lines', 'compliance-claims', 'compliance',
  'incident-areas', 'uncertainty', 'places',
];

// What holds for a time; which incidents come to the map is the server's to choose, as it counts them.
const TIMED_SOURCES = ['withdrawal-areas', 'patrol-zones', 'boundary-lines', 'compliance', 'compliance-claims'];

// A sighting stands where the report that tells of it stands: its sign goes around the report's, and under it.
const AROUND_SIGN = { 'icon-size': 2.2 };
const SEEN_THROUGH = { 'icon-opacity': 0.65 };

/** @param {string} reports where the tiles with the numbers of reports are */
export function emptyStyle(reports) {
  const sources = Object.fromEntries(PLAIN_SOURCES.map((id) => [id, { type: 'geojson', data: NOTHING, tolerance: 0.2 }]));
  sources.incidents = reportsSource(reports);
  // No "glyphs": labels are drawn from the fonts that the page has loaded.
  return { version: 8, sources: { ...sources, ...baseMapSources() }, sprite: spriteAddress(), layers: [] };
}

/** @param {string} tiles where the numbers of reports are */
export function reportsSource(tiles) {
  return { type: 'vector', tiles: [tiles], maxzoom: MAXIMUM_ZOOM };
}

/** All layers, in the order in which they are drawn. */
export function mapLayers(known, settings, days) {
  const inPeriod = touching(days);
  return [
    groundLayer(),
    ...baseMapLayers(),
    ...signs('territories').filter(isNotExclave).map(overBaseMap),
    ...shown(settings, 'exclaves', signs('territories').filter(isExclave)),
    ...withdrawalAreas(known, settings),
    ...shown(settings, 'patrol-zones', signs('patrol-zones')),
    ...ofShownLines(known, settings, signs('boundary-lines')),
    ...shown(settings, 'incident-areas', signs('incident-areas')),
    ...shown(settings, 'compliance', ofShownLines(known, settings, signs('compliance-claims'))),
    ...uncertainty(),
    countryNames(),
    ...ofShownLines(known, settings, names('boundary-lines')),
    ...shown(settings, 'patrol-zones', names('patrol-zones')),
    ...shown(settings, 'places', [...signs('places'), ...names('places').map(placeNames)]),
    ...shown(settings, 'exclaves', names('territories').map(exclaveNames)),
    ...shown(settings, 'compliance', signs('compliance').map(sighting)),
    incidents(),
  ].map((layer) => (TIMED_SOURCES.includes(layer.source) ? { ...layer, filter: both(layer.filter, inPeriod) } : layer));
}

/** What other maps of the server have for orientation: land and exclaves, and above what they show, lines and names. */
export function orientationLayers() {
  return {
    land: [groundLayer(), ...signs('territories')],
    lines: [...signs('boundary-lines'), countryNames(), ...names('boundary-lines')],
  };
}

function names(collection) {
  return layersOf(collection).filter(isName);
}

function signs(collection) {
  return layersOf(collection).filter((layer) => !isName(layer));
}

function isName({ layout }) {
  return layout['text-field'] !== undefined;
}

const EXCLAVE = { kind: 'exclave' };

/** Whether one of the layers of territories draws exclaves. */
function isExclave({ id }) {
  return layersFor('territories', 'Polygon', EXCLAVE).some((layer) => layer.id === id);
}

function isNotExclave(layer) {
  return !isExclave(layer);
}

function shown(settings, layer, layers) {
  const visibility = settings.shows(key.layer(layer)) ? 'visible' : 'none';
  return layers.map((each) => ({ ...each, layout: { ...each.layout, visibility } }));
}

function withdrawalAreas({ parties, rules, claims }, settings) {
  const left = [
    isNoneOf('rule_shown', rules.map(({ id }) => id).filter((id) => !settings.shows(key.rule(id)))),
    isNoneOf('party', parties.filter((id) => !settings.shows(key.party(id)))),
    isNoneOf('claim_shown', claims.filter((id) => !settings.shows(key.claim(id)))),
  ];
  return signs('withdrawal-areas').map((layer) => ({ ...layer, filter: both(layer.filter, ['all', ...left]) }));
}

/** Without what is of a source whose lines are hidden. */
function ofShownLines({ sources }, settings, layers) {
  const hidden = isNoneOf('dataset', sources.filter((id) => !settings.shows(key.line(id))));
  return layers.map((layer) => ({ ...layer, filter: both(layer.filter, hidden) }));
}

/** Circles and sectors in which something was, drawn as areas are in which something was. */
function uncertainty() {
  const [fill, outline] = signs('incident-areas');
  return [{ ...fill, id: 'uncertainty', source: 'uncertainty' }, { ...outline, id: 'uncertainty-outline', source: 'uncertainty' }];
}

/** The definition has no names of countries, as these aren't the land's but the reader's language's. */
function countryNames() {
  const [like] = names('territories');
  return {
    id: 'country-names',
    type: 'symbol',
    source: 'country-names',
    layout: {
      'text-field': ['upcase', ['get', 'name']],
      'text-font': like.layout['text-font'],
      'text-size': ['interpolate', ['linear'], ['zoom'], 4, 10, 8, 12.5, 11, 14],
      'text-letter-spacing': 0.3,
      'text-padding': 110,
      'text-max-width': 30,
    },
    paint: like.paint,
  };
}

/** In the reader's language, close to the point if nothing stands there; else clear of the plate with the incidents of the place. */
function placeNames(layer, index) {
  const { 'text-variable-anchor': _, 'text-radial-offset': __, ...layout } = layer.layout;
  return {
    ...layer,
    layout: {
      ...layout,
      'text-field': ['get', 'label'],
      'text-variable-anchor-offset': [
        'top', [0, 0.5], 'bottom', [0, -0.5], 'left', [0.6, 0], 'right', [-0.6, 0],
        'top', [0, 1.3], 'bottom', [0, -1.3], 'left', [1.6, 0], 'right', [-1.6, 0],
        'left', [2.8, 0], 'right', [-2.8, 0],
      ],
      'text-justify': 'auto',
      'text-max-width': 9,
      'symbol-sort-key': index,
    },
  };
}

/** With what it is and by whom it is drawn, in the reader's language. */
function exclaveNames(layer) {
  const small = { 'font-scale': 0.78 };
  const name = [layer.layout['text-field'], {}, ['concat', '\n', ['get', 'exclave_label']], small];
  const drawnBy = [['concat', ', ', ['get', 'drawn_by_label'], '\n'], small, ['get', 'source'], small];
  return {
    ...layer,
    layout: {
      ...layer.layout,
      'text-field': ['step', ['zoom'], ['format', ...name], 9, ['format', ...name, ...drawnBy]],
      'text-max-width': 12,
    },
  };
}

function sighting(layer) {
  return { ...layer, layout: { ...layer.layout, ...AROUND_SIGN }, paint: { ...layer.paint, ...SEEN_THROUGH } };
}

/** The definition's signs, with their numbers where there are several: a style can't count what stands at a point. */
function incidents() {
  return {
    id: 'incidents',
    type: 'symbol',
    source: 'incidents',
    'source-layer': 'incidents',
    layout: {
      'icon-image': imageExpression(),
      'icon-allow-overlap': true,
      'icon-padding': 1,
      // Fuller plates above single symbols.
      'symbol-sort-key': ['get', 'point_count'],
    },
  };
}

function isNoneOf(property, values) {
  return ['!', ['in', ['get', property], ['literal', values]]];
}

/** Of features with "first_ms" and "last_ms", those that touch some days. */
function touching(days) {
  if (!days) return true;
  return ['all', ['<', ['get', 'first_ms'], days.to + DAY_MILLISECONDS], ['>=', ['get', 'last_ms'], days.from]];
}

function both(filter, other) {
  return filter ? ['all', filter, other] : other === true ? ['all'] : other;
}
