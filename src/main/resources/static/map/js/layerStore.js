/**
 * The features of each collection that is kept as a whole, as the server gave them. The map's own copies lose lists and
 * objects among their properties; whoever describes a feature looks it up here.
 */
export class LayerStore {
  #collections = new Map();

  set(collection, features) {
    this.#collections.set(collection, new Map(features.map((feature) => [feature.id, feature])));
  }

  /** All of a collection with some of its features as they are now: those of the ids that are not present are gone. */
  replaced(collection, ids, present) {
    const features = new Map(this.#collections.get(collection));
    const now = new Map(present.map((feature) => [feature.id, feature]));
    for (const id of ids) if (!now.has(id)) features.delete(id);
    for (const [id, feature] of now) features.set(id, feature);
    return [...features.values()];
  }

  find(collection, id) {
    return this.#collections.get(collection)?.get(id);
  }

  /** All of a collection; empty as long as it is not loaded. */
  list(collection) {
    return [...(this.#collections.get(collection)?.values() ?? [])];
  }
}
