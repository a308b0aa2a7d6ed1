/** Keeps the address true to what the page shows, and the page to the address: on load, by "back" and by "forward". */
import { readAddress, writeAddress } from './address.js';

export class Sharing {
  #view;
  #settings;
  #period;
  #popups;
  // Until the address has been read, nothing is written into it.
  #isRestoring = true;
  #onRestored = () => {};

  constructor(view, settings, period, popups) {
    this.#view = view;
    this.#settings = settings;
    this.#period = period;
    this.#popups = popups;
    view.map.on('moveend', () => this.#write(false));
    settings.onChange(() => this.#write(true));
    period.onChange(() => this.#write(false));
    // Closing a report, perhaps for the next one, is no step.
    popups.onChange(() => this.#write(popups.report !== null));
    window.addEventListener('popstate', () => this.restore());
  }

  /**
   * Shows what the address says; what it doesn't say stands as at the beginning.
   *
   * @param {() => void} [onRestored] called now and each time
   */
  restore(onRestored = this.#onRestored) {
    this.#onRestored = onRestored;
    const { view, hidden, days, report } = readAddress();
    this.#isRestoring = true;
    if (view) this.#view.map.jumpTo({ center: [view.longitude, view.latitude], zoom: view.zoom });
    this.#settings.setHidden(hidden);
    this.#period.set(days);
    if (report) this.#popups.openById(report);
    else this.#popups.close();
    onRestored();
    this.#isRestoring = false;
  }

  #write(asStep) {
    if (this.#isRestoring) return;
    const { lng, lat } = this.#view.map.getCenter();
    writeAddress(
      {
        view: { zoom: this.#view.map.getZoom(), latitude: lat, longitude: lng },
        hidden: this.#settings.hidden,
        days: this.#period.days,
        report: this.#popups.report,
      },
      asStep,
    );
  }
}
