/**
 * Follows the server's changes (docs/changes.md): tells which features are touched, gathered for a moment, and which
 * collections have to be read again because anything in them may be other than it was.
 */
import { text } from './messages.js';

const CHANGES = new URL('../../changes', import.meta.url);
const NOTICE = 'live';
const GATHERING_MILLISECONDS = 100;
// One feature's change may reset what is computed of it again and again.
const RESET_MILLISECONDS = 3000;
const MOST_FEATURES = 200;
const BEGIN_MILLISECONDS = 1000;
const PATIENCE_MILLISECONDS = 5000;
const RETRY_MILLISECONDS = 10_000;

export class Live {
  #collections;
  #notices;
  #handlers = null;
  #source = null;
  #lastId = null;
  #touched = new Map();
  #resetAt = new Map();
  #busy = new Set();
  #timer = null;
  #silence = null;
  // Whether something may have happened that nobody told.
  #hasGap = false;
  #isLost = false;
  #opened = () => {};

  constructor(collections, notices) {
    this.#collections = collections;
    this.#notices = notices;
    // A page that was left may be kept for "back", with its connection; a browser has six for a server.
    window.addEventListener('pagehide', () => this.#disconnect());
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#connect();
    });
  }

  /** Begins to listen; done when that is so, or when it takes too long to wait for it. What comes waits for {@link follow}. */
  begin() {
    return new Promise((resolve) => {
      const goOn = (isListening) => {
        this.#hasGap = !isListening;
        this.#opened = () => {};
        resolve();
      };
      this.#opened = () => goOn(true);
      this.#connect();
      setTimeout(() => this.#source.readyState === EventSource.OPEN || goOn(false), BEGIN_MILLISECONDS);
    });
  }

  /**
   * Hands on what was and will be told.
   *
   * @param {(collection: string, changes: Map<string, {what: string, tiles: number[][]}>) => Promise<void>} handlers.touch
   *     with, for each feature's id, what happened to it first (insert, update, delete), and where: blocks of tiles
   * @param {(collection: string) => Promise<void>} handlers.reset
   */
  follow(handlers) {
    this.#handlers = handlers;
    this.#soon();
  }

  #connect() {
    const address = new URL(CHANGES);
    address.searchParams.set('collections', this.#collections.join(','));
    if (this.#lastId) address.searchParams.set('lastEventId', this.#lastId);
    this.#source = new EventSource(address);
    this.#source.onopen = () => this.#onOpen();
    this.#source.onmessage = (event) => this.#onMessage(event);
    this.#source.onerror = () => this.#onError();
    this.#watch();
  }

  #disconnect() {
    this.#source?.close();
    clearTimeout(this.#silence);
    this.#silence = null;
    this.#hasGap ||= !this.#lastId;
  }

  #onOpen() {
    clearTimeout(this.#silence);
    this.#silence = null;
    this.#notices.clear(NOTICE);
    // What else has failed meanwhile may be answered now.
    if (this.#isLost) this.#notices.retryAll();
    if (this.#hasGap) this.#resetAll();
    this.#isLost = false;
    this.#hasGap = false;
    this.#opened();
  }

  #onMessage({ data, lastEventId }) {
    this.#lastId = lastEventId;
    const { collection, feature, change, tiles } = JSON.parse(data);
    if (!collection) this.#resetAll();
    else if (change === 'reset') this.#touched.set(collection, null);
    else this.#touch(collection, feature, change, tiles?.WebMercatorQuad ?? []);
    this.#soon();
  }

  #touch(collection, id, change, tiles) {
    if (this.#touched.get(collection) === null) return;
    const changes = this.#touched.get(collection) ?? new Map();
    const before = changes.get(id);
    changes.set(id, { what: before?.what ?? change, tiles: [...(before?.tiles ?? []), ...tiles] });
    this.#touched.set(collection, changes.size > MOST_FEATURES ? null : changes);
  }

  #resetAll() {
    for (const collection of this.#collections) this.#touched.set(collection, null);
    this.#soon();
  }

  /** The browser comes back by itself, to the place where it was; unless the server has refused. */
  #onError() {
    this.#isLost = true;
    this.#watch();
    if (this.#source.readyState !== EventSource.CLOSED) return;
    this.#hasGap ||= !this.#lastId;
    setTimeout(() => this.#connect(), RETRY_MILLISECONDS);
  }

  #watch() {
    this.#silence ??= setTimeout(() => {
      this.#notices.failure(NOTICE, text('live.lost'));
      this.#hasGap ||= !this.#lastId;
    }, PATIENCE_MILLISECONDS);
  }

  #soon() {
    if (this.#handlers && this.#touched.size) this.#timer ??= setTimeout(() => this.#handOn(), GATHERING_MILLISECONDS);
  }

  /** Each collection by itself: one that takes long to read again holds up no other. */
  #handOn() {
    this.#timer = null;
    const now = Date.now();
    const isDue = ([collection, changes]) => changes || now - (this.#resetAt.get(collection) ?? 0) >= RESET_MILLISECONDS;
    for (const [collection, changes] of [...this.#touched].filter(isDue)) {
      if (this.#busy.has(collection)) continue;
      this.#touched.delete(collection);
      if (!changes) this.#resetAt.set(collection, now);
      this.#busy.add(collection);
      const handled = changes ? this.#handlers.touch(collection, changes) : this.#handlers.reset(collection);
      handled.finally(() => {
        this.#busy.delete(collection);
        this.#soon();
      });
    }
    this.#soon();
  }
}
