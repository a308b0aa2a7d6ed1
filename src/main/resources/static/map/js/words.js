/** Words for what the data says in codes. One place for all texts that are chosen by a value. */

const STATUS = {
  reported: 'reported, not verified',
  under_verification: 'being verified',
  corroborated: 'corroborated by another source',
  verified: 'verified',
  disputed: 'disputed',
  retracted: 'retracted by its source',
  duplicate_of: 'a duplicate of another report',
};

const LOCATION_METHOD = {
  gps: 'GPS',
  observer_bearing: 'bearing from an observer',
  gazetteer: 'gazetteer',
  imagery: 'imagery',
  claimed: 'as claimed',
};

const PATROL_TYPE = { joint: 'joint patrols', one_side: 'patrols of one side', mission: 'patrols of a mission' };

export const UNKNOWN = 'unknown';

export function statusText(code) {
  return STATUS[code] ?? plainText(code);
}

export function locationMethodText(code) {
  return LOCATION_METHOD[code] ?? plainText(code);
}

export function patrolTypeText(code) {
  return PATROL_TYPE[code] ?? plainText(code);
}

/** A code that no table here knows, readable. */
export function plainText(code) {
  return code ? code.replaceAll('_', ' ').replace(/\b(uxo|uav|ied)\b/g, (letters) => letters.toUpperCase()) : UNKNOWN;
}

export function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** 600 m, 2.5 km. */
export function distanceText(metres) {
  return metres < 1000 ? `${Math.round(metres)} m` : `${Number((metres / 1000).toFixed(metres < 10000 ? 1 : 0))} km`;
}

/** The band of a rule: 10 km, 10–20 km, 50 km in all; nothing where there is no distance. */
export function bandText({ distance_from_m: from, distance_m: to, basis }) {
  if (to === null || to === undefined) return '';
  const band = from > 0 ? `${distanceText(from)} to ${distanceText(to)}` : distanceText(to);
  return basis === 'total_width' ? `${band} in all` : band;
}

/** How sure a place is: ± 2.5 km, gazetteer. */
export function uncertaintyText({ uncertainty_m: metres, location_method: method }) {
  const distance = metres === null || metres === undefined ? 'precision unknown' : `± ${distanceText(metres)}`;
  return method ? `${distance}, ${locationMethodText(method)}` : distance;
}

/** 1 report, 2 reports. */
export function countText(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}
