/** Tells what stands at a point: opens at a click on the map, and for a report chosen in the list. */
import { element } from './element.js';
import { eventItem } from './events.js';
import { failureText } from './failures.js';
import { middle } from './geometry.js';
import { readOutlines } from './outlines.js';
import { PopupWindow } from './popupWindow.js';
import { REPORTS } from './reports.js';
import { DESCRIBED_LAYERS, landBySource, thing } from './things.js';
import { text } from './messages.js';

const TOLERANCE_PIXELS = 5;
const CHOSEN_ZOOM = 11;
const UNFOLDED_EVENTS = 2;
const MOST_REPORTS = 100;
// Around the places of a plate that is zoomed into, where the map has room for it.
const PADDING_PIXELS = 120;

// Beside reports.
const UNCERTAIN_LAYERS = ['places', 'compliance'];

// Kinds of things that are not called as their collection.
const COLLECTION_OF = { exclaves: 'territories', land: 'territories' };
const DESCRIBED_COLLECTIONS = [...new Set(DESCRIBED_LAYERS.map(collectionOf))];

const NO_REPORTS = { count: 0, reports: [] };

export class Popups {
  #view;
  #store;
  #names;
  #reports;
  #window;
  #report = null;
  // What is open: {position, read, count, reports, events, things, land}, with how many reports there are, of which these are
  // the first, and what reads them again.
  #shown = null;
  // Done when what somebody wants to see is open.
  #opening = null;
  // Rises with whatever is opened or closed: what was read for something before comes too late.
  #turn = 0;
  #listeners = [];
  #isHeld = () => false;

  constructor(view, store, names, reports) {
    this.#view = view;
    this.#store = store;
    this.#names = names;
    this.#reports = reports;
    this.#window = new PopupWindow(view.map, () => this.#onClose());
    view.map.on('click', (event) => this.#onClick(event));
    const clickable = view.layerIds(['incidents', 'places', 'patrol-zones']);
    view.map.on('mouseenter', clickable, () => (view.map.getCanvas().style.cursor = 'pointer'));
    view.map.on('mouseleave', clickable, () => (view.map.getCanvas().style.cursor = ''));
  }

  /** Moves the map to a report and opens it, together with what else is reported at its point. */
  openReport(report) {
    const { map } = this.#view;
    const spot = middle(report.geometry);
    // Where less motion is asked for, the map is there before it returns.
    map.once('moveend', () => this.#openAt(spot, report.id));
    map.easeTo({ center: spot, zoom: Math.max(map.getZoom(), CHOSEN_ZOOM) });
  }

  /** @param {() => boolean} isHeld whether clicks on the map are for something else */
  holdWhile(isHeld) {
    this.#isHeld = isHeld;
  }

  /** The id of the report that is open or being opened, or null. */
  get report() {
    return this.#report;
  }

  /**
   * Opens a report, and leaves the map where it is. Done when it is open, or says why it can't be read, or is given up.
   *
   * @returns {Promise<boolean>} false when there is none, or none with a place
   */
  async openById(id) {
    if (id === this.#report) return true;
    this.close();
    this.#setReport(id);
    const turn = this.#turn;
    let report;
    try {
      report = await this.#reports.read(id);
    } catch (error) {
      if (turn === this.#turn) this.#openFailure(this.#view.map.getCenter(), error);
      return true;
    }
    if (turn !== this.#turn) return true;
    if (report?.geometry) await this.#openAt(middle(report.geometry), id);
    else this.#setReport(null);
    return Boolean(report?.geometry);
  }

  /**
   * Shows what is open as it is now, if something of it was touched.
   *
   * @param {string[]} [ids] of what was; without them, anything may be
   * @param {Object[]} [present] those of them that are there now
   */
  async renew(collection, ids = null, present = []) {
    if (this.#opening) await this.#opening;
    if (!this.#shown || !this.#isTouched(collection, ids, present)) return;
    const { position, read, things, land } = this.#shown;
    const still = (list) => list.map((each) => ({ ...each, feature: this.#store.find(collectionOf(each.layer), each.feature.id) })).filter(({ feature }) => feature);
    await this.#show(position, read, { things: still(things), land: still(land), chosen: this.#report, isAgain: true }, (error) => this.#tellOld(error));
  }

  #isTouched(collection, ids, present) {
    const { position, events, things, land } = this.#shown;
    const isTold = ({ id }) => !ids || ids.includes(id);
    if ([...things, ...land].some(({ layer, feature }) => collectionOf(layer) === collection && isTold(feature))) return true;
    if (!REPORTS.includes(collection)) return false;
    const accounts = events.flat();
    const groups = new Set(accounts.map(({ properties }) => properties.event_group).filter(Boolean));
    // Another account of what is open, or another report from here.
    const belongs = ({ geometry, properties }) => groups.has(properties.event_group) || (geometry && String(middle(geometry)) === String(position));
    return accounts.some(isTold) || present.some(belongs);
  }

  /** @param {() => void} listener whenever another report is open, or none */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  close() {
    this.#turn++;
    this.#window.close();
    this.#setReport(null);
  }

  #onClose() {
    this.#turn++;
    this.#shown = null;
    this.#view.showUncertainty([]);
    this.#setReport(null);
  }

  #setReport(id) {
    if (id === this.#report) return;
    this.#report = id;
    for (const listener of this.#listeners) listener();
  }

  async #onClick({ point, lngLat }) {
    if (this.#isHeld()) return;
    this.close();
    const box = [
      [point.x - TOLERANCE_PIXELS, point.y - TOLERANCE_PIXELS],
      [point.x + TOLERANCE_PIXELS, point.y + TOLERANCE_PIXELS],
    ];
    const [plate] = this.#view.drawnAt(point, ['incidents']);
    const bounds = plate && boundsOf(plate);
    if (plate && !isPoint(bounds) && this.#zoomInto(bounds)) return;
    const areas = this.#things(this.#view.drawnAt(point, ['incident-areas']), ['incident-areas']).map(({ feature }) => feature);
    const things = this.#things(this.#view.drawnAt(box, DESCRIBED_COLLECTIONS), DESCRIBED_LAYERS);
    const land = this.#things(this.#view.drawnAt(point, ['territories']), ['land']);
    if (!plate && !areas.length && !things.length) return;
    const read = async () => {
      const points = plate ? await this.#reports.readPoints(plate.properties.bbox, MOST_REPORTS) : NO_REPORTS;
      const still = areas.map(({ id }) => this.#store.find('incident-areas', id)).filter(Boolean);
      return { count: points.count + still.length, reports: [...points.reports, ...still] };
    };
    await this.#openRead(plate ? middleOf(bounds) : lngLat.toArray(), read, { things, land });
  }

  /** A plate of several places falls apart into them further in. Not so where the map can't come closer: false. */
  #zoomInto([west, south, east, north]) {
    const { map } = this.#view;
    if (map.getZoom() >= map.getMaxZoom()) return false;
    const { clientWidth, clientHeight } = map.getContainer();
    const padding = Math.min(PADDING_PIXELS, clientWidth / 4, clientHeight / 4);
    const { center, zoom } = map.cameraForBounds([[west, south], [east, north]], { padding, maxZoom: map.getMaxZoom() });
    map.easeTo({ center, zoom: Math.min(Math.max(zoom, map.getZoom() + 1), map.getMaxZoom()) });
    return true;
  }

  /** With what else is at its point, whatever its time, and whatever is turned off. @param id of the report */
  #openAt(spot, id) {
    const read = async () => {
      const areas = this.#store.list('incident-areas').filter(({ geometry }) => geometry && String(middle(geometry)) === String(spot));
      const points = await this.#reports.readAt(spot, MOST_REPORTS);
      const all = [...points.reports, ...areas];
      const count = points.count + areas.length;
      return { count, reports: all.some((each) => each.id === id) ? all : [...(await this.#reports.readByIds([id])), ...all] };
    };
    return this.#openRead(spot, read, { chosen: id });
  }

  /** Opens what somebody wants to see once it has been read, or says why it could not be. */
  async #openRead(position, read, { things = [], land = [], chosen = null }) {
    const opening = this.#show(position, read, { things, land, chosen, isAgain: false }, (error) => this.#openFailure(position, error));
    this.#opening = opening;
    await opening;
    if (this.#opening === opening) this.#opening = null;
  }

  async #show(position, read, { things, land, chosen, isAgain }, fail) {
    const turn = ++this.#turn;
    try {
      const { count, reports } = await read();
      const events = await this.#reports.readEvents(reports);
      if (turn !== this.#turn) return;
      if (reports.length || things.length) this.#open({ position, read, count, reports, events, things, land }, chosen, isAgain);
      else this.close();
    } catch (error) {
      if (turn === this.#turn) fail(error);
    }
  }

  /** What was read stays, with why it may be old; the next change has it read again. */
  #tellOld(error) {
    this.#window.note(text('popup.old', { reason: failureText(error) }));
  }

  #openFailure(position, error) {
    this.#shown = null;
    this.#view.showUncertainty([]);
    this.#window.open(position, element('p.note', text('tool.failed', { reason: failureText(error) })), false, true);
  }

  /** @param {boolean} isAgain whether it is open, and stays where its reader is */
  #open(shown, chosen, isAgain) {
    const { position, count, reports, events, things, land } = shown;
    const reading = isAgain ? this.#window.reading : null;
    const takesFocus = !isAgain || this.#window.hasFocus;
    const isOpen = (accounts) =>
      reading ? accounts.some(({ id }) => reading.unfolded.includes(String(id))) : events.length <= UNFOLDED_EVENTS || accounts.some(({ id }) => id === chosen);
    const content = [
      element('h3', reports.length ? heading(count, reports) : text('popup.also')),
      count > reports.length ? element('p.note', text('reports.first', { count: reports.length })) : null,
      events.map((accounts) => eventItem(accounts, this.#names, isOpen(accounts))),
      this.#alsoHere(things, land, reports.length === 0),
    ];
    const spot = reports.length === 1 && reports[0].geometry ? middle(reports[0].geometry) : position;
    this.#window.open(spot, content, events.some((accounts) => accounts.length > 1), takesFocus);
    if (reading) this.#window.scrollTo(reading.top);
    this.#shown = shown;
    const isThere = reports.some(({ id }) => id === chosen);
    this.#setReport(isThere ? chosen : (reports[0]?.id ?? null));
    this.#showUncertainty([...events.flat(), ...things.filter(({ layer }) => UNCERTAIN_LAYERS.includes(layer)).map(({ feature }) => feature)]);
  }

  /** A sighting somewhere in a sector or area is drawn as that, once it has been read. */
  async #showUncertainty(features) {
    const turn = this.#turn;
    this.#view.showUncertainty(features);
    try {
      const outlines = await readOutlines(features);
      if (outlines.length && turn === this.#turn) this.#view.showUncertainty([...features, ...outlines]);
    } catch (error) {
      if (turn === this.#turn) this.#window.note(text('precision.notDrawn', { reason: failureText(error) }));
    }
  }

  /** Those of some kinds, each once, though the map has it in several tiles and layers. */
  #things(rendered, kinds) {
    const found = new Map();
    for (const { source, properties } of rendered) {
      const feature = this.#store.find(source, properties.id);
      const layer = source === 'territories' ? (properties.kind === 'exclave' ? 'exclaves' : 'land') : source;
      if (feature && kinds.includes(layer)) found.set(`${layer} ${properties.id}`, { layer, feature });
    }
    return [...found.values()].sort((a, b) => DESCRIBED_LAYERS.indexOf(a.layer) - DESCRIBED_LAYERS.indexOf(b.layer));
  }

  /** What else stands at the point; folded away under reports. */
  #alsoHere(things, land, open) {
    const sections = [
      ...things.map(({ layer, feature }) => thing(layer, feature.properties, this.#names)),
      landBySource(land.map(({ feature }) => feature.properties), this.#names),
    ].filter(Boolean);
    if (!sections.length || open) return sections;
    return element('details.also', element('summary', text('popup.also')), sections);
  }
}

function collectionOf(layer) {
  return COLLECTION_OF[layer] ?? layer;
}

/** Where a plate's reports are: beyond 180 where they are on both sides of the antimeridian. */
function boundsOf({ properties: { bbox } }) {
  const [west, south, east, north] = bbox.split(',').map(Number);
  return [west, south, west > east ? east + 360 : east, north];
}

function isPoint([west, south, east, north]) {
  return west === east && south === north;
}

function middleOf([west, south, east, north]) {
  return [(west + east) / 2, (south + north) / 2];
}

function heading(count, reports) {
  const places = new Set(reports.map(({ properties }) => properties.place_name));
  const [place] = places;
  return place && places.size === 1 ? text('reports.at', { count, place }) : text('reports.here', { count });
}
