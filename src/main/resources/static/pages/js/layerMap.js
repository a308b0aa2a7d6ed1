import { readJson } from '../../map/js/collections.js';
import { boxOf } from './boxes.js';
import { FeaturePopups } from './featurePopups.js';
import { featureLayers } from './featureStyle.js';
import { FigureMap } from './figureMap.js';
import { NOTHING } from './pageStyle.js';
import { RowLinks } from './rowLinks.js';

const number = new Intl.NumberFormat('en');

/** The map in a figure, which says in its data attributes what to show. */
export class LayerMap {
  #figure;
  #about;
  #map;

  constructor(figure) {
    this.#figure = figure;
    this.#about = figure.dataset;
    this.#map = new FigureMap(figure, featureLayers);
  }

  async open() {
    this.#map.say('Loading the map …');
    try {
      const { features, total } = await this.#read();
      const placed = features.filter(({ geometry }) => geometry && boxOf([geometry]));
      if (placed.length === 0) {
        this.#figure.classList.add('empty');
        this.#map.say(features.length === 1 ? 'This feature has no place to show on a map.' : 'None of these features has a place to show on a map.');
        return;
      }
      await this.#draw(features, boxOf(placed.map(({ geometry }) => geometry)));
      this.#map.say(summary(features.length, placed.length, total));
    } catch (error) {
      this.#map.say(`The map could not be drawn: ${error.message}.`);
      return;
    }
    await this.#map.addOrientation();
    this.#figure.dataset.drawn = 'true';
  }

  async #read() {
    const document_ = await readJson(new URL(this.#about.features, location.href));
    const features = document_.type === 'Feature' ? [document_] : document_.features;
    return { features, total: document_.numberMatched ?? features.length };
  }

  async #draw(features, box) {
    const map = await this.#map.open(box, { features: { type: 'geojson', data: NOTHING, tolerance: 0.2 } });
    map.getSource('features').setData({ type: 'FeatureCollection', features: features.map(forMap) });
    new FeaturePopups(map, features, this.#about);
    new RowLinks(map, features);
  }
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
