/** The sectors and areas that sightings lie in somewhere; the verdicts on them, which the map shows, have only a point. */
import { readFeature } from './collections.js';

const OUTLINED = ['sector', 'area'];

/** @throws {ReadFailure} */
export function readOutlines(verdicts) {
  const sightings = verdicts.filter(({ properties }) => OUTLINED.includes(properties.position_kind)).map(({ properties }) => properties.sighting);
  return Promise.all([...new Set(sightings)].map((id) => readFeature('sighting-areas', id)));
}
