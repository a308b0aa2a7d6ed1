/** Draws the tiles of a page as any client would: from their TileJSON. */
import { readJson } from '../../map/js/collections.js';
import { FigureMap } from './figureMap.js';
import { TilePopups } from './tilePopups.js';
import { onThisServer } from './thisServer.js';
import { tileLayers } from './tileStyle.js';

const WORLD = [-180, -85, 180, 85];

export class TileMap {
  #figure;

  constructor(figure) {
    this.#figure = figure;
  }

  async open() {
    let titles = new Map();
    const figureMap = new FigureMap(this.#figure, (colours) => tileLayers([...titles.keys()], colours));
    figureMap.say('Loading the map …');
    try {
      const { tiles, bounds, minzoom, maxzoom, vector_layers: layers } = await readJson(new URL(this.#figure.dataset.tiles, location.href));
      titles = new Map(layers.map(({ id, description }) => [id, description]));
      const addresses = tiles.map(onThisServer);
      const box = bounds ?? WORLD;
      const map = await figureMap.open(box, { tiles: { type: 'vector', tiles: addresses, bounds: box, minzoom, maxzoom } });
      figureMap.say(bounds ? '' : 'None of these features has a place, or it is not known now where they lie.');
      map.on('error', ({ error }) => figureMap.say(`Not all of the tiles could be read: ${error.message}.`));
      new TilePopups(map, titles);
    } catch (error) {
      figureMap.say(`The map could not be drawn: ${error.message}.`);
      return;
    }
    await figureMap.addOrientation();
    this.#figure.dataset.drawn = 'true';
  }
}
