/** The reports in view by day and group, the ceasefires between them, and the period that the page shows. */
import { DAY_MILLISECONDS } from './days.js';
import { element } from './element.js';
import { bars, daysOfBar, spanOf } from './histogram.js';
import { groupOfType } from './incidentGroups.js';
import { dateText, text } from './messages.js';
import { Player } from './player.js';
import { drawBars } from './timelineBars.js';

const NARROWEST_BAR_PIXELS = 3;

export class Timeline {
  #period;
  #showsGroup;
  #askForBars;
  #container;
  #plot;
  #sliders;
  #status;
  #buttons;
  #player;
  #zoomed = null;
  // Of all times: all reports. And those in view by steps of days; null where they aren't known.
  #all = [];
  #inView = { question: { days: 1, span: null }, counts: [] };
  // The question that bars were last asked for.
  #asked = null;
  // How many in view are of the period, as far as that is known of the one that is shown.
  #count = null;
  #ceasefires = [];

  /**
   * @param {(group) => boolean} showsGroup whether reports of a group are to be seen
   * @param {() => void} askForBars called when other bars are needed; see {@link question}
   * @param {() => boolean} isMapShown whether the map shows the period as it is
   */
  constructor(container, period, showsGroup, askForBars, isMapShown) {
    this.#container = container;
    this.#period = period;
    this.#showsGroup = showsGroup;
    this.#askForBars = askForBars;
    this.#player = new Player(period, () => this.#wholeSpan(), () => this.#count !== null && isMapShown(), () => this.#onPlayer());
    this.#plot = element('div.timeline-plot');
    this.#sliders = { from: this.#slider('timeline.from'), to: this.#slider('timeline.to') };
    this.#status = element('p.timeline-status', { role: 'status' });
    this.#buttons = this.#makeButtons();
    container.append(
      element('div.timeline-head', this.#status, element('div.timeline-buttons', ...Object.values(this.#buttons))),
      element('div.timeline-frame', { dir: 'ltr' }, this.#plot, this.#sliders.from, this.#sliders.to),
    );
    this.#followPointer();
    new ResizeObserver(() => this.draw()).observe(this.#plot);
    this.#drawButtons();
  }

  /** Of how many days a bar is to be, and of which time they are; null for all. */
  get question() {
    const span = this.#span();
    return { days: span ? daysOfBar(span, Math.max(1, this.#plot.clientWidth / NARROWEST_BAR_PIXELS)) : 1, span: this.#zoomed };
  }

  /** Takes how many reports there are of all times, by event type; they give the span. */
  showAll(counts) {
    this.#all = counts;
    this.draw();
  }

  /** Takes how many there are in view, by event type and steps of so many days; null where that isn't known. */
  showInView(question, counts) {
    this.#inView = { question, counts };
    this.draw();
  }

  /** Takes how many of those in view are to be seen, in the period as it is. */
  showCount(count) {
    this.#count = count;
    this.draw();
  }

  /** @param ceasefires each with its time and name */
  showCeasefires(ceasefires) {
    this.#ceasefires = ceasefires;
    this.draw();
  }

  draw() {
    const span = this.#span();
    this.#container.hidden = !span;
    if (!span || !this.#plot.clientWidth) return;
    this.#askForOthers();
    const { question: { days }, counts } = this.#inView;
    const shown = this.#period.days;
    const isInSpan = ({ from }) => from <= span.to && from + days * DAY_MILLISECONDS > span.from;
    const drawn = bars((counts ?? []).filter((row) => this.#isShown(row)), days).filter(isInSpan);
    this.#plot.classList.toggle('unknown', counts === null);
    this.#plot.replaceChildren(drawBars(this.#plot.clientWidth, this.#plot.clientHeight, span, days, drawn, shown), this.#marks(span));
    const undated = shown ? this.#shownOfAll().reduce((sum, row) => sum + row.undated, 0) : 0;
    const words = [
      shown ? text('timeline.span', { from: dateText(shown.from), to: dateText(shown.to) }) : text('timeline.all'),
      this.#count === null ? null : text('timeline.chart', { count: this.#count, bar: text('timeline.days', { count: days }) }),
      undated ? text('timeline.undated', { count: undated }) : null,
    ].filter(Boolean).join(' · ');
    // Words that are set again are spoken again.
    if (this.#status.textContent !== words) this.#status.textContent = words;
    this.#setSliders(span, shown ?? span);
    this.#drawButtons();
  }

  /** Where other bars are needed than were asked for. */
  #askForOthers() {
    const needed = JSON.stringify(this.question);
    if (needed === this.#asked) return;
    this.#asked = needed;
    this.#askForBars();
  }

  #isShown({ by }) {
    return this.#showsGroup(groupOfType(by.event_type));
  }

  #shownOfAll() {
    return this.#all.filter((row) => this.#isShown(row));
  }

  #wholeSpan() {
    return spanOf(this.#shownOfAll());
  }

  #span() {
    return this.#zoomed ?? this.#wholeSpan();
  }

  /** Made once: a button that is made anew between press and release is never clicked. */
  #makeButtons() {
    const button = (click, key) => element('button', { type: 'button', click }, key ? text(key) : null);
    return {
      play: button(() => this.#player.toggle()),
      zoom: button(() => this.#zoom(this.#period.days), 'timeline.zoom'),
      all: button(() => this.#showAllTimes(), 'timeline.all'),
    };
  }

  /** A period that runs would be spoken without end. */
  #onPlayer() {
    this.#status.setAttribute('aria-live', this.#player.isPlaying ? 'off' : 'polite');
    this.#drawButtons();
  }

  #drawButtons() {
    this.#buttons.play.textContent = text(this.#player.isPlaying ? 'timeline.pause' : 'timeline.play');
    this.#buttons.zoom.disabled = !this.#period.days;
    this.#buttons.all.disabled = !this.#period.days && !this.#zoomed;
  }

  #zoom(span) {
    this.#zoomed = span;
    this.draw();
  }

  #showAllTimes() {
    this.#player.pause();
    this.#zoomed = null;
    this.#period.set(null);
    this.draw();
  }

  #marks(span) {
    const length = span.to - span.from + DAY_MILLISECONDS;
    return element(
      'ul.ceasefires',
      this.#ceasefires
        .filter(({ time }) => time >= span.from && time < span.to + DAY_MILLISECONDS)
        .map(({ time, name }) => {
          const title = text('timeline.ceasefire', { name });
          const mark = element('li.ceasefire', { title }, element('span.hidden', title));
          mark.style.left = `${(100 * (time - span.from)) / length}%`;
          return mark;
        }),
    );
  }

  #slider(key) {
    const other = () => (key === 'timeline.from' ? this.#sliders.to : this.#sliders.from);
    return element('input.timeline-slider', {
      type: 'range',
      'aria-label': text(key),
      step: String(DAY_MILLISECONDS),
      input: ({ target }) => this.#period.set({ from: Number(target.value), to: Number(other().value) }),
    });
  }

  #setSliders(span, days) {
    for (const side of ['from', 'to']) {
      const slider = this.#sliders[side];
      Object.assign(slider, { min: span.from, max: span.to });
      slider.value = days[side];
      slider.setAttribute('aria-valuetext', dateText(days[side]));
    }
  }

  /** A stroke over the bars is a period; a click shows one bar's day. */
  #followPointer() {
    let start = null;
    const dayAt = ({ clientX }) => {
      const { left, width } = this.#plot.getBoundingClientRect();
      const span = this.#span();
      const share = Math.min(0.99999, Math.max(0, (clientX - left) / width));
      const days = Math.floor((share * (span.to - span.from + DAY_MILLISECONDS)) / DAY_MILLISECONDS);
      return span.from + days * DAY_MILLISECONDS;
    };
    this.#plot.addEventListener('pointerdown', (event) => {
      this.#player.pause();
      start = dayAt(event);
      this.#plot.setPointerCapture(event.pointerId);
      this.#period.set({ from: start, to: start });
    });
    this.#plot.addEventListener('pointermove', (event) => {
      if (start !== null) this.#period.set({ from: start, to: dayAt(event) });
    });
    for (const end of ['pointerup', 'pointercancel']) this.#plot.addEventListener(end, () => (start = null));
  }
}
