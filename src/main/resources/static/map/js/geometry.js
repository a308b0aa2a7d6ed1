/** The point itself, or the middle of the box around any other geometry. */
export function middle(geometry) {
  const positions = geometry.coordinates.flat(Infinity);
  const middleOf = (values) => (Math.min(...values) + Math.max(...values)) / 2;
  return [middleOf(positions.filter((_, index) => index % 2 === 0)), middleOf(positions.filter((_, index) => index % 2 === 1))];
}
