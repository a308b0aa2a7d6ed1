/**
 * What is shown on the map. Everything is, until somebody hides it; a key names a layer ('places') or a value within
 * one ('incidents/battles'). The legend changes the settings, the map follows.
 */
export class Settings {
  #hidden = new Set();
  #listeners = [];

  shows(key) {
    return !this.#hidden.has(key);
  }

  set(key, shown) {
    if (shown) this.#hidden.delete(key);
    else this.#hidden.add(key);
    for (const listener of this.#listeners) listener();
  }

  onChange(listener) {
    this.#listeners.push(listener);
  }
}

export const key = {
  layer: (id) => id,
  incidents: (group) => `incidents/${group}`,
  line: (source) => `boundary-lines/${source}`,
  rule: (rule) => `withdrawal-areas/rule/${rule}`,
  party: (party) => `withdrawal-areas/party/${party}`,
  measuredFrom: (source) => `withdrawal-areas/source/${source}`,
};
