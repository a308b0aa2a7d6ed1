/** Kinds of verdicts, from the surest to the least sure, and how sightings that have them are drawn. */
const KINDS = [
  { id: 'violation', fill: 'feature', ring: 2, radius: 5.5 },
  { id: 'violation_under_claim', fill: 'featurePale', ring: 2, radius: 5.5 },
  { id: 'indeterminate', fill: 'land', ring: 2, radius: 5.5 },
  { id: 'compliant', fill: 'land', ring: 1, radius: 4 },
];

// Not computed yet.
const PENDING = { id: 'pending', fill: 'land', ring: 1, radius: 2.5 };

// On the map a ring goes around the symbol of the report that tells of the sighting, and under it: it hides no number.
const AROUND_SYMBOL = 6.5;

/** The paint of circles for features with a "verdict_kind". */
export function verdictPaint(colours) {
  const by = (output) => ['match', ['get', 'verdict_kind'], ...KINDS.flatMap((kind) => [kind.id, output(kind)]), output(PENDING)];
  return {
    'circle-radius': by(({ radius }) => radius + AROUND_SYMBOL),
    'circle-color': by(({ fill }) => colours[fill]),
    // Names of places stay legible through it.
    'circle-opacity': 0.5,
    'circle-stroke-color': colours.feature,
    'circle-stroke-width': by(({ ring }) => ring),
  };
}

/** The kinds that there are, with their numbers. */
export function verdictCounts(features) {
  const counted = [...KINDS, PENDING].map((kind) => ({ kind, count: features.filter((feature) => kindOf(feature) === kind).length }));
  return counted.filter(({ count }) => count > 0);
}

function kindOf({ properties }) {
  return KINDS.find(({ id }) => id === properties.verdict_kind) ?? PENDING;
}
