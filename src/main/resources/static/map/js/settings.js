/**
 * What is shown on the map. Nearly everything is, until somebody hides it; a key names a layer ('places') or a value within
 * one ('incidents/battles'). The legend changes the settings, the map follows.
 */
export class Settings {
  // What lies in several claims' areas is seen in these.
  #hidden = new Set([key.claim('union'), key.claim('intersection')]);
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
  claim: (claim) => `withdrawal-areas/claim/${claim}`,
};
