/** The map itself: takes data, follows the settings, answers what stands at a point. */
import * as maplibre from '../vendor/maplibre-gl-6.17.0/maplibre-gl.mjs';
import { countryNames } from './countryNames.js';
import { PIXEL_RATIO, isNamed, onDefinitionChange, renewDefinition, spriteAddress } from './definition.js';
import { circle } from './geodesic.js';
import { NOTHING_KNOWN, claimOf, ruleOf } from './known.js';
import { ARABIC_SCRIPT, FONTS, SCRIPTS } from './labelFonts.js';
import { isRightToLeft, text } from './messages.js';
import { placeName } from './placeNames.js';
import { MAXIMUM_ZOOM, emptyStyle, mapLayers, reportsSource } from './style.js';
import { drawImage, isDrawnHere } from './symbols.js';
import { timesOf } from './validity.js';

// A module of its own, which our policy for the page allows; what it computes with WebAssembly runs in the map's worker.
const RIGHT_TO_LEFT_PLUGIN = new URL('../vendor/mapbox-gl-rtl-text-0.4.0/mapbox-gl-rtl-text.mjs', import.meta.url).href;

// Each number looks otherwise: who moves over very many reports for long would fill the memory with pictures of them.
const MOST_PLATES = 2000;

export class MapView {
  #map;
  #settings;
  #period;
  #names;
  #known = NOTHING_KNOWN;
  #drawn = [];
  #attribution = null;
  #attributed = [];
  #asked = new Set();
  #plates = 0;

  /** @returns {Promise<MapView>} once fonts are loaded and the map can take data */
  static async open(container, settings, period, names, reports, bounds) {
    await Promise.all(FONTS.map((font) => document.fonts.load(font, isRightToLeft ? SCRIPTS + ARABIC_SCRIPT : SCRIPTS)));
    // Joins letters, and sets them from right to left. Fetched when the map comes to such a label.
    if (maplibre.getRTLTextPluginStatus() === 'unavailable') maplibre.setRTLTextPlugin(RIGHT_TO_LEFT_PLUGIN, true);
    const map = new maplibre.Map({
      container,
      style: emptyStyle(reports.tiles),
      bounds,
      fitBoundsOptions: { padding: 40, maxZoom: 11 },
      maxZoom: MAXIMUM_ZOOM,
      // Tiles out of view are not told of changes: they are asked for again, and the browser knows which are as they were.
      maxTileCacheSize: 0,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      attributionControl: false,
      locale: controlTexts(),
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new maplibre.ScaleControl({ maxWidth: 120 }), 'bottom-left');
    await map.once('load');
    return new MapView(map, settings, period, names);
  }

  constructor(map, settings, period, names) {
    this.#map = map;
    this.#settings = settings;
    this.#period = period;
    this.#names = names;
    map.setMissingStyleImageResolver((id) => this.#drawMissing(id));
    settings.onChange(() => this.#draw());
    period.onChange(() => this.#draw());
    onDefinitionChange(() => {
      map.setSprite(spriteAddress());
      this.#forgetPlates();
      this.#draw();
    });
    this.#draw();
  }

  /** MapLibre's own map. */
  get map() {
    return this.#map;
  }

  /** West, south, east, north of what is to be seen, as the server takes it: the west is east of the east across the antimeridian. */
  get box() {
    const bounds = this.#map.getBounds();
    const [west, east] = [bounds.getWest(), bounds.getEast()];
    const longitudes = east - west >= 360 ? [-180, 180] : [inWorld(west), inWorld(east)];
    return [longitudes[0], Math.max(-90, bounds.getSouth()), longitudes[1], Math.min(90, bounds.getNorth())];
  }

  /** What the data names; see known.js. */
  know(known) {
    this.#known = known;
    this.#draw();
    this.#learnSigns([...known.sources, ...known.parties]);
  }

  /** A source or a party that came after the page was opened has no sign yet. */
  #learnSigns(values) {
    const unknown = values.filter((value) => !isNamed(value) && !this.#asked.has(value));
    if (!unknown.length) return;
    for (const value of unknown) this.#asked.add(value);
    // Where that fails they stay drawn as what isn't named.
    renewDefinition().catch(() => {});
  }

  /** What of some collections is drawn at a point or in a box of the screen. */
  drawnAt(place, collections) {
    return this.#map.queryRenderedFeatures(place).filter(({ source }) => collections.includes(source));
  }

  /** The ids of the layers that draw some collections. */
  layerIds(collections) {
    return this.#drawn.filter(({ source }) => collections.includes(source)).map(({ id }) => id);
  }

  /** Puts the numbers of reports on the map anew, from some address. */
  replaceReports(tiles) {
    const isOfReports = ({ source }) => source === 'incidents';
    for (const { id } of this.#drawn.filter(isOfReports)) this.#map.removeLayer(id);
    this.#drawn = this.#drawn.filter((layer) => !isOfReports(layer));
    this.#map.removeSource('incidents');
    this.#map.addSource('incidents', reportsSource(tiles));
    this.#draw();
  }

  /** Puts a collection's features on the map; those without geometry can't be on it. */
  show(collection, features) {
    if (collection === 'territories') this.#put('country-names', countryNames(features.map((feature) => this.#named(feature))));
    this.#put(collection, features.filter(({ geometry }) => geometry).map(forMap));
  }

  /** Draws how sure places are: circles around points, and areas and sectors as they are; an empty list takes them away. */
  showUncertainty(features) {
    const shapes = new Map();
    for (const { id, geometry, properties } of features) {
      const { uncertainty_m: metres } = properties;
      if (geometry?.type !== 'Point') shapes.set(id, geometry);
      else if (metres > 0) shapes.set(`${geometry.coordinates} ${metres}`, circle(geometry.coordinates, metres));
    }
    this.#put('uncertainty', [...shapes.values()].filter(Boolean).map((geometry) => ({ type: 'Feature', properties: {}, geometry })));
  }

  /** Says on the map whose data these are, in the words that they ask for. */
  attribute(texts) {
    if (String(texts) === String(this.#attributed)) return;
    this.#attributed = texts;
    if (this.#attribution) this.#map.removeControl(this.#attribution);
    this.#attribution = new maplibre.AttributionControl({ customAttribution: texts.map(escaped) });
    this.#map.addControl(this.#attribution, 'bottom-right');
  }

  #named({ geometry, properties }) {
    return { geometry, properties: { ...properties, name: this.#names.party(properties.party) } };
  }

  #put(source, features) {
    this.#map.getSource(source).setData({ type: 'FeatureCollection', features });
  }

  /** Brings the map's layers to what the settings, the data and the colour scheme ask for. */
  #draw() {
    const layers = mapLayers(this.#known, this.#settings, this.#period.days);
    const ids = layers.map(({ id }) => id);
    for (const { id } of this.#drawn) if (!ids.includes(id)) this.#map.removeLayer(id);
    this.#drawn = layers;
    let above;
    for (const layer of layers.toReversed()) {
      const beneath = above;
      above = layer.id;
      if (!this.#map.getLayer(layer.id)) {
        this.#map.addLayer(layer, beneath);
        continue;
      }
      if (layer.filter) this.#map.setFilter(layer.id, layer.filter);
      for (const [name, value] of Object.entries(layer.paint ?? {})) this.#map.setPaintProperty(layer.id, name, value);
      for (const [name, value] of Object.entries(layer.layout ?? {})) this.#map.setLayoutProperty(layer.id, name, value);
    }
  }

  #drawMissing(id) {
    const image = drawImage(id);
    if (!image) return;
    this.#map.addImage(id, image, { pixelRatio: PIXEL_RATIO });
    if (++this.#plates === MOST_PLATES) this.#map.once('moveend', () => this.#forgetPlates());
  }

  /** Those that are to be seen are drawn again. */
  #forgetPlates() {
    this.#plates = 0;
    for (const id of this.#map.listImages().filter(isDrawnHere)) this.#map.removeImage(id);
  }
}

/** Features keep their id among their properties: on the map, ids are numbers. */
function forMap(feature) {
  const { id, geometry, properties } = feature;
  return { type: 'Feature', geometry, properties: { ...properties, id, ...shownProperties(feature), ...timesOf(properties) } };
}

/** What the style asks for beside a feature's own properties. */
function shownProperties(feature) {
  const { properties } = feature;
  if (properties.equipment_class) return { rule_shown: ruleOf(feature), claim_shown: claimOf(feature) };
  if (properties.kind === 'exclave') return { exclave_label: text('exclave.label'), drawn_by_label: text('exclave.drawnBy') };
  return 'names' in properties ? { label: placeName(properties) } : {};
}

function controlTexts() {
  return {
    'Map.Title': text('map.label'),
    'NavigationControl.ZoomIn': text('map.zoomIn'),
    'NavigationControl.ZoomOut': text('map.zoomOut'),
    'Popup.Close': text('map.close'),
    'AttributionControl.ToggleAttribution': text('map.sources'),
    'ScaleControl.Meters': text('unit.metres'),
    'ScaleControl.Kilometers': text('unit.kilometres'),
  };
}

/** Whole turns around the world taken off. */
function inWorld(longitude) {
  return longitude - 360 * Math.floor((longitude + 180) / 360);
}

/** The attribution control takes markup; what the server says is text. */
function escaped(text) {
  const span = document.createElement('span');
  span.textContent = text;
  return span.innerHTML;
}
