/**
 * Points to write a country's name at: a grid over its land, without every point that sources give to different
 * countries. A name on a map says whose the land is, so it stands only where no source says otherwise.
 */
const STEP = 0.3;

export function countryNames(territories) {
  const countries = territories.filter(({ properties, geometry }) => properties.kind === 'country' && geometry);
  const [first, ...others] = [...bySource(countries).values()]
    .map((drawn) => drawn.map(withBoxes))
    // The coarsest first: it rules out most points at the least cost.
    .sort((a, b) => size(a) - size(b));
  if (!first) return [];
  return first.flatMap((country) =>
    gridIn(country)
      .filter((point) => others.every((drawn) => drawnFor(drawn, point) === country.party))
      .map((coordinates) => ({
        type: 'Feature',
        properties: { name: country.name },
        geometry: { type: 'Point', coordinates },
      })),
  );
}

function bySource(countries) {
  const groups = new Map();
  for (const country of countries) {
    const source = country.properties.dataset;
    groups.set(source, [...(groups.get(source) ?? []), country]);
  }
  return groups;
}

function withBoxes({ properties, geometry }) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return { name: properties.name, party: properties.party, polygons: polygons.map((rings) => ({ rings, box: boxOf(rings[0]) })) };
}

function boxOf(ring) {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [x, y] of ring) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return box;
}

function size(countries) {
  return countries.reduce((sum, { polygons }) => sum + polygons.reduce((all, { rings }) => all + rings[0].length, 0), 0);
}

function gridIn(country) {
  const points = [];
  for (const { box } of country.polygons) {
    for (let x = Math.ceil(box.west / STEP); x * STEP < box.east; x++) {
      for (let y = Math.ceil(box.south / STEP); y * STEP < box.north; y++) {
        // Every other row half a step on: names stand like bricks, not in columns.
        const point = [(x + (y % 2) / 2) * STEP, y * STEP];
        if (covers(country, point)) points.push(point);
      }
    }
  }
  return points;
}

function drawnFor(countries, point) {
  return countries.find((country) => covers(country, point))?.party;
}

function covers({ polygons }, [x, y]) {
  return polygons.some(
    ({ rings, box }) =>
      x >= box.west && x <= box.east && y >= box.south && y <= box.north && rings.filter((ring) => surrounds(ring, x, y)).length % 2 === 1,
  );
}

/** Even-odd rule: how often a ray from the point to the east crosses the ring. */
function surrounds(ring, x, y) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[ax, ay], [bx, by]] = [ring[i], ring[j]];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
