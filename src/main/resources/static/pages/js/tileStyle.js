/** How tiles are drawn: whatever is in them, layer by layer, and clusters with how many features they stand for. */
const COUNT = ['get', 'point_count'];
const IS_POINT = ['==', ['geometry-type'], 'Point'];
const IS_CLUSTER = ['has', 'point_count'];

/** @param ids of the tiles' layers */
export function tileLayers(ids, colours) {
  return {
    shapes: ids.flatMap((id) => shapes(id, ids.length, colours)),
    points: ids.flatMap((id) => points(id, colours)),
  };
}

function shapes(id, layers, { feature }) {
  const layer = { source: 'tiles', 'source-layer': id };
  const opacity = layers > 1 ? 0.05 : 0.16;
  return [
    {
      ...layer,
      id: `areas of ${id}`,
      type: 'fill',
      filter: ['==', ['geometry-type'], 'Polygon'],
      // A cell of many features is as dark as a hundred of them.
      paint: { 'fill-color': feature, 'fill-opacity': ['case', IS_CLUSTER, ['interpolate', ['linear'], COUNT, 1, opacity, 100, 0.6], opacity] },
    },
    {
      ...layer,
      id: `lines of ${id}`,
      type: 'line',
      filter: ['!', IS_POINT],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': feature, 'line-width': ['match', ['geometry-type'], 'LineString', 2.5, 1.4], 'line-opacity': 0.75 },
    },
  ];
}

function points(id, { feature, paper, label, land }) {
  const layer = { source: 'tiles', 'source-layer': id };
  return [
    {
      ...layer,
      id: `points of ${id}`,
      type: 'circle',
      filter: IS_POINT,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['ln', ['coalesce', COUNT, 1]], 0, 5.5, 12, 16],
        'circle-color': feature,
        'circle-opacity': 0.85,
        'circle-stroke-color': paper,
        'circle-stroke-width': 1.5,
      },
    },
    {
      ...layer,
      id: `counts of ${id}`,
      type: 'symbol',
      filter: ['all', IS_CLUSTER, ['>', COUNT, 1]],
      layout: { 'text-field': ['to-string', COUNT], 'text-font': ['Noto Sans Semibold'], 'text-size': 11 },
      paint: { 'text-color': label, 'text-halo-color': land, 'text-halo-width': 1.6 },
    },
  ];
}
