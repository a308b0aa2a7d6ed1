/** Distances and areas on the WGS84 ellipsoid, by GeographicLib: good to nanometres for the positions that are given. */
import '../vendor/geographiclib-geodesic-2.2.0/geographiclib-geodesic.min.js';

// The library is no module: it leaves itself on the window.
const { Geodesic } = window.geodesic;
const EARTH = Geodesic.WGS84;
const LONGEST_DRAWN_METRES = 20_000;
const CORNERS = 96;
const PLACE = Geodesic.LATITUDE | Geodesic.LONGITUDE | Geodesic.LONG_UNROLL;

/** @returns {number} metres along the geodesic between two positions (longitude, latitude in degrees) */
export function distance([lonA, latA], [lonB, latB]) {
  return EARTH.Inverse(latA, lonA, latB, lonB).s12;
}

export function pathLength(positions) {
  return positions.slice(1).reduce((sum, position, index) => sum + distance(positions[index], position), 0);
}

/**
 * @param {[number, number][]} positions corners, joined by geodesics, the last with the first; at least three
 * @returns {{perimeter: number, area: number}} metres and square metres
 */
export function ringMeasures(positions) {
  const ring = EARTH.Polygon(false);
  for (const [longitude, latitude] of positions) ring.AddPoint(latitude, longitude);
  const { perimeter, area } = ring.Compute(false, true);
  return { perimeter, area: Math.abs(area) };
}

/** Square metres of a Polygon or MultiPolygon, holes left out. */
export function areaOf({ type, coordinates }) {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  const ringArea = (ring) => ringMeasures(ring.slice(0, -1)).area;
  return polygons.reduce((sum, [shell, ...holes]) => sum + holes.reduce((left, hole) => left - ringArea(hole), ringArea(shell)), 0);
}

/** All that is within a distance of a place, for drawing: what is to be measured is asked of the server. */
export function circle([longitude, latitude], metres) {
  const ring = Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const { lon2, lat2 } = EARTH.Direct(latitude, longitude, (-360 * (corner % CORNERS)) / CORNERS, metres, PLACE);
    return [lon2, lat2];
  });
  return { type: 'Polygon', coordinates: [ring] };
}

/** What to draw for geodesics from position to position; longitudes go on beyond ±180 where the way does. */
export function geodesicPath(positions) {
  const [first, ...others] = positions;
  const path = [first];
  for (const [longitude, latitude] of others) {
    const [fromLongitude, fromLatitude] = path.at(-1);
    const line = EARTH.InverseLine(fromLatitude, fromLongitude, latitude, longitude);
    const pieces = Math.max(1, Math.ceil(line.s13 / LONGEST_DRAWN_METRES));
    for (let piece = 1; piece <= pieces; piece++) {
      const { lon2, lat2 } = line.Position((line.s13 * piece) / pieces, PLACE);
      path.push([lon2, lat2]);
    }
  }
  return path;
}
