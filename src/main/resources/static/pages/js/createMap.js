/** Makes the map in a page's figure. */
import * as maplibre from '../../map/vendor/maplibre-gl-6.17.0/maplibre-gl.mjs';
import { FONTS, SCRIPTS } from '../../map/js/labelFonts.js';
import { onThisServer } from './thisServer.js';

const CLOSEST_ZOOM = 11;

/** @returns the map, once it has loaded */
export async function createMap(figure, box, style) {
  await Promise.all(FONTS.map((font) => document.fonts.load(font, SCRIPTS)));
  const map = new maplibre.Map({
    container: figure.querySelector('.canvas'),
    style,
    bounds: box,
    fitBoundsOptions: { padding: 36, maxZoom: CLOSEST_ZOOM },
    locale: { 'Map.Title': `Map: ${figure.dataset.label}` },
    transformRequest: (url) => ({ url: onThisServer(url) }),
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    // A page scrolls; a map on it must not take the wheel.
    cooperativeGestures: true,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new maplibre.ScaleControl({ maxWidth: 100 }), 'bottom-left');
  await map.once('load');
  return map;
}

export function say(figure, text) {
  figure.querySelector('.state').textContent = text;
}
