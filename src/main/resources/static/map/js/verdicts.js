/** Kinds of verdicts, from the surest to the least sure; the last is what isn't computed yet. */
const KINDS = ['violation', 'violation_under_claim', 'indeterminate', 'compliant', 'pending'];

/** The kinds that there are, with their numbers. */
export function verdictCounts(features) {
  const counted = KINDS.map((kind) => ({ kind, count: features.filter((feature) => kindOf(feature) === kind).length }));
  return counted.filter(({ count }) => count > 0);
}

function kindOf({ properties }) {
  return KINDS.includes(properties.verdict_kind) ? properties.verdict_kind : KINDS.at(-1);
}
