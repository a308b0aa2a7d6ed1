/** Keeps the address true to what the page shows, and the page to the address: on load, by "back" and by "forward". */
import { readAddress, writeAddress } from './address.js';

/** Shows the part of the world that the address names, if it does. */
export function restoreView({ view }, { map }) {
  if (view) map.jumpTo({ center: [view.longitude, view.latitude], zoom: view.zoom });
}

/** Turns off what the address says is off, and chooses its period. */
export function restoreChoices({ hidden, days }, settings, period) {
  settings.setHidden(hidden);
  period.set(days);
}

export class Sharing {
  #view;
  #settings;
  #period;
  #popups;
  // While the address is read, at first and later, nothing is written into it.
  #restoring = 1;

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
    window.addEventListener('popstate', () => this.#restore());
  }

  /** Opens the report that the address names at the beginning; from then on the address follows the page. */
  async begin() {
    await this.#restoreReport(readAddress());
    this.#restoring--;
  }

  /** Shows what the address says now; what it doesn't say stands as at the beginning. */
  async #restore() {
    const address = readAddress();
    this.#restoring++;
    restoreView(address, this.#view);
    restoreChoices(address, this.#settings, this.#period);
    await this.#restoreReport(address);
    this.#restoring--;
  }

  async #restoreReport({ report }) {
    if (report) await this.#popups.openById(report);
    else this.#popups.close();
  }

  #write(asStep) {
    if (this.#restoring) return;
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
