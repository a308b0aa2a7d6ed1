/**
 * Incidents in a few groups that can be told apart on a map. A group has a shape of its own beside its colour: one is
 * enough to know it. Colours keep apart for the common kinds of colour blindness (after Okabe and Ito, darkened to
 * stand out on paper and on a dark ground).
 */
export const INCIDENT_GROUPS = [
  { id: 'battles', eventTypes: ['Battles'], shape: 'diamond', colour: '#b5430a' },
  {
    id: 'explosions',
   
    eventTypes: ['Explosions/Remote violence'],
    shape: 'star',
    colour: '#7b3b74',
  },
  {
    id: 'civilians',
   
    eventTypes: ['Violence against civilians'],
    shape: 'cross',
    colour: '#1f1f24',
  },
  { id: 'unrest', eventTypes: ['Protests', 'Riots'], shape: 'triangle', colour: '#0b6aa8' },
  {
    id: 'developments',
   
    eventTypes: ['Strategic developments'],
    shape: 'square',
    colour: '#00745a',
  },
  // A view of one's own in the schema may say anything; it must not vanish from the map for it.
  { id: 'other', eventTypes: [], shape: 'circle', colour: '#6b6b6b' },
];

const OTHER = INCIDENT_GROUPS.at(-1);

export function groupOf(incident) {
  return INCIDENT_GROUPS.find((group) => group.eventTypes.includes(incident.properties.event_type)) ?? OTHER;
}
