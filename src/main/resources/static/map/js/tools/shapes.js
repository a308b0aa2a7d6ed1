/** Shapes that somebody has marked, as the map draws them and as the server is asked for them. */
const STEPS = 24;

/** Four corners of the box between two of its corners. */
export function boxCorners([west, south], [east, north]) {
  return [[west, south], [east, south], [east, north], [west, north]];
}

/** Whether two edges of the ring cross each other: it has no one inside then. */
export function crossesItself(ring) {
  const edges = ring.map((from, index) => [from, ring[(index + 1) % ring.length]]);
  return edges.some((edge, index) => edges.some((other, place) => place > index && cross(edge, other)));
}

function cross([a, b], [c, d]) {
  const side = ([px, py], [qx, qy], [rx, ry]) => Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** A ring, closed, with edges that are straight in degrees, as the server takes them: on this map they bend a little. */
export function straightRing(corners) {
  const ring = corners.flatMap(([longitude, latitude], index) => {
    const [toLongitude, toLatitude] = corners[(index + 1) % corners.length];
    return Array.from({ length: STEPS }, (_, step) => [
      longitude + ((toLongitude - longitude) * step) / STEPS,
      latitude + ((toLatitude - latitude) * step) / STEPS,
    ]);
  });
  return [...ring, corners[0]];
}

/** The corners in the world's own copy of the map, or null where they lie on both sides of the antimeridian. */
export function inWorld(corners) {
  const turns = new Set(corners.map(([longitude]) => Math.floor((longitude + 180) / 360)));
  if (turns.size > 1) return null;
  return corners.map(([longitude, latitude]) => [longitude - 360 * [...turns][0], latitude]);
}

export function pointText([longitude, latitude]) {
  return `POINT(${decimal(longitude)} ${decimal(latitude)})`;
}

export function polygonText(corners) {
  return `POLYGON((${[...corners, corners[0]].map(([longitude, latitude]) => `${decimal(longitude)} ${decimal(latitude)}`).join(', ')}))`;
}

/** Never 1e-7, which is more than the map tells apart. */
function decimal(degrees) {
  return String(Number(degrees.toFixed(7)));
}
