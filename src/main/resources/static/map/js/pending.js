/** Tells of what the server still computes, and of what could not be computed. The change feed tells when it has become ready. */
import { text } from './messages.js';

// The collections whose features are computed, and what is said of those that could not be.
const COMPUTED = {
  'withdrawal-areas': areaFailures,
  compliance: () => null,
};

export class Pending {
  #notices;

  constructor(notices) {
    this.#notices = notices;
  }

  /** @param {Object[]} features all of the collection */
  tell(collection, features) {
    if (!COMPUTED[collection]) return;
    const failed = COMPUTED[collection](features);
    if (failed) this.#notices.failure(failedKey(collection), failed);
    else this.#notices.clear(failedKey(collection));
    const pending = features.filter(isPending).length;
    const numbers = { ready: features.length - pending, all: features.length };
    if (pending) this.#notices.progress(pendingKey(collection), text(`pending.${collection}`, numbers));
    else this.#notices.clear(pendingKey(collection));
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
