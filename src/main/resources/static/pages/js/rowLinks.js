/** Shows on the map which feature a row of the page's table tells of, while the pointer or the keyboard is there. */
import { choose } from './featureStyle.js';

export class RowLinks {
  #map;
  #indexes;

  constructor(map, features) {
    this.#map = map;
    this.#indexes = new Map(features.map(({ id }, index) => [String(id), index]));
    const body = document.querySelector('.rows tbody');
    if (!body) return;
    for (const entering of ['pointerover', 'focusin']) body.addEventListener(entering, ({ target }) => this.#show(target));
    for (const leaving of ['pointerleave', 'focusout']) body.addEventListener(leaving, () => choose(this.#map, null));
  }

  #show(target) {
    const id = target.closest('tr')?.querySelector('th a')?.textContent;
    choose(this.#map, this.#indexes.get(id) ?? null);
  }
}
