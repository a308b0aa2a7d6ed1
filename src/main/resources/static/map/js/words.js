/** Words for what the data says in numbers and codes. */
import { hasText, numberText, text, textOf } from './messages.js';

export function capitalised(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** 600 m, 2.5 km. */
export function distanceText(metres) {
  if (metres < 1000) return `${numberText(Math.round(metres))} ${text('unit.metres')}`;
  return `${numberText(Number((metres / 1000).toFixed(metres < 10000 ? 1 : 0)))} ${text('unit.kilometres')}`;
}

/** A measured length, to the metre or better: 12.345 km, 820.5 m. */
export function lengthText(metres) {
  if (metres < 1000) return `${numberText(Number(metres.toFixed(1)))} ${text('unit.metres')}`;
  return `${numberText(Number((metres / 1000).toFixed(3)))} ${text('unit.kilometres')}`;
}

/** A measured area in five digits. */
export function areaText(squareMetres) {
  if (squareMetres < 100_000) return `${numberText(Number(squareMetres.toPrecision(5)))} ${text('unit.squareMetres')}`;
  return `${numberText(Number((squareMetres / 1e6).toPrecision(5)))} ${text('unit.squareKilometres')}`;
}

/** A bound of an error: less than a centimetre is as good as one. */
export function errorText(metres) {
  if (metres === null || metres === undefined) return text('area.errorUnknown');
  return metres < 0.01 ? text('area.errorSmall') : `${numberText(Number(metres.toPrecision(2)))} ${text('unit.metres')}`;
}

/** The band of a rule: 10 km, 10–20 km, 50 km in all; nothing where there is no distance. */
export function bandText({ distance_from_m: from, distance_m: to, basis }) {
  if (to === null || to === undefined) return '';
  const band = from > 0 ? text('band.range', { from: distanceText(from), to: distanceText(to) }) : distanceText(to);
  return basis === 'total_width' ? text('band.total', { band }) : band;
}

/** Equipment and band of a rule. */
export function ruleText({ equipment_class: code, equipment, ...rule }) {
  const band = bandText(rule);
  return band ? text('area.rule', { equipment: equipmentText(code, equipment), band }) : equipmentText(code, equipment);
}

/** An equipment class that the messages don't know keeps the name that the layer gives. */
export function equipmentText(code, name) {
  return hasText(`equipment.${code}`) ? text(`equipment.${code}`) : (name ?? textOf('equipment', code));
}

/** How sure a place is: ± 2.5 km, gazetteer. */
export function uncertaintyText({ uncertainty_m: metres, location_method: method }) {
  const precision = metres === null || metres === undefined ? text('precision.unknown') : text('precision.about', { distance: distanceText(metres) });
  return method ? text('precision.method', { precision, method: textOf('method', method) }) : precision;
}

/** The same of a sighting, which may lie somewhere in a sector or area. */
export function positionText({ position_kind: kind, uncertainty_m: metres }) {
  return hasText(`precision.${kind}`) ? text(`precision.${kind}`) : uncertaintyText({ uncertainty_m: metres });
}
