/** Finds places by any of their names, and coordinates in degrees or MGRS, as the server's process "locate" reads them. */
import { postJson } from './collections.js';
import { element } from './element.js';
import { failureText } from './failures.js';
import { text } from './messages.js';
import { placeName } from './placeNames.js';
import { uncertaintyText } from './words.js';

const LOCATE = new URL('../../processes/locate/execution', import.meta.url);
const CLOSEST_ZOOM = 13;
const NOT_FOUND = 422;

export class Search {
  #form;
  #status;
  #view;
  #store;

  constructor(form, view, store) {
    this.#form = form;
    this.#view = view;
    this.#store = store;
    this.#status = element('div.search-status', { role: 'status' });
    form.append(this.#status);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#find(new FormData(form).get('place').trim());
    });
  }

  async #find(place) {
    if (!place) return;
    try {
      const { features } = await postJson(LOCATE, { inputs: { place } });
      this.#status.replaceChildren(...features.map((feature) => this.#result(feature, place)));
      this.#goTo(features[0]);
    } catch (error) {
      this.#status.textContent = error.status === NOT_FOUND ? text('search.none', { place }) : failureText(error);
    }
  }

  /** One of perhaps several places of a name. */
  #result(feature, asked) {
    const { properties } = feature;
    const known = properties.place ? this.#store.find('places', properties.place) : null;
    const name = known ? placeName(known.properties) : (properties.name ?? asked);
    const words = text('search.found', { place: name, precision: uncertaintyText({ uncertainty_m: properties.uncertainty_m }) });
    return element('button.in-text', { type: 'button', click: () => this.#goTo(feature) }, words);
  }

  /** Moves there, and draws how sure the place is. */
  #goTo(feature) {
    this.#view.map.jumpTo({ center: feature.properties.centre, zoom: Math.max(this.#view.map.getZoom(), CLOSEST_ZOOM) });
    this.#view.showUncertainty([feature]);
  }
}
