/** What stands at a point beside incidents, in words: zones, areas, lines, exclaves, places, land. */
import { element } from './element.js';
import { dateText, listed, numberText, text, textOf } from './messages.js';
import { placeName } from './placeNames.js';
import { bandText, capitalised, distanceText, equipmentText, errorText, positionText, ruleText, uncertaintyText } from './words.js';

/** A paragraph for each kind of layer, by the layer's id in the style. */
const DESCRIPTIONS = {
  'patrol-zones': (zone, names) => [
    zone.name,
    sentences(
      text('patrol.zone', { type: textOf('patrol', zone.patrol_type), parties: names.parties(zone.parties) ?? text('patrol.partiesUnknown') }),
      zone.width_m ? text('patrol.width', { distance: distanceText(zone.width_m) }) : null,
      zone.agreement_name ? `${zone.agreement_name}.` : null,
    ),
    zone.illustrative ? (zone.note ?? text('patrol.illustrative')) : zone.note,
  ],
  'withdrawal-areas': (area, names) => [
    text('area.heading', { what: ruleText(area), party: names.party(area.party) }),
    sentences(zoneText(area, names), `${area.agreement_name}.`, text('area.error', { error: errorText(area.max_error_m) })),
    area.excluded ? text('area.excluded', { what: area.excluded }) : null,
    area.exempt ? text('area.exempt', { what: area.exempt }) : null,
    area.status === 'stale' ? text('area.stale') : null,
    area.section,
    area.reference,
  ],
  compliance: (sighting, names) => [
    text('sighting.heading', {
      verdict: verdictText(sighting),
      equipment: equipmentText(sighting.equipment_class, sighting.equipment),
      side: sighting.side ? names.party(sighting.side) : text('sighting.sideUnknown'),
    }),
    text('sighting.against', {
      rule: [sighting.rule_equipment, bandText(sighting)].filter(Boolean).join(text('list.comma')),
      agreement: sighting.agreement_name,
    }),
    sighting.summary,
    text('sighting.position', { position: positionText(sighting) }),
    sighting.reason ? `${capitalised(sighting.reason)}.` : null,
    sighting.status === 'stale' ? text('sighting.stale') : null,
    sighting.section,
  ],
  'compliance-claims': (finding) => [
    text('finding.heading', { verdict: verdictText(finding), source: finding.claimed_by }),
    sentences(depthText(finding), probabilityText(finding)),
  ],
  'boundary-lines': (line, names) => [
    text('line.heading', { line: line.name, source: line.source }),
    sentences(
      line.status === 'agreed' ? text('line.agreedBetween') : claimText(line, names),
      line.valid_from ? text('line.from', { date: dateText(line.valid_from) }) : null,
      line.valid_to ? text('line.to', { date: dateText(line.valid_to) }) : null,
    ),
    line.note,
  ],
  exclaves: (exclave, names) => [
    exclave.name_local ? text('exclave.heading', { name: exclave.name, local: exclave.name_local }) : exclave.name,
    text('exclave.text', { source: exclave.source, party: names.party(exclave.party), host: names.party(exclave.host_party) }),
  ],
  places: (place, names) => [
    placeName(place),
    sentences(
      text('place.text', { kind: capitalised(textOf('place', place.kind)), precision: uncertaintyText({ ...place, location_method: null }) }),
      place.disputed ? text('place.disputed') : null,
      place.side ? text('place.side', { party: names.party(place.side) }) : null,
    ),
    otherNames(place),
    place.source ? text('place.coordinates', { source: place.source }) : null,
  ],
};

export const DESCRIBED_LAYERS = Object.keys(DESCRIPTIONS);

export function thing(layer, properties, names) {
  const [heading, ...paragraphs] = DESCRIPTIONS[layer](properties, names);
  return element('section.thing', element('h4', heading), paragraphs.filter(Boolean).map((words) => element('p', { dir: 'auto' }, words)));
}

/** As whose land each source draws a point. */
export function landBySource(countries, names) {
  if (!countries.length) return null;
  const sources = new Map();
  for (const { party, source } of countries) sources.set(party, [...(sources.get(party) ?? []), source]);
  const claims = [...sources].map(([party, drawnBy]) => text('land.as', { party: names.party(party), sources: listed(drawnBy) }));
  return element('section.thing', element('h4', text('land.heading')), element('p', text('land.drawn', { claims: claims.join('; ') })));
}

/** Whose claim an area belongs to. */
function zoneText(area, names) {
  const party = names.party(area.party);
  if (area.reading === 'union' || area.reading === 'intersection') return text(`area.${area.reading}`, { party });
  if (area.reading === 'site') return text('area.site', { party, site: area.claimed_by });
  return text('area.claim', { party, source: area.claimed_by });
}

function claimText(line, names) {
  return line.claimant ? text('line.claimOf', { party: names.party(line.claimant) }) : text('line.claimAsDrawn');
}

/** The layer's own words say more than the kind, as under which claim; the kinds are known in each language. */
function verdictText({ verdict, verdict_kind: kind }) {
  if (!verdict) return text('verdict.pending');
  return capitalised(textOf('verdict', kind ?? verdict));
}

function depthText({ distance_m: distance, depth_m: depth }) {
  const key = depth >= 0 ? 'finding.inside' : 'finding.clear';
  return text(key, { distance: distanceText(distance), depth: distanceText(Math.abs(depth)) });
}

function probabilityText({ probability }) {
  if (probability === null || probability === undefined) return null;
  return text('finding.probability', { probability: numberText(Number(probability.toFixed(2))) });
}

function otherNames(place) {
  const others = (place.names ?? []).filter((name) => name !== placeName(place));
  return others.length ? text('place.alsoWritten', { names: others.join(text('list.comma')) }) : null;
}

function sentences(...parts) {
  return parts.filter(Boolean).join(' ');
}
