import * as maplibre from '../../map/vendor/maplibre-gl-6.17.0/maplibre-gl.mjs';
import { readFeatures, readJson } from '../../map/js/collections.js';
import { countryNames } from '../../map/js/countryNames.js';
import { knownFrom } from '../../map/js/known.js';
import { FONTS, SCRIPTS } from '../../map/js/labelFonts.js';
import { onSchemeChange } from '../../map/js/palette.js';
import { Settings } from '../../map/js/settings.js';
import { boxOf } from './boxes.js';
import { FeaturePopups } from './featurePopups.js';
import { lineLegend } from './lineLegend.js';
import { RowLinks } from './rowLinks.js';
import { FEATURE_LAYERS, NOTHING, pageStyle } from './pageStyle.js';

const CLOSEST_ZOOM = 11;
const number = new Intl.NumberFormat('en');

/** The map in a figure, which says in its data attributes what to show. */
export class LayerMap {
  #figure;
  #about;
  #known = knownFrom([], []);
  #map = null;

  constructor(figure) {
    this.#figure = figure;
    this.#about = figure.dataset;
  }

  async open() {
    this.#say('Loading the map …');
    try {
      const { features, total } = await this.#read();
      const placed = features.filter(({ geometry }) => geometry && boxOf([geometry]));
      if (placed.length === 0) {
        this.#figure.classList.add('empty');
        this.#say(features.length === 1 ? 'This feature has no place to show on a map.' : 'None of these features has a place to show on a map.');
        return;
      }
      await this.#draw(features, boxOf(placed.map(({ geometry }) => geometry)));
      this.#say(summary(features.length, placed.length, total));
    } catch (error) {
      this.#say(`The map could not be drawn: ${error.message}.`);
      return;
    }
    await this.#addOrientation();
    this.#figure.dataset.drawn = 'true';
  }

  /** MapLibre's own map. */
  get map() {
    return this.#map;
  }

  async #read() {
    const document_ = await readJson(new URL(this.#about.features, location.href));
    const features = document_.type === 'Feature' ? [document_] : document_.features;
    return { features, total: document_.numberMatched ?? features.length };
  }

  async #draw(features, box) {
    await Promise.all(FONTS.map((font) => document.fonts.load(font, SCRIPTS)));
    const map = new maplibre.Map({
      container: this.#figure.querySelector('.canvas'),
      style: { version: 8, sources: sources(), layers: [] },
      bounds: box,
      fitBoundsOptions: { padding: 36, maxZoom: CLOSEST_ZOOM },
      locale: { 'Map.Title': `Map: ${this.#about.label}` },
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      attributionControl: false,
      // A page scrolls; a map on it must not take the wheel.
      cooperativeGestures: true,
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new maplibre.ScaleControl({ maxWidth: 100 }), 'bottom-left');
    await map.once('load');
    this.#map = map;
    onSchemeChange(() => this.#paint());
    this.#paint();
    map.getSource('features').setData({ type: 'FeatureCollection', features: features.map(forMap) });
    new FeaturePopups(map, features, this.#about);
    new RowLinks(map, features);
  }

  /** Land and lines come after the features: they are large, and only for orientation. */
  async #addOrientation() {
    const { land, lines } = this.#about;
    try {
      const [drawnLines, territories] = await Promise.all([lines, land].map((id) => (id ? readFeatures(id) : [])));
      this.#known = knownFrom(drawnLines, []);
      this.#put('territories', territories);
      this.#put('country-names', countryNames(territories));
      this.#put('boundary-lines', drawnLines);
      this.#paint();
      this.#figure.querySelector('.legend').replaceChildren(...lineLegend(drawnLines, this.#known));
      await this.#map.once('idle');
    } catch (error) {
      this.#say(`Lines and land could not be loaded and are missing from the map: ${error.message}.`);
    }
  }

  #put(source, features) {
    this.#map.getSource(source).setData({ type: 'FeatureCollection', features: features.filter(({ geometry }) => geometry) });
  }

  /** Brings the map's layers to what the data and the colour scheme ask for. */
  #paint() {
    for (const layer of pageStyle(this.#known, new Settings())) {
      if (!this.#map.getLayer(layer.id)) {
        this.#map.addLayer(layer);
        continue;
      }
      if (layer.filter && !FEATURE_LAYERS.includes(layer.id)) this.#map.setFilter(layer.id, layer.filter);
      for (const [name, value] of Object.entries(layer.paint ?? {})) this.#map.setPaintProperty(layer.id, name, value);
    }
  }

  #say(text) {
    this.#figure.querySelector('.state').textContent = text;
  }
}

function sources() {
  const ids = ['territories', 'country-names', 'boundary-lines', 'features'];
  return Object.fromEntries(ids.map((id) => [id, { type: 'geojson', data: NOTHING, tolerance: 0.2 }]));
}

/** On the map a feature is its number among those of the page: ids may be any text. */
function forMap({ geometry }, index) {
  return { type: 'Feature', geometry, properties: { index } };
}

function summary(read, placed, total) {
  const shown = read < total ? `The map shows ${number.format(read)} of ${number.format(total)} features` : '';
  const unplaced = read - placed;
  const missing = unplaced ? `${number.format(unplaced)} of these ${number.format(read)} have no place and are not on the map` : '';
  const sentences = [shown, missing].filter(Boolean);
  return sentences.length ? `${sentences.join('; ')}.` : '';
}
