import { quoted } from './collections.js';

/** Incidents in a few groups that can be told apart on a map: those that the definition has signs for, by the event types in them. */
export const INCIDENT_GROUPS = [
  { id: 'battles', eventTypes: ['Battles'] },
  { id: 'explosions', eventTypes: ['Explosions/Remote violence'] },
  { id: 'civilians', eventTypes: ['Violence against civilians'] },
  { id: 'unrest', eventTypes: ['Protests', 'Riots'] },
  { id: 'developments', eventTypes: ['Strategic developments'] },
  // A view of one's own in the schema may say anything; it must not vanish from the map for it.
  { id: 'other', eventTypes: [] },
];

const OTHER = INCIDENT_GROUPS.at(-1);

const EVENT_TYPES = INCIDENT_GROUPS.flatMap(({ eventTypes }) => eventTypes);

export function groupOf(incident) {
  return groupOfType(incident.properties.event_type);
}

export function groupOfType(eventType) {
  return INCIDENT_GROUPS.find((group) => group.eventTypes.includes(eventType)) ?? OTHER;
}

/**
 * A filter (CQL2) that lets through what is of some groups; null where it would let everything through.
 *
 * @param {(group) => boolean} isWanted
 */
export function groupsFilter(isWanted) {
  const isOf = (types) => `event_type IN (${types.map(quoted)})`;
  const wanted = INCIDENT_GROUPS.filter(isWanted);
  if (wanted.length === INCIDENT_GROUPS.length) return null;
  const types = wanted.flatMap(({ eventTypes }) => eventTypes);
  if (!wanted.includes(OTHER)) return types.length ? isOf(types) : 'FALSE';
  return `(event_type IS NULL OR NOT ${isOf(EVENT_TYPES.filter((type) => !types.includes(type)))})`;
}

/** How many of some tallied features are of a group, as an expression of a map's style. */
export function countExpression({ eventTypes }) {
  if (eventTypes.length) return ['+', ...eventTypes.map(tally)];
  return ['-', ['get', 'point_count'], ['+', ...EVENT_TYPES.map(tally)]];
}

/** A tile says of a cluster how many of its features have a value. */
function tally(eventType) {
  return ['coalesce', ['get', `event_type:${eventType}`], 0];
}

/** What a report of a group says, as far as signs go by it. */
export function propertiesOf({ eventTypes: [eventType = null] }) {
  return { event_type: eventType };
}
