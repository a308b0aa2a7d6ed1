/** Tells what the tiles hold at a point. */
import { Popup } from '../../map/vendor/maplibre-gl-6.17.0/maplibre-gl.mjs';
import { element } from '../../map/js/element.js';
import { valueList } from './valueList.js';

const TOLERANCE_PIXELS = 4;
const MOST_FEATURES = 6;
const number = new Intl.NumberFormat('en');

export class TilePopups {
  #map;
  #titles;

  /** @param titles of the tiles' layers, by their ids */
  constructor(map, titles) {
    this.#map = map;
    this.#titles = titles;
    map.on('click', (event) => this.#onClick(event));
    map.on('mousemove', ({ point }) => (map.getCanvas().style.cursor = this.#at(point).length ? 'pointer' : ''));
  }

  #onClick({ point, lngLat }) {
    const found = this.#at(point);
    if (found.length === 0) return;
    const shown = found.slice(0, MOST_FEATURES).map((feature) => this.#describe(feature));
    const more = found.length - shown.length;
    const content = element('div.popup-content', { tabindex: '0' }, shown, more > 0 ? element('p', `and ${more} more here`) : null);
    new Popup({ maxWidth: '300px', className: 'feature-popup' }).setLngLat(lngLat).setDOMContent(content).addTo(this.#map);
  }

  /** Each feature once, though it may be drawn as an area and as its outline, and by several tiles. */
  #at({ x, y }) {
    const box = [[x - TOLERANCE_PIXELS, y - TOLERANCE_PIXELS], [x + TOLERANCE_PIXELS, y + TOLERANCE_PIXELS]];
    const drawn = this.#map.queryRenderedFeatures(box).filter(({ source }) => source === 'tiles');
    return [...new Map(drawn.map((feature) => [`${feature.sourceLayer} ${JSON.stringify(feature.properties)}`, feature])).values()];
  }

  #describe({ sourceLayer, properties }) {
    const { clustered, point_count: count, ...values } = properties;
    const title = this.#titles.get(sourceLayer) ?? sourceLayer;
    const heading = clustered ? `${title}: ${number.format(count)} together` : title;
    return element('section', element('h2', heading), valueList(values, new Map()));
  }
}
