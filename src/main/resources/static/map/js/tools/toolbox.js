/** The tools on the map: a bar with a button for each, and beneath it what the one in use asks and says. */
import { element } from '../element.js';
import { text } from '../messages.js';
import { icon } from './icons.js';

export class Toolbox {
  #map;
  #sketch;
  #tool = null;
  #body = element('div.tool-body');
  #panel = element('section.tool', { hidden: true, dir: document.body.dir }, this.#body);
  #buttons = new Map();
  #middle = element('div.map-middle', { hidden: true, 'aria-hidden': 'true' });
  #listeners = [];

  constructor(container, map, sketch, tools) {
    this.#map = map;
    this.#sketch = sketch;
    for (const tool of tools) this.#buttons.set(tool, this.#button(tool));
    const bar = element('div.toolbar', { role: 'toolbar', 'aria-label': text('tool.label'), keydown: (event) => this.#goAlong(event) }, ...this.#buttons.values());
    container.append(bar, this.#panel);
    map.getContainer().append(this.#middle);
    this.#letOneTabStop();
    map.on('click', ({ lngLat }) => this.#tool?.marks.take(lngLat.toArray()));
    map.on('mousemove', ({ lngLat }) => this.#tool?.marks.point(lngLat.toArray()));
    map.on('dblclick', (event) => this.#finish(event));
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#tool && this.close());
  }

  get isOpen() {
    return this.#tool !== null;
  }

  /** @param {() => void} listener whenever a tool is taken up */
  onOpen(listener) {
    this.#listeners.push(listener);
  }

  close() {
    const button = this.#buttons.get(this.#tool);
    this.#leave();
    button.focus();
  }

  #button(tool) {
    const name = text(`${tool.id}.title`);
    const toggle = () => (this.#tool === tool ? this.close() : this.#open(tool));
    return element('button', { type: 'button', 'aria-pressed': 'false', 'aria-label': name, title: name, click: toggle }, icon(tool.id));
  }

  #open(tool) {
    if (this.#tool) this.#leave();
    this.#tool = tool;
    this.#buttons.get(tool).setAttribute('aria-pressed', 'true');
    const title = text(`${tool.id}.title`);
    this.#panel.setAttribute('aria-label', title);
    this.#body.replaceChildren(
      element('div.tool-head', element('h2', title), element('button', { type: 'button', 'aria-label': text('tool.close'), click: () => this.close() }, '×')),
      element('p.note', text(`${tool.id}.hint`)),
      element('div.tool-buttons', this.#markButtons(tool.marks)),
      ...tool.content,
    );
    this.#show(true);
    tool.open?.();
    for (const listener of this.#listeners) listener();
  }

  /** All that the mouse does on the map can be done without one. */
  #markButtons(marks) {
    const button = (key, act) => element('button', { type: 'button', click: act }, text(key));
    return [
      button('tool.middle', () => marks.take(this.#map.getCenter().toArray())),
      ...(marks.isSingle ? [] : [button('tool.undo', () => marks.undo()), button('tool.finish', () => marks.finish())]),
      button('tool.clear', () => marks.clear()),
    ];
  }

  #leave() {
    this.#buttons.get(this.#tool).setAttribute('aria-pressed', 'false');
    this.#tool.marks.clear();
    this.#tool.close?.();
    this.#tool = null;
    this.#sketch.clear();
    this.#body.replaceChildren();
    this.#show(false);
  }

  #show(isOpen) {
    this.#panel.hidden = !isOpen;
    this.#middle.hidden = !isOpen;
    this.#map.getContainer().classList.toggle('marking', isOpen);
  }

  #finish(event) {
    if (!this.#tool) return;
    event.preventDefault();
    this.#tool.marks.finish();
  }

  /** One stop for the tab key; arrows go from button to button. */
  #goAlong(event) {
    const buttons = [...this.#buttons.values()];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
    this.#letOneTabStop(next);
    next.focus();
  }

  #letOneTabStop(only = [...this.#buttons.values()][0]) {
    for (const button of this.#buttons.values()) button.tabIndex = button === only ? 0 : -1;
  }
}
