/**
 * What is shown on the map. Nearly everything is, until somebody hides it; a key names a layer ('places') or a value within
 * one ('incidents/battles'). The legend changes the settings, the map follows.
 */
export class Settings {
  #hidden = new Set(HIDDEN_AT_FIRST);
  #listeners = [];

  shows(key) {
    return !this.#hidden.has(key);
  }

  set(key, shown) {
    if (shown) this.#hidden.delete(key);
    else this.#hidden.add(key);
    this.#tell();
  }

  /** What is hidden, or null where that is what nobody has changed. */
  get hidden() {
    const hidden = [...this.#hidden].sort();
    return String(hidden) === String(HIDDEN_AT_FIRST) ? null : hidden;
  }

  /** @param {string[]|null} keys null for what is hidden at first */
  setHidden(keys) {
    const wanted = [...(keys ?? HIDDEN_AT_FIRST)].sort();
    if (String(wanted) === String([...this.#hidden].sort())) return;
    this.#hidden = new Set(wanted);
    this.#tell();
  }

  onChange(listener) {
    this.#listeners.push(listener);
  }

  #tell() {
    for (const listener of this.#listeners) listener();
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

// What lies in several claims' areas is seen in these.
const HIDDEN_AT_FIRST = [key.claim('union'), key.claim('intersection')].sort();
