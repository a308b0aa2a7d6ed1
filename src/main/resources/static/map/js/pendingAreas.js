/** Follows withdrawal areas that the server still computes. */
import { readFeatures } from './collections.js';
import { countText } from './words.js';

const COLLECTION = 'withdrawal-areas';
const INTERVAL_MILLISECONDS = 3000;

/** Tells of areas that are pending or failed, and asks again until none is pending. */
export class PendingAreas {
  #notices;
  #onChange;

  /** @param {(areas: Object[]) => void} onChange gets all areas whenever some have become ready */
  constructor(notices, onChange) {
    this.#notices = notices;
    this.#onChange = onChange;
  }

  follow(areas) {
    const failed = areas.filter(({ properties }) => properties.status === 'failed');
    if (failed.length) this.#notices.failure('failed areas', failureText(failed));
    else this.#notices.clear('failed areas');
    const pending = areas.filter(isPending).length;
    if (!pending) {
      this.#notices.clear('pending areas');
      return;
    }
    this.#notices.progress('pending areas', `Withdrawal areas are being computed: ${areas.length - pending} of ${areas.length} ready.`);
    setTimeout(() => this.#ask(areas), INTERVAL_MILLISECONDS);
  }

  async #ask(areas) {
    try {
      const fresh = await readFeatures(COLLECTION);
      if (fresh.filter(isPending).length !== areas.filter(isPending).length) this.#onChange(fresh);
      this.follow(fresh);
    } catch (error) {
      this.#notices.failure('pending areas', `Withdrawal areas are being computed, but asking for them failed: ${error.message}. Asking again.`);
      setTimeout(() => this.#ask(areas), INTERVAL_MILLISECONDS);
    }
  }
}

function isPending({ properties }) {
  return properties.status === 'pending' || properties.status === 'stale';
}

function failureText(failed) {
  const reasons = new Set(failed.map(({ properties }) => properties.failure ?? 'no reason is given'));
  return `${countText(failed.length, 'withdrawal area')} could not be computed: ${[...reasons].join('; ')}`;
}
