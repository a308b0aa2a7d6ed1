/** The popup over the map, one at a time: scrolls, grows, and stays where it can be seen as a whole. */
import { Popup } from '../vendor/maplibre-gl-6.17.0/maplibre-gl.mjs';
import { element } from './element.js';
import { text } from './messages.js';

const OFFSET_PIXELS = 14;
const MARGIN_PIXELS = 12;
const CLEARANCE_PIXELS = 60;

export class PopupWindow {
  #map;
  #onClose;
  #popup = null;
  #content = null;

  /** @param {() => void} onClose when it is closed, and not only given other content */
  constructor(map, onClose) {
    this.#map = map;
    this.#onClose = onClose;
  }

  get isOpen() {
    return Boolean(this.#popup?.isOpen());
  }

  get hasFocus() {
    return this.isOpen && this.#popup.getElement().contains(document.activeElement);
  }

  /** Where a reader is in it: the events that are unfolded, by the id of one account each, and how far it is scrolled. */
  get reading() {
    const unfolded = [...this.#content.querySelectorAll('details.event[open]')].map(({ dataset }) => dataset.event);
    return { unfolded, top: this.#content.scrollTop };
  }

  scrollTo(top) {
    this.#content.scrollTop = top;
  }

  /** Opens it in place of what is open. @param {boolean} takesFocus as where somebody has asked for it */
  open(position, content, isWide, takesFocus) {
    this.#popup?.off('close', this.#onClose);
    this.close();
    this.#content = element(
      'div.popup-content',
      // What scrolls has to be reached by keyboard, too.
      { dir: document.body.dir, tabindex: '0', role: 'region', 'aria-label': text('popup.label') },
      content,
    );
    // A popup that grows must not leave the screen. "toggle" doesn't bubble, so it is caught on the way down.
    this.#content.addEventListener('toggle', () => this.bringIntoView(), true);
    this.#popup = new Popup({ closeOnClick: false, focusAfterOpen: false, maxWidth: 'none', offset: OFFSET_PIXELS, className: isWide ? 'popup wide' : 'popup' })
      .setLngLat(position)
      .setDOMContent(this.#content)
      .addTo(this.#map);
    this.#popup.on('close', this.#onClose);
    // The map moves to show the popup: what scrolls it besides is undone a moment later.
    if (takesFocus) this.#content.focus({ preventScroll: true });
    this.bringIntoView();
  }

  /** Adds a note below what is open, once. */
  note(words) {
    const isThere = [...this.#content.children].some(({ textContent }) => textContent === words);
    if (!isThere) this.#content.append(element('p.note', { role: 'status' }, words));
  }

  close() {
    this.#popup?.remove();
    this.#popup = null;
  }

  bringIntoView() {
    if (!this.isOpen) return;
    const frame = this.#map.getContainer().getBoundingClientRect();
    const popup = this.#popup.getElement().getBoundingClientRect();
    if (getComputedStyle(this.#popup.getElement()).position === 'fixed') {
      // On narrow screens the popup lies over the lower part of the map: its point goes above it.
      const { y } = this.#map.project(this.#popup.getLngLat());
      const highest = popup.top - frame.top - CLEARANCE_PIXELS;
      if (y > highest) this.#map.panBy([0, y - highest]);
      return;
    }
    const over = (low, high) => Math.min(0, low - MARGIN_PIXELS) || Math.max(0, high + MARGIN_PIXELS);
    const x = over(popup.left - frame.left, popup.right - frame.right);
    const y = over(popup.top - frame.top, popup.bottom - frame.bottom);
    if (x || y) this.#map.panBy([x, y]);
  }
}
