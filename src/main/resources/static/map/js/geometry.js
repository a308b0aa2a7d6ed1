const SEMI_MAJOR_AXIS = 6378137;
const ECCENTRICITY_SQUARED = 0.00669437999014;
const CORNERS = 96;

/**
 * A circle on the map, for showing how sure a place is; not for measuring. Flat around its centre with the WGS84 radii
 * of curvature there, which is good to a thousandth up to 100 km.
 *
 * @param {[number, number]} centre longitude, latitude in degrees
 * @param {number} radius metres
 */
export function circle([longitude, latitude], radius) {
  const phi = (latitude * Math.PI) / 180;
  const squared = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2;
  const east = SEMI_MAJOR_AXIS / Math.sqrt(squared);
  const north = (SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)) / squared ** 1.5;
  const degrees = 180 / Math.PI;
  const ring = Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const angle = (2 * Math.PI * (corner % CORNERS)) / CORNERS;
    return [
      longitude + (radius * Math.cos(angle) * degrees) / (east * Math.cos(phi)),
      latitude + (radius * Math.sin(angle) * degrees) / north,
    ];
  });
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } };
}

/** The point itself, or the middle of the box around any other geometry. */
export function middle(geometry) {
  const positions = geometry.coordinates.flat(Infinity);
  const middleOf = (values) => (Math.min(...values) + Math.max(...values)) / 2;
  return [middleOf(positions.filter((_, index) => index % 2 === 0)), middleOf(positions.filter((_, index) => index % 2 === 1))];
}
