/** The smallest box [west, south, east, north] that holds all positions on earth; null where there are none. */
export function boxOf(geometries) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) extend(box, geometry);
  return box[0] <= box[2] ? box : null;
}

function extend(box, geometry) {
  if (geometry.geometries) {
    for (const part of geometry.geometries) extend(box, part);
  } else {
    extendByPositions(box, geometry.coordinates);
  }
}

function extendByPositions(box, coordinates) {
  if (typeof coordinates[0] !== 'number') {
    for (const part of coordinates) extendByPositions(box, part);
    return;
  }
  const [longitude, latitude] = coordinates;
  // Metres taken for degrees, for instance; beyond 180° a line may go on across the antimeridian.
  if (Math.abs(longitude) > 360 || Math.abs(latitude) > 90) return;
  box[0] = Math.min(box[0], longitude);
  box[1] = Math.min(box[1], latitude);
  box[2] = Math.max(box[2], longitude);
  box[3] = Math.max(box[3], latitude);
}
