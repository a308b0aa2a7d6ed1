/** Keeps the address true to what the page shows, and the page to the address: on load, by "back" and by "forward". */
import { readAddress, writeAddress } from './address.js';
import { text } from './messages.js';

const NOTICE = 'address';

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
  #notices;
  // The report that the address names, until it is open.
  #awaited;
  // While what the address says is being done, nothing is written into it.
  #isRestoring = false;

  /** @param address the one that the page was opened by */
  constructor(address, view, settings, period, popups, notices) {
    this.#awaited = address.report;
    this.#view = view;
    this.#settings = settings;
    this.#period = period;
    this.#popups = popups;
    this.#notices = notices;
    view.map.on('moveend', () => this.#write(false));
    settings.onChange(() => this.#write(true));
    period.onChange(() => this.#write(false));
    popups.onChange(() => this.#onReport());
    window.addEventListener('popstate', () => this.#restore());
  }

  /** Opens the report that the address named at the beginning, unless another one has been opened meanwhile. */
  begin() {
    return this.#awaited ? this.#openAwaited() : Promise.resolve();
  }

  /** Shows what the address says now; what it doesn't say stands as at the beginning. */
  #restore() {
    const address = readAddress();
    this.#isRestoring = true;
    restoreView(address, this.#view);
    restoreChoices(address, this.#settings, this.#period);
    this.#awaited = address.report;
    this.#notices.clear(NOTICE);
    if (!this.#awaited) this.#popups.close();
    this.#isRestoring = false;
    if (this.#awaited) this.#openAwaited();
  }

  async #openAwaited() {
    const report = this.#awaited;
    this.#isRestoring = true;
    const opening = this.#popups.openById(report);
    this.#isRestoring = false;
    const isThere = await opening;
    if (!isThere) this.#notices.failure(NOTICE, text('report.notShown', { id: report }));
  }

  #onReport() {
    if (this.#popups.report) {
      this.#awaited = null;
      this.#notices.clear(NOTICE);
    }
    // Closing a report, perhaps for the next one, is no step.
    this.#write(this.#popups.report !== null);
  }

  #write(asStep) {
    if (this.#isRestoring) return;
    const { lng, lat } = this.#view.map.getCenter();
    writeAddress(
      {
        view: { zoom: this.#view.map.getZoom(), latitude: lat, longitude: lng },
        hidden: this.#settings.hidden,
        days: this.#period.days,
        report: this.#popups.report ?? this.#awaited,
      },
      asStep,
    );
  }
}
