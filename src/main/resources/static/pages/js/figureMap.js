/** The map that a figure of a page holds: land and each source's lines, for orientation, and whatever the page shows. */
import { readFeatures } from '../../map/js/collections.js';
import { countryNames } from '../../map/js/countryNames.js';
import { loadDefinition, onDefinitionChange } from '../../map/js/definition.js';
import { knownFrom } from '../../map/js/known.js';
import { createMap, say } from './createMap.js';
import { lineLegend } from './lineLegend.js';
import { NOTHING, pageStyle } from './pageStyle.js';

const ORIENTATION = ['territories', 'country-names', 'boundary-lines'];

export class FigureMap {
  #figure;
  #shown;
  #map = null;

  /** @param shown makes, of the colours, the layers of what the page shows: shapes that lie under lines, points above */
  constructor(figure, shown) {
    this.#figure = figure;
    this.#shown = shown;
  }

  /** @param sources what the page shows, by the names that its layers use */
  async open(box, sources) {
    await loadDefinition();
    const orientation = Object.fromEntries(ORIENTATION.map((id) => [id, { type: 'geojson', data: NOTHING, tolerance: 0.2 }]));
    const map = await createMap(this.#figure, box, { version: 8, sources: { ...orientation, ...sources }, layers: [] });
    this.#map = map;
    onDefinitionChange(() => this.#paint());
    this.#paint();
    return map;
  }

  /** Land and lines come after what the page shows: they are large, and only for orientation. */
  async addOrientation() {
    const { land, lines } = this.#figure.dataset;
    try {
      const [drawnLines, territories] = await Promise.all([lines, land].map((id) => (id ? readFeatures(id) : [])));
      this.#put('territories', territories);
      this.#put('country-names', countryNames(territories));
      this.#put('boundary-lines', drawnLines);
      this.#figure.querySelector('.legend').replaceChildren(...lineLegend(drawnLines, knownFrom(drawnLines, [])));
      await this.#map.once('idle');
    } catch (error) {
      this.say(`Lines and land could not be loaded and are missing from the map: ${error.message}.`);
    }
  }

  #put(source, features) {
    this.#map.getSource(source).setData({ type: 'FeatureCollection', features: features.filter(({ geometry }) => geometry) });
  }

  /** Brings the map's layers to what the data and the colour scheme ask for. What the page shows keeps its filters. */
  #paint() {
    for (const layer of pageStyle(this.#shown)) {
      if (!this.#map.getLayer(layer.id)) {
        this.#map.addLayer(layer);
        continue;
      }
      if (layer.filter && ORIENTATION.includes(layer.source)) this.#map.setFilter(layer.id, layer.filter);
      for (const [name, value] of Object.entries(layer.paint ?? {})) this.#map.setPaintProperty(layer.id, name, value);
    }
  }

  say(text) {
    say(this.#figure, text);
  }
}
