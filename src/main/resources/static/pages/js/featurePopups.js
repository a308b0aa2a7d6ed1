/** Tells what stands at a point: a few values of each feature there, and where all of them are. */
import { Popup } from '../../map/vendor/maplibre-gl-6.17.0/maplibre-gl.mjs';
import { element } from '../../map/js/element.js';
import { readJson } from '../../map/js/collections.js';
import { valueList } from './valueList.js';
import { FEATURE_LAYERS, choose } from './featureStyle.js';

const TOLERANCE_PIXELS = 4;
const MOST_FEATURES = 6;

export class FeaturePopups {
  #map;
  #features;
  #about;
  #titles = null;

  constructor(map, features, about) {
    this.#map = map;
    this.#features = features;
    this.#about = about;
    map.on('click', (event) => this.#onClick(event));
    map.on('mousemove', ({ point }) => (map.getCanvas().style.cursor = this.#at(point).length ? 'pointer' : ''));
  }

  async #onClick({ point, lngLat }) {
    const indexes = this.#at(point);
    if (indexes.length === 0) return;
    const titles = await this.#readTitles();
    const shown = indexes.slice(0, MOST_FEATURES).map((index) => this.#describe(this.#features[index], titles));
    const more = indexes.length - shown.length;
    const content = element('div.popup-content', { tabindex: '0' }, shown, more > 0 ? element('p', `and ${more} more here`) : null);
    if (indexes.length === 1) choose(this.#map, indexes[0]);
    new Popup({ maxWidth: '300px', className: 'feature-popup' })
      .setLngLat(lngLat)
      .setDOMContent(content)
      .on('close', () => choose(this.#map, null))
      .addTo(this.#map);
  }

  #at({ x, y }) {
    const box = [[x - TOLERANCE_PIXELS, y - TOLERANCE_PIXELS], [x + TOLERANCE_PIXELS, y + TOLERANCE_PIXELS]];
    const rendered = this.#map.queryRenderedFeatures(box, { layers: FEATURE_LAYERS });
    return [...new Set(rendered.map(({ properties }) => properties.index))];
  }

  /** Names stand for titles where those can't be had. */
  async #readTitles() {
    if (!this.#about.schema) return new Map();
    this.#titles ??= readJson(new URL(this.#about.schema, location.href)).then(
      ({ properties }) => new Map(Object.entries(properties).map(([name, { title }]) => [name, title ?? name])),
      () => new Map(),
    );
    return this.#titles;
  }

  #describe({ id, properties }, titles) {
    const values = valueList(properties, titles);
    // What was just computed is a feature of no collection: it has no page of its own.
    if (!this.#about.items) return element('section', values);
    const href = `${this.#about.items}/${encodeURIComponent(id)}`;
    return element('section', element('h2', element('a', { href }, String(id))), values);
  }
}
