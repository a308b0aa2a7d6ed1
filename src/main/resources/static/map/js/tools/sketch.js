/** What tools draw on the map: marks, and what came of them. */
import { onDefinitionChange, palette } from '../definition.js';

const SOURCE = 'sketch';
// Areas lie beneath these: nothing of a report is to be tinted.
const SYMBOLS = 'incidents';
const NOTHING = { type: 'FeatureCollection', features: [] };

export class Sketch {
  #map;

  constructor(map) {
    this.#map = map;
    map.addSource(SOURCE, { type: 'geojson', data: NOTHING, tolerance: 0 });
    for (const layer of layers()) map.addLayer(layer, layer.type === 'fill' ? SYMBOLS : undefined);
    onDefinitionChange(() => {
      for (const { id, paint } of layers()) {
        for (const [name, value] of Object.entries(paint)) map.setPaintProperty(id, name, value);
      }
    });
  }

  /** @param {...Object} geometries GeoJSON; positions that were marked as a MultiPoint */
  show(...geometries) {
    const features = geometries.filter(Boolean).map((geometry) => ({ type: 'Feature', properties: {}, geometry }));
    this.#map.getSource(SOURCE).setData({ type: 'FeatureCollection', features });
  }

  clear() {
    this.show();
  }
}

function layers() {
  const { uncertain: mark, paper } = palette();
  return [
    { id: 'sketch-areas', type: 'fill', source: SOURCE, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': mark, 'fill-opacity': 0.13 } },
    {
      id: 'sketch-lines',
      type: 'line',
      source: SOURCE,
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': mark, 'line-width': 2, 'line-dasharray': [3, 1.5] },
    },
    {
      id: 'sketch-points',
      type: 'circle',
      source: SOURCE,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-radius': 4.5, 'circle-color': mark, 'circle-stroke-color': paper, 'circle-stroke-width': 1.5 },
    },
  ];
}
