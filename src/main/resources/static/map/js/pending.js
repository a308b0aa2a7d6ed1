/** Follows what the server still computes. */
import { readFeatures } from './collections.js';
import { countText } from './words.js';

const INTERVAL_MILLISECONDS = 3000;

// What is said while the features of a collection are computed, and of those that could not be.
const FOLLOWED = {
  'withdrawal-areas': { subject: 'Withdrawal areas', failure: areaFailures },
  compliance: { subject: 'Verdicts on sightings', failure: () => null },
};

/** Tells of features that are pending or failed, and asks again until none is pending. */
export class Pending {
  #notices;
  #onChange;

  /** @param {(collection: string, features: Object[]) => void} onChange gets all features whenever some have become ready */
  constructor(notices, onChange) {
    this.#notices = notices;
    this.#onChange = onChange;
  }

  follow(collection, features) {
    if (!FOLLOWED[collection]) return;
    const { subject, failure } = FOLLOWED[collection];
    const failed = failure(features);
    if (failed) this.#notices.failure(failedKey(collection), failed);
    else this.#notices.clear(failedKey(collection));
    const pending = features.filter(isPending).length;
    if (!pending) {
      this.#notices.clear(pendingKey(collection));
      return;
    }
    this.#notices.progress(pendingKey(collection), `${subject} are being computed: ${features.length - pending} of ${features.length} ready.`);
    setTimeout(() => this.#ask(collection, features), INTERVAL_MILLISECONDS);
  }

  async #ask(collection, features) {
    const { subject } = FOLLOWED[collection];
    try {
      const fresh = await readFeatures(collection);
      if (fresh.filter(isPending).length !== features.filter(isPending).length) this.#onChange(collection, fresh);
      this.follow(collection, fresh);
    } catch (error) {
      this.#notices.failure(pendingKey(collection), `${subject} are being computed, but asking for them failed: ${error.message}. Asking again.`);
      setTimeout(() => this.#ask(collection, features), INTERVAL_MILLISECONDS);
    }
  }
}

function isPending({ properties }) {
  return properties.status === 'pending' || properties.status === 'stale';
}

function pendingKey(collection) {
  return `pending ${collection}`;
}

function failedKey(collection) {
  return `failed ${collection}`;
}

/** Null when none has failed. */
function areaFailures(areas) {
  const failed = areas.filter(({ properties }) => properties.status === 'failed');
  if (!failed.length) return null;
  const reasons = new Set(failed.map(({ properties }) => properties.failure ?? 'no reason is given'));
  return `${countText(failed.length, 'withdrawal area')} could not be computed: ${[...reasons].join('; ')}`;
}
