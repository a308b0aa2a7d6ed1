/**
 * What the data names: sources of lines, parties and rules of withdrawal areas. Colours and dashes are given out in the
 * order of these lists, so that they are the same each time.
 */
export function knownFrom(lines, areas) {
  return {
    sources: distinct([...lines, ...areas].map(({ properties }) => properties.dataset)),
    parties: distinct(areas.map(({ properties }) => properties.party)),
    rules: rulesOf(areas),
    claims: distinct(areas.map(claimOf)),
  };
}

export const NOTHING_KNOWN = { sources: [], parties: [], rules: [], claims: [] };

/** Whose claim an area belongs to: a source, or 'union', 'intersection' of several, or 'site' where no line is claimed. */
export function claimOf({ properties }) {
  return properties.dataset ?? properties.reading;
}

/** Areas of the same equipment and distances go by one rule on the map, whoever it binds; the widest first. */
export function ruleOf({ properties }) {
  return `${properties.equipment_class} ${properties.distance_from_m} ${properties.distance_m}`;
}

function rulesOf(areas) {
  const rules = new Map();
  for (const area of areas) {
    rules.set(ruleOf(area), { ...area.properties, id: ruleOf(area), distance: area.properties.distance_m });
  }
  return [...rules.values()].sort((a, b) => b.distance - a.distance || a.id.localeCompare(b.id));
}

function distinct(values) {
  return [...new Set(values.filter((value) => value))].sort();
}
