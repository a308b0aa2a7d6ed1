import { hasText, listed, text } from './messages.js';

/** Names of parties and sources, as far as the messages or the layers give them; an id that none names stands for itself. */
export class Names {
  #parties = new Map();
  #sources = new Map();

  /** Takes in what a territory or a boundary line says of its party and its source. */
  learn(features) {
    for (const { properties } of features) {
      if (properties.kind === 'country' && properties.party) this.#parties.set(properties.party, properties.name);
      if (properties.dataset && properties.source) this.#sources.set(properties.dataset, properties.source);
    }
  }

  party(id) {
    return hasText(`party.${id}`) ? text(`party.${id}`) : (this.#parties.get(id) ?? id);
  }

  /** Several parties in one text: KG, TJ. */
  parties(ids) {
    return ids ? listed(ids.split(', ').map((id) => this.party(id))) : null;
  }

  source(dataset) {
    return this.#sources.get(dataset) ?? dataset;
  }
}
