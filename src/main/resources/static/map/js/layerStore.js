/**
 * The features of each collection as the server gave them. The map's own copies lose lists and objects among their
 * properties; whoever describes a feature looks it up here.
 */
export class LayerStore {
  #collections = new Map();

  set(collection, features) {
    this.#collections.set(collection, new Map(features.map((feature) => [feature.id, feature])));
  }

  find(collection, id) {
    return this.#collections.get(collection)?.get(id);
  }

  /** All of a collection; empty as long as it is not loaded. */
  list(collection) {
    return [...(this.#collections.get(collection)?.values() ?? [])];
  }
}
