/**
 * How things are drawn: by the server's own style for all layers, made of the one definition that QGIS and other maps have
 * too. Nothing that stands for something on a map has a colour, dash or shape of this page's making.
 */
import { readJson } from './collections.js';
import { accepts } from './filters.js';

// Relative to this file, so that a proxy may put any prefix in front of the server.
const STYLES = new URL('../../styles/', import.meta.url);
const RESOURCES = new URL('../../resources/', import.meta.url);
const PALETTE = 'truceline:palette';
// The page draws letters from fonts of its own, by the names that css/fonts.css gives them.
const FONTS = { 'Noto Sans Regular': 'Noto Sans', 'Noto Sans SemiBold': 'Noto Sans Semibold' };
/** Of pictures of signs, for screens with small pixels. */
export const PIXEL_RATIO = 2;

const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = [];
let current = null;
let loading = null;

/** Reads the definition for the colour scheme. Whatever else is here can be asked for from then on. @throws {ReadFailure} */
export async function loadDefinition() {
  loading ??= read();
  try {
    current = await loading;
  } catch (failure) {
    loading = null;
    throw failure;
  }
}

/** Reads it anew, since the data has come to name more sources or parties, which get signs by their order. */
export async function renewDefinition() {
  current = await read();
  for (const listener of listeners) listener();
}

darkScheme.addEventListener('change', () => current && renewDefinition());

async function read() {
  const isDark = darkScheme.matches;
  const sprite = new URL(`sprite-${isDark ? 'dark' : 'light'}`, RESOURCES).href;
  const [style, places, picture] = await Promise.all([
    readJson(new URL(`overview${isDark ? '.dark' : ''}?f=mapbox`, STYLES)),
    readJson(new URL(`${sprite}@2x.json`)),
    readPicture(`${sprite}@2x.png`),
  ]);
  return { style, sprite, places, picture };
}

async function readPicture(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

/** @param {() => void} listener whenever things are drawn otherwise than before */
export function onDefinitionChange(listener) {
  listeners.push(listener);
}

/** The definition's colours by name, for the ground that the page has. */
export function palette() {
  return current.style.metadata[PALETTE];
}

/** The address of the pictures of signs, as a map's style names it. */
export function spriteAddress() {
  return current.sprite;
}

/** What lies beneath all layers. */
export function groundLayer() {
  return current.style.layers.find(({ type }) => type === 'background');
}

/** The layers that draw a collection, from the ground up, for a source of the collection's name that has no clusters. */
export function layersOf(collection) {
  return current.style.layers
    .filter(({ id, source }) => source === collection && !/-cluster(s|-counts)$/.test(id))
    .map(({ 'source-layer': _, ...layer }) => ({ ...layer, layout: inOurFonts(layer.layout) }));
}

function inOurFonts(layout = {}) {
  return layout['text-font'] ? { ...layout, 'text-font': layout['text-font'].map((font) => FONTS[font] ?? font) } : layout;
}

/** Those of a collection's layers that draw a feature with some properties. */
export function layersFor(collection, geometryType, properties) {
  return layersOf(collection).filter(({ filter }) => accepts(filter, geometryType, properties));
}

/** The plate with a number that stands for several features: its colours. */
export function plateColours() {
  const paintOf = (end) => current.style.layers.find(({ id }) => id === `incidents-${end}`)?.paint ?? {};
  const [plate, count] = [paintOf('clusters'), paintOf('cluster-counts')];
  return { ground: plate['circle-color'], outline: plate['circle-stroke-color'], text: count['text-color'] };
}

/** Whether the definition has a sign for a value of the data, such as a source, that only the data knows. */
export function isNamed(value) {
  return JSON.stringify(current.style.layers.map(({ filter }) => filter)).includes(JSON.stringify(value));
}

/** Draws a sign, or what an area is hatched with, into a canvas: into a square of some size around a point. */
export function drawSign(context, name, x, y, size) {
  const { x: left, y: top, width, height } = current.places[name];
  const scale = size / Math.max(width, height);
  const [wide, high] = [width * scale, height * scale];
  context.drawImage(current.picture, left, top, width, height, x - wide / 2, y - high / 2, wide, high);
}

/** How large a sign is, in pixels of the page. */
export function signSize(name) {
  const { width, height, pixelRatio } = current.places[name];
  return Math.max(width, height) / pixelRatio;
}
