/**
 * Has what is asked of one collection done in turn: a whole reading that began before a change must not end after what was
 * read of that change, and show the older state.
 */
export class Turns {
  #last = new Map();

  /** @param {() => Promise<void>} work is begun when all is done that was asked of the collection before */
  take(collection, work) {
    const turn = (this.#last.get(collection) ?? Promise.resolve()).then(work, work);
    this.#last.set(collection, turn);
    return turn;
  }
}
