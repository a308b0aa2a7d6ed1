/** Draws what a style draws, as any client would: from the style alone. */
import { readJson } from '../../map/js/collections.js';
import { createMap, say } from './createMap.js';
import { onThisServer } from './thisServer.js';

const WORLD = [-180, -85, 180, 85];

export class StyleMap {
  #figure;

  constructor(figure) {
    this.#figure = figure;
  }

  async open() {
    say(this.#figure, 'Loading the map …');
    try {
      const style = await readJson(new URL(this.#figure.dataset.style, location.href));
      const boxes = await Promise.all(Object.values(style.sources).map(readBox));
      const map = await createMap(this.#figure, around(boxes.filter(Boolean)), style);
      say(this.#figure, '');
      map.on('error', ({ error }) => say(this.#figure, `Not all of the map could be read: ${error.message}.`));
      await map.once('idle');
      this.#figure.dataset.drawn = 'true';
    } catch (error) {
      say(this.#figure, `The map could not be drawn: ${error.message}.`);
    }
  }
}

async function readBox({ url }) {
  const { bounds } = await readJson(new URL(onThisServer(url)));
  return bounds;
}

function around(boxes) {
  if (boxes.length === 0) return WORLD;
  const edges = (index, choose) => choose(...boxes.map((box) => box[index]));
  return [edges(0, Math.min), edges(1, Math.min), edges(2, Math.max), edges(3, Math.max)];
}
