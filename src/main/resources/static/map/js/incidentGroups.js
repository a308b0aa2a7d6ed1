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

export function groupOf(incident) {
  return INCIDENT_GROUPS.find((group) => group.eventTypes.includes(incident.properties.event_type)) ?? OTHER;
}

/** What a report of a group says, as far as signs go by it. */
export function propertiesOf({ eventTypes: [eventType = null] }) {
  return { event_type: eventType };
}
