/** Lets the period run through the time that there is, a step every second or two a second. */
import { DAY_MILLISECONDS } from './days.js';

const STEP_MILLISECONDS = 500;
const CALM_STEP_MILLISECONDS = 1500;
const STEPS = 40;
const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

export class Player {
  #period;
  #spanOf;
  #isShown;
  #onChange;
  #timer = null;

  /**
   * @param {() => {from: number, to: number}|null} spanOf the time that there is
   * @param {() => boolean} isShown whether the page shows the period as it is: it goes on when it does
   */
  constructor(period, spanOf, isShown, onChange) {
    this.#period = period;
    this.#spanOf = spanOf;
    this.#isShown = isShown;
    this.#onChange = onChange;
  }

  get isPlaying() {
    return this.#timer !== null;
  }

  toggle() {
    if (this.isPlaying) this.pause();
    else this.#play();
  }

  pause() {
    clearInterval(this.#timer);
    this.#timer = null;
    this.#onChange();
  }

  #play() {
    const span = this.#spanOf();
    if (!span) return;
    // A period that somebody has chosen keeps its length; else it is a part of the whole.
    const { from, to } = this.#period.days ?? { from: span.from, to: span.from + wholeDays((span.to - span.from) / STEPS) };
    this.#period.set(to >= span.to ? { from: span.from, to: span.from + (to - from) } : { from, to });
    this.#timer = setInterval(() => this.#step(), calm.matches ? CALM_STEP_MILLISECONDS : STEP_MILLISECONDS);
    this.#onChange();
  }

  #step() {
    if (!this.#isShown()) return;
    const { from, to } = this.#period.days ?? {};
    const span = this.#spanOf();
    if (from === undefined || !span || to >= span.to) {
      this.pause();
      return;
    }
    const step = Math.max(DAY_MILLISECONDS, wholeDays((to - from + DAY_MILLISECONDS) / 2));
    this.#period.set({ from: from + step, to: to + step });
  }
}

function wholeDays(milliseconds) {
  return Math.ceil(milliseconds / DAY_MILLISECONDS) * DAY_MILLISECONDS;
}
