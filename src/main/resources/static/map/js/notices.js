import { element } from './element.js';
import { text } from './messages.js';

// What has failed is tried again by itself, at first after so long, and then ever more seldom.
const FIRST_RETRY_MILLISECONDS = 10_000;
const LAST_RETRY_MILLISECONDS = 160_000;

/** Short messages above the legend: what is loading, what failed, what is still being computed. */
export class Notices {
  #container;
  // By subject: the element, what it was made of, and what its button does.
  #shown = new Map();
  // By subject, of what has failed: what tries again, when it is due, and after how long the next time.
  #retries = new Map();

  constructor(container) {
    this.#container = container;
  }

  /** @param {() => void} [retry] tries again: when somebody presses the button for it, and after a while by itself */
  failure(subject, words, retry) {
    this.#show(subject, 'failure', words, retry ? { label: text('notice.retry'), act: retry } : null);
    if (retry) this.#retryLater(subject, retry);
  }

  /** Tries again all that has failed. */
  retryAll() {
    for (const { retry } of [...this.#retries.values()]) retry();
  }

  progress(subject, words) {
    this.#show(subject, 'progress', words);
  }

  /** @param {{label: string, act: () => void}} [action] what a button does */
  news(subject, words, action) {
    this.#show(subject, 'news', words, action);
  }

  clear(subject) {
    clearTimeout(this.#retries.get(subject)?.timer);
    this.#retries.delete(subject);
    const notice = this.#shown.get(subject)?.notice;
    this.#shown.delete(subject);
    if (!notice) return;
    const hadFocus = notice.contains(document.activeElement);
    notice.remove();
    if (hadFocus) this.#container.focus();
  }

  /** Where the words are the same it stays, as it would be spoken again. */
  #show(subject, kind, words, action) {
    const content = [kind, words, action?.label].join();
    const before = this.#shown.get(subject);
    if (before?.content === content) {
      before.act = action?.act;
      return;
    }
    const button = action ? element('button', { type: 'button', click: () => this.#shown.get(subject).act() }, action.label) : null;
    const notice = element(`div.notice.${kind}`, element('span', words), button);
    const hadFocus = before?.notice.contains(document.activeElement);
    if (before) before.notice.replaceWith(notice);
    else this.#container.append(notice);
    if (hadFocus) (button ?? this.#container).focus();
    this.#shown.set(subject, { notice, content, act: action?.act });
  }

  #retryLater(subject, retry) {
    const known = this.#retries.get(subject) ?? { timer: null, milliseconds: FIRST_RETRY_MILLISECONDS };
    known.retry = retry;
    known.timer ??= setTimeout(() => {
      known.timer = null;
      known.milliseconds = Math.min(LAST_RETRY_MILLISECONDS, 2 * known.milliseconds);
      known.retry();
    }, known.milliseconds);
    this.#retries.set(subject, known);
  }
}
