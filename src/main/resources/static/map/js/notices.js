import { element } from './element.js';
import { text } from './messages.js';

/** Short messages above the legend: what is loading, what failed, what is still being computed. */
export class Notices {
  #container;
  #shown = new Map();
  #retries = new Map();

  constructor(container) {
    this.#container = container;
  }

  /** @param {() => void} [retry] what a button "Try again" does */
  failure(subject, words, retry) {
    this.#show(subject, 'failure', element('span', words), retry ? element('button', { type: 'button', click: retry }, text('notice.retry')) : null);
    if (retry) this.#retries.set(subject, retry);
  }

  /** Tries again all that has failed. */
  retryAll() {
    for (const retry of [...this.#retries.values()]) retry();
  }

  progress(subject, words) {
    this.#show(subject, 'progress', element('span', words));
  }

  /** @param {{label: string, act: () => void}} [action] what a button does */
  news(subject, words, action) {
    this.#show(subject, 'news', element('span', words), action ? element('button', { type: 'button', click: action.act }, action.label) : null);
  }

  clear(subject) {
    this.#shown.get(subject)?.remove();
    this.#shown.delete(subject);
    this.#retries.delete(subject);
  }

  #show(subject, kind, ...content) {
    const notice = element(`div.notice.${kind}`, ...content);
    if (this.#shown.has(subject)) this.#shown.get(subject).replaceWith(notice);
    else this.#container.append(notice);
    this.#shown.set(subject, notice);
    this.#retries.delete(subject);
  }
}
