/** What the page shows, in the part of the address after "#": view, hidden layers, period, the report that is open. */
import { DAY_MILLISECONDS, utcDay } from './days.js';

/** @returns {{view, hidden, days, report}} null where the address doesn't say */
export function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  return { view: viewOf(parts.get('view')), hidden: hiddenOf(parts.get('hide')), days: daysOf(parts.get('time')), report: parts.get('report') };
}

/**
 * @param {boolean} asStep whether "back" leads to what was shown before: a moved map is no step of its own
 */
export function writeAddress({ view, hidden, days, report }, asStep) {
  const parts = new URLSearchParams();
  parts.set('view', [view.zoom.toFixed(2), view.latitude.toFixed(5), view.longitude.toFixed(5)].join('/'));
  if (hidden) parts.set('hide', hidden.join());
  if (days) parts.set('time', `${utcDay(days.from)}/${utcDay(days.to)}`);
  if (report) parts.set('report', report);
  const address = new URL(location.href);
  address.hash = parts;
  if (address.href === location.href) return;
  if (asStep) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}

function viewOf(value) {
  const [zoom, latitude, longitude] = (value ?? '').split('/').map((number) => (number.trim() ? Number(number) : NaN));
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && zoom >= 0;
  return isPlace ? { zoom, latitude, longitude } : null;
}

function hiddenOf(value) {
  return value === null ? null : value.split(',').filter(Boolean);
}

function daysOf(value) {
  const [from, to] = (value ?? '').split('/').map(Date.parse);
  if (Number.isNaN(from) || !(to >= from)) return null;
  const midnight = (time) => Math.floor(time / DAY_MILLISECONDS) * DAY_MILLISECONDS;
  return { from: midnight(from), to: midnight(to) };
}
