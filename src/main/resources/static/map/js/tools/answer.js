/** Where a tool's answer stands: that it is being computed, what came of it, or why nothing did. */
import { element } from '../element.js';
import { failureText } from '../failures.js';
import { text } from '../messages.js';

const PAUSE_MILLISECONDS = 250;

export class Answer {
  #status = element('p.tool-status', { role: 'status' });
  #body = element('div');
  #stop = element('button', { type: 'button', hidden: true, click: () => this.#cancel() }, text('tool.stop'));
  #controller = null;

  get elements() {
    return [this.#status, this.#stop, this.#body];
  }

  /**
   * Asks once nothing has changed for a moment; whatever was asked before is given up.
   *
   * @param {(signal: AbortSignal) => Promise} question
   * @param {(answer) => void} onAnswer calls {@link say}
   */
  async ask(question, onAnswer) {
    this.#giveUp();
    const controller = new AbortController();
    this.#controller = controller;
    this.#tell(text('tool.computing'), 'asking');
    await new Promise((resume) => setTimeout(resume, PAUSE_MILLISECONDS));
    if (controller.signal.aborted) return;
    try {
      const answer = await question(controller.signal);
      if (controller.signal.aborted) return;
      this.#controller = null;
      onAnswer(answer);
    } catch (error) {
      if (controller.signal.aborted) return;
      this.#controller = null;
      this.fail(failureText(error));
    }
  }

  say(words, ...content) {
    this.#tell(words, 'said');
    this.#body.replaceChildren(...content.flat());
  }

  fail(reason) {
    this.#tell(text('tool.failed', { reason }), 'failure');
  }

  clear() {
    this.#giveUp();
    this.#tell('', 'said');
  }

  #cancel() {
    this.#giveUp();
    this.#tell(text('tool.stopped'), 'said');
  }

  #giveUp() {
    this.#controller?.abort();
    this.#controller = null;
  }

  #tell(words, state) {
    this.#status.textContent = words;
    this.#status.dataset.state = state;
    this.#stop.hidden = state !== 'asking';
    this.#body.replaceChildren();
  }
}
