/** Follows what the server still computes. */
import { readFeatures } from './collections.js';
import { failureText } from './failures.js';
import { listed, text } from './messages.js';

const INTERVAL_MILLISECONDS = 3000;

// The collections whose features are computed, and what is said of those that could not be.
const FOLLOWED = {
  'withdrawal-areas': areaFailures,
  compliance: () => null,
};

/** Tells of features that are pending or failed, and asks again until none is pending. */
export class Pending {
  #notices;
  #onChange;
  #timers = new Map();

  /** @param {(collection: string, features: Object[]) => void} onChange gets all features whenever some have become ready */
  constructor(notices, onChange) {
    this.#notices = notices;
    this.#onChange = onChange;
  }

  follow(collection, features) {
    if (!FOLLOWED[collection]) return;
    const failed = FOLLOWED[collection](features);
    if (failed) this.#notices.failure(failedKey(collection), failed);
    else this.#notices.clear(failedKey(collection));
    const pending = features.filter(isPending).length;
    if (!pending) {
      this.#notices.clear(pendingKey(collection));
      return;
    }
    this.#notices.progress(pendingKey(collection), text(`pending.${collection}`, { ready: features.length - pending, all: features.length }));
    this.#askLater(collection, features);
  }

  /** Once for a collection, however often it is read meanwhile. */
  #askLater(collection, features) {
    clearTimeout(this.#timers.get(collection));
    this.#timers.set(collection, setTimeout(() => this.#ask(collection, features), INTERVAL_MILLISECONDS));
  }

  async #ask(collection, features) {
    try {
      const fresh = await readFeatures(collection);
      if (fresh.filter(isPending).length !== features.filter(isPending).length) this.#onChange(collection, fresh);
      this.follow(collection, fresh);
    } catch (error) {
      this.#notices.failure(pendingKey(collection), text('pending.askFailed', { reason: failureText(error) }));
      this.#askLater(collection, features);
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
  const reasons = new Set(failed.map(({ properties }) => properties.failure ?? text('pending.noReason')));
  return text('pending.failed', { count: failed.length, reasons: [...reasons].join('; ') });
}
