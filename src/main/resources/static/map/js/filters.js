/**
 * Whether a filter of a style lets a feature through, for legends, which have no map to ask. Only what the server's styles
 * are made of; see the MapLibre style specification, "Expressions".
 */
const OPERATORS = {
  all: (feature, ...conditions) => conditions.every((condition) => evaluate(condition, feature)),
  any: (feature, ...conditions) => conditions.some((condition) => evaluate(condition, feature)),
  '!': (feature, condition) => !evaluate(condition, feature),
  '==': (feature, left, right) => evaluate(left, feature) === evaluate(right, feature),
  '!=': (feature, left, right) => evaluate(left, feature) !== evaluate(right, feature),
  '<': (feature, ...sides) => compared(feature, sides, (left, right) => left < right),
  '<=': (feature, ...sides) => compared(feature, sides, (left, right) => left <= right),
  '>': (feature, ...sides) => compared(feature, sides, (left, right) => left > right),
  '>=': (feature, ...sides) => compared(feature, sides, (left, right) => left >= right),
  in: (feature, value, values) => evaluate(values, feature).includes(evaluate(value, feature)),
  get: ({ properties }, name) => properties[name] ?? null,
  literal: (feature, value) => value,
  'geometry-type': ({ geometryType }) => geometryType,
};

/** @param filter an expression; undefined lets everything through */
export function accepts(filter, geometryType, properties) {
  return filter === undefined || evaluate(filter, { geometryType, properties }) === true;
}

function evaluate(expression, feature) {
  if (!Array.isArray(expression)) return expression;
  const [operator, ...operands] = expression;
  const evaluated = OPERATORS[operator];
  if (!evaluated) throw new Error(`a style has a condition that is not known here: ${operator}`);
  return evaluated(feature, ...operands);
}

/** What isn't known is neither more nor less. */
function compared(feature, sides, holds) {
  const [left, right] = sides.map((side) => evaluate(side, feature));
  return left !== null && right !== null && holds(left, right);
}
