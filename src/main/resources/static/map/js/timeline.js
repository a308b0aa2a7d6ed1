/** The reports in view by day and group, the ceasefires between them, and the period that the page shows. */
import { DAY_MILLISECONDS } from './days.js';
import { element } from './element.js';
import { histogram, spanOf } from './histogram.js';
import { dateText, text } from './messages.js';
import { Player } from './player.js';
import { drawBars } from './timelineBars.js';

const NARROWEST_BAR_PIXELS = 3;

export class Timeline {
  #period;
  #container;
  #plot;
  #sliders;
  #status;
  #buttons;
  #player;
  #zoomed = null;
  #reports = { all: [], inView: [], undated: 0 };
  #ceasefires = [];

  constructor(container, period) {
    this.#container = container;
    this.#period = period;
    this.#player = new Player(period, () => this.#wholeSpan(), () => this.#drawButtons());
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

  /**
   * @param reports of all times: all of them, which give the span, and those in view, which are counted
   * @param ceasefires each with its time and name
   */
  show(reports, ceasefires) {
    this.#reports = reports;
    this.#ceasefires = ceasefires;
    this.draw();
  }

  draw() {
    const span = this.#span();
    this.#container.hidden = !span;
    if (!span || !this.#plot.clientWidth) return;
    const { days, bars } = histogram(this.#reports.inView, span, this.#plot.clientWidth / NARROWEST_BAR_PIXELS);
    const shown = this.#period.days;
    this.#plot.replaceChildren(drawBars(this.#plot.clientWidth, this.#plot.clientHeight, span, days, bars, shown), this.#marks(span));
    const inPeriod = this.#reports.inView.filter(({ properties }) => this.#period.touches(properties.time_start, properties.time_end)).length;
    this.#status.textContent = [
      shown ? text('timeline.span', { from: dateText(shown.from), to: dateText(shown.to) }) : text('timeline.all'),
      text('timeline.chart', { count: inPeriod, bar: text('timeline.days', { count: days }) }),
      this.#reports.undated ? text('timeline.undated', { count: this.#reports.undated }) : null,
    ].filter(Boolean).join(' · ');
    this.#setSliders(span, shown ?? span);
    this.#drawButtons();
  }

  #wholeSpan() {
    return spanOf(this.#reports.all ?? []);
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
      all: button(() => this.#showAll(), 'timeline.all'),
    };
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

  #showAll() {
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
