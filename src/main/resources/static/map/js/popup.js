/** Tells what stands at a point: opens at a click on the map, and for a report chosen in the list. */
import { Popup } from '../vendor/maplibre-gl-6.17.0/maplibre-gl.mjs';
import { element } from './element.js';
import { Events, eventItem } from './events.js';
import { failureText } from './failures.js';
import { middle } from './geometry.js';
import { readOutlines } from './outlines.js';
import { DESCRIBED_LAYERS, landBySource, thing } from './things.js';
import { text } from './messages.js';

const TOLERANCE_PIXELS = 5;
const CHOSEN_ZOOM = 11;
const UNFOLDED_EVENTS = 2;
const OFFSET_PIXELS = 14;
const MARGIN_PIXELS = 12;
const CLEARANCE_PIXELS = 60;

// Beside reports.
const UNCERTAIN_LAYERS = ['places', 'compliance'];

// Kinds of things that are not called as their collection.
const COLLECTION_OF = { exclaves: 'territories', land: 'territories' };
const DESCRIBED_COLLECTIONS = [...new Set(DESCRIBED_LAYERS.map(collectionOf))];

export class Popups {
  #view;
  #store;
  #names;
  #popup = null;
  #report = null;
  #content = null;
  #listeners = [];
  #isHeld = () => false;

  constructor(view, store, names) {
    this.#view = view;
    this.#store = store;
    this.#names = names;
    view.map.on('click', (event) => this.#onClick(event));
    const clickable = view.layerIds(['incidents', 'places', 'patrol-zones']);
    view.map.on('mouseenter', clickable, () => (view.map.getCanvas().style.cursor = 'pointer'));
    view.map.on('mouseleave', clickable, () => (view.map.getCanvas().style.cursor = ''));
  }

  /** Moves the map to a report and opens it, together with what else is reported at its point. */
  openReport(incident) {
    const { map } = this.#view;
    const spot = middle(incident.geometry);
    // Where less motion is asked for, the map is there before it returns.
    map.once('moveend', () => this.#open(spot, this.#sameSpot(incident), [], incident.id));
    map.easeTo({ center: spot, zoom: Math.max(map.getZoom(), CHOSEN_ZOOM) });
  }

  /** @param {() => boolean} isHeld whether clicks on the map are for something else */
  holdWhile(isHeld) {
    this.#isHeld = isHeld;
  }

  async #onClick({ point, lngLat }) {
    if (this.#isHeld()) return;
    this.close();
    const { map } = this.#view;
    const box = [
      [point.x - TOLERANCE_PIXELS, point.y - TOLERANCE_PIXELS],
      [point.x + TOLERANCE_PIXELS, point.y + TOLERANCE_PIXELS],
    ];
    const [symbol] = this.#view.drawnAt(point, ['incidents']);
    const leaves = symbol ? await this.#leaves(symbol) : [];
    if (new Set(leaves.map(({ geometry }) => String(geometry.coordinates))).size > 1) {
      // A plate of several places falls apart into them further in.
      const zoom = await map.getSource('incidents').getClusterExpansionZoom(symbol.properties.cluster_id);
      map.easeTo({ center: symbol.geometry.coordinates, zoom: Math.min(zoom + 0.2, map.getMaxZoom()) });
      return;
    }
    const areas = this.#things(this.#view.drawnAt(point, ['incident-areas']), ['incident-areas']).map(({ feature }) => feature);
    const reports = [...leaves, ...areas];
    const things = this.#things(this.#view.drawnAt(box, DESCRIBED_COLLECTIONS), DESCRIBED_LAYERS);
    const land = this.#things(this.#view.drawnAt(point, ['territories']), ['land']);
    if (reports.length || things.length) this.#open(symbol ? symbol.geometry.coordinates : lngLat, reports, things, null, land);
  }

  /** The id of the report that is open, or null. */
  get report() {
    return this.#report;
  }

  /** Opens a report, as far as it has a place and is loaded, and leaves the map where it is. */
  openById(id) {
    const report = this.#allReports().find((each) => each.id === id);
    if (report?.geometry && id !== this.#report) this.#open(middle(report.geometry), this.#sameSpot(report), [], id);
  }

  /** Shows what is open as it is now, if something of it was touched. */
  renew(collection, ids) {
    if (!this.#popup?.isOpen() || !this.#content) return;
    const { position, incidents, things, land } = this.#content;
    const isTouched = [
      ...incidents.map(({ id }) => id),
      ...[...things, ...land].filter((each) => collectionOf(each.layer) === collection).map(({ feature }) => feature.id),
    ].some((id) => ids.includes(id));
    if (!isTouched) return;
    const hadFocus = this.#popup.getElement().contains(document.activeElement);
    const present = (each) => ({ ...each, feature: this.#store.find(collectionOf(each.layer), each.feature.id) });
    const reports = incidents.map(({ id }) => this.#allReports().find((each) => each.id === id)).filter(Boolean);
    const others = things.map(present).filter(({ feature }) => feature);
    const report = this.#report;
    this.close();
    if (!reports.length && !others.length) return;
    const spot = reports.length === 1 && reports[0].geometry ? middle(reports[0].geometry) : position;
    this.#open(spot, reports, others, report, land.map(present).filter(({ feature }) => feature));
    if (hadFocus) this.#popup.getElement().querySelector('.popup-content').focus();
  }

  #sameSpot({ geometry: place }) {
    return this.#allReports().filter(({ geometry }) => geometry && String(middle(geometry)) === String(middle(place)));
  }

  /** @param {() => void} listener whenever another report is open, or none */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  #setReport(id) {
    if (id === this.#report) return;
    this.#report = id;
    for (const listener of this.#listeners) listener();
  }

  #allReports() {
    return [...this.#store.list('incidents'), ...this.#store.list('incident-areas')];
  }

  async #leaves({ properties }) {
    const source = this.#view.map.getSource('incidents');
    const leaves = properties.cluster
      ? await source.getClusterLeaves(properties.cluster_id, properties.point_count, 0)
      : [{ properties }];
    return leaves.map((leaf) => this.#store.find('incidents', leaf.properties.id));
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

  #open(position, incidents, things, chosen = null, land = []) {
    this.close();
    this.#content = { position, incidents, things, land };
    const events = new Events(this.#allReports()).accounts(incidents);
    const isOpen = (accounts) => events.length <= UNFOLDED_EVENTS || accounts.some(({ id }) => id === chosen);
    const content = element(
      'div.popup-content',
      // What scrolls has to be reached by keyboard, too.
      { dir: document.body.dir, tabindex: '0', role: 'region', 'aria-label': text('popup.label') },
      element('h3', incidents.length ? heading(incidents) : text('popup.also')),
      events.map((accounts) => eventItem(accounts, this.#names, isOpen(accounts))),
      this.#alsoHere(things, land, incidents.length === 0),
    );
    // A popup that grows must not leave the screen. "toggle" doesn't bubble, so it is caught on the way down.
    content.addEventListener('toggle', () => this.#bringIntoView(), true);
    const widest = Math.max(1, ...events.map((accounts) => accounts.length));
    this.#popup = new Popup({ closeOnClick: false, maxWidth: 'none', offset: OFFSET_PIXELS, className: widest > 1 ? 'popup wide' : 'popup' })
      .setLngLat(position)
      .setDOMContent(content)
      .addTo(this.#view.map);
    this.#popup.on('close', () => {
      this.#view.showUncertainty([]);
      this.#setReport(null);
    });
    this.#setReport(chosen ?? incidents[0]?.id ?? null);
    this.#showUncertainty([...events.flat(), ...things.filter(({ layer }) => UNCERTAIN_LAYERS.includes(layer)).map(({ feature }) => feature)], content);
    this.#bringIntoView();
  }

  /** A sighting somewhere in a sector or area is drawn as that, once it has been read. */
  async #showUncertainty(features, content) {
    const popup = this.#popup;
    this.#view.showUncertainty(features);
    try {
      const outlines = await readOutlines(features);
      if (outlines.length && popup === this.#popup) this.#view.showUncertainty([...features, ...outlines]);
    } catch (error) {
      content.append(element('p.note', text('precision.notDrawn', { reason: failureText(error) })));
    }
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

  close() {
    this.#popup?.remove();
    this.#popup = null;
  }

  #bringIntoView() {
    if (!this.#popup?.isOpen()) return;
    const { map } = this.#view;
    const frame = map.getContainer().getBoundingClientRect();
    const popup = this.#popup.getElement().getBoundingClientRect();
    if (getComputedStyle(this.#popup.getElement()).position === 'fixed') {
      // On narrow screens the popup lies over the lower part of the map: its point goes above it.
      const { y } = map.project(this.#popup.getLngLat());
      const highest = popup.top - frame.top - CLEARANCE_PIXELS;
      if (y > highest) map.panBy([0, y - highest]);
      return;
    }
    const over = (low, high) => Math.min(0, low - MARGIN_PIXELS) || Math.max(0, high + MARGIN_PIXELS);
    const x = over(popup.left - frame.left, popup.right - frame.right);
    const y = over(popup.top - frame.top, popup.bottom - frame.bottom);
    if (x || y) map.panBy([x, y]);
  }
}

function collectionOf(layer) {
  return COLLECTION_OF[layer] ?? layer;
}

function heading(incidents) {
  const [{ properties }] = incidents;
  const count = incidents.length;
  return properties.place_name ? text('reports.at', { count, place: properties.place_name }) : text('reports.here', { count });
}
