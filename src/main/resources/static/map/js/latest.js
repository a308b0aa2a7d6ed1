/**
 * A question that is asked again and again, while what it is about changes: what was asked before is given up, so that no
 * older answer comes after a newer one, and changes that follow each other closely are one.
 */
const PAUSE_MILLISECONDS = 80;

export class Latest {
  #ask;
  #show;
  #fail;
  #controller = null;
  #timer = null;

  /**
   * @param {(signal: AbortSignal) => Promise} ask
   * @param {(answer) => void} show
   * @param {(error: Error) => void} fail
   */
  constructor(ask, show, fail) {
    this.#ask = ask;
    this.#show = show;
    this.#fail = fail;
  }

  /** Asks in a moment; what is asked for until then is the same question. What was asked before is of no use any more. */
  soon() {
    this.#controller?.abort();
    this.#timer ??= setTimeout(() => this.now(), PAUSE_MILLISECONDS);
  }

  /** Asks; done when that is answered, or given up for another asking. */
  async now() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#controller?.abort();
    const { signal } = (this.#controller = new AbortController());
    try {
      const answer = await this.#ask(signal);
      if (!signal.aborted) this.#show(answer);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }
}
