/** What stands at a point beside incidents, in words: zones, areas, lines, exclaves, places, land. */
import { element } from './element.js';
import { listed } from './names.js';
import { utcDay } from './time.js';
import { bandText, capitalised, distanceText, patrolTypeText, plainText, uncertaintyText } from './words.js';

/** A paragraph for each kind of layer, by the layer's id in the style. */
const DESCRIPTIONS = {
  'patrol-zones': (zone, names) => [
    zone.name,
    `Zone of ${patrolTypeText(zone.patrol_type)} of ${names.parties(zone.parties) ?? 'parties not known'}` +
      `${zone.width_m ? `, ${distanceText(zone.width_m)} wide` : ''}. ${zone.agreement_name ? `${zone.agreement_name}.` : ''}`,
    zone.illustrative ? (zone.note ?? 'Illustrative: no agreement gives its shape.') : zone.note,
  ],
  'withdrawal-areas': (area, names) => [
    `${[area.equipment, bandText(area)].filter(Boolean).join(': ')}, ${names.party(area.party)}`,
    `${zoneText(area, names)} ${area.agreement_name}. Computed with an error of at most ${errorText(area.max_error_m)}.`,
    area.excluded ? `Left out: ${area.excluded}.` : null,
    area.exempt ? `Exempt: ${area.exempt}.` : null,
    area.status === 'stale' ? 'Its rule, line or land has changed since; it is being computed again.' : null,
    area.section,
    area.reference,
  ],
  compliance: (sighting, names) => [
    `${capitalised(sighting.verdict ?? 'being computed')}: ${sighting.equipment}, ${names.party(sighting.side) ?? 'side not known'}`,
    `What is reported, held against ${sighting.rule_equipment}, ${bandText(sighting)} (${sighting.agreement_name}). It says what the rule says if report and claim are right.`,
    sighting.summary,
    sighting.reason ? `${capitalised(sighting.reason)}.` : null,
    sighting.status === 'stale' ? 'Its report, rule or line has changed since; it is being computed again.' : null,
    sighting.section,
  ],
  'compliance-claims': (finding) => [
    `${capitalised(finding.verdict ?? 'being computed')} as claimed by ${finding.claimed_by}`,
    `${distanceText(finding.distance_m)} from its line, ${finding.depth_m >= 0 ? `${distanceText(finding.depth_m)} inside` : `${distanceText(-finding.depth_m)} clear of`} the limit` +
      `${finding.probability === null || finding.probability === undefined ? '' : `; inside with a probability of ${Number(finding.probability.toFixed(2))}`}.`,
  ],
  'boundary-lines': (line, names) => [
    `${line.name}: ${line.source}`,
    `${line.status === 'agreed' ? 'Agreed between the parties' : `A claim${line.claimant ? ` of ${names.party(line.claimant)}` : ', as this source draws it'}`}` +
      `${line.valid_from ? `, from ${utcDay(line.valid_from)}` : ''}${line.valid_to ? ` to ${utcDay(line.valid_to)}` : ''}.`,
    line.note,
  ],
  exclaves: (exclave, names) => [
    `${exclave.name}${exclave.name_local ? ` (${exclave.name_local})` : ''}`,
    `Exclave: drawn by ${exclave.source} as land of ${names.party(exclave.party)} within ${names.party(exclave.host_party)}.`,
  ],
  places: (place, names) => [
    place.name,
    `${capitalised(plainText(place.kind))}, ${uncertaintyText({ ...place, location_method: null })}.` +
      `${place.disputed ? ' Called disputed by its source.' : ''}${place.side ? ` Listed under ${names.party(place.side)} by its source, which is no statement on whose it is.` : ''}`,
    place.names?.length ? `Also written ${place.names.filter((name) => name !== place.name).join(', ')}.` : null,
    place.source ? `Coordinates: ${place.source}` : null,
  ],
};

export const DESCRIBED_LAYERS = Object.keys(DESCRIPTIONS);

export function thing(layer, properties, names) {
  const [heading, ...paragraphs] = DESCRIPTIONS[layer](properties, names);
  return element('section.thing', element('h4', heading), paragraphs.filter(Boolean).map((text) => element('p', text)));
}

/** As whose land each source draws a point. */
export function landBySource(countries, names) {
  if (!countries.length) return null;
  const sources = new Map();
  for (const { party, source } of countries) sources.set(party, [...(sources.get(party) ?? []), source]);
  const texts = [...sources].map(([party, drawnBy]) => `as ${names.party(party)} by ${listed(drawnBy)}`);
  return element('section.thing', element('h4', 'Land'), element('p', `Drawn ${texts.join('; ')}. This says nothing of who controls it.`));
}

/** Whose claim an area belongs to. */
function zoneText(area, names) {
  const party = names.party(area.party);
  if (area.reading === 'union') return `What ${party} keeps clear if at least one claim on the line holds.`;
  if (area.reading === 'intersection') return `What ${party} keeps clear whichever claim on the line holds.`;
  if (area.reading === 'site') return `What ${party} keeps clear at: ${area.claimed_by}.`;
  return `What ${party} keeps clear along the line as claimed by: ${area.claimed_by}.`;
}

function errorText(metres) {
  return metres === null || metres === undefined ? 'unknown size' : metres < 0.01 ? 'less than 1 cm' : `${Number(metres.toPrecision(2))} m`;
}

