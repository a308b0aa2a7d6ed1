/** All reports as lists: what has no place on the map is found here, and so is everything without a mouse. */
import { element } from './element.js';
import { Events, compareTimes, eventItem } from './events.js';
import { reportSummary } from './report.js';
import { countText } from './words.js';

/** @param {(incident) => void} onChosen when a report with a place is chosen */
export function reportsList(incidents, names, onChosen) {
  const inOrder = [...incidents].sort(compareTimes);
  const [placed, unplaced] = [inOrder.filter(({ geometry }) => geometry), inOrder.filter(({ geometry }) => !geometry)];
  const events = new Events(incidents);
  return [
    unplaced.length
      ? list(
          `${countText(unplaced.length, 'report')} without a known place`,
          element('p.note', 'These can’t be drawn on the map.'),
          unplaced.map((incident) => eventItem(events.accounts([incident])[0], names, false)),
        )
      : null,
    list(
      `${countText(placed.length, 'report')} on the map`,
      element('ol.chosen', placed.map((incident) =>
        element('li', element('button.choose', { type: 'button', click: () => onChosen(incident) }, reportSummary(incident, names))),
      )),
    ),
  ].filter(Boolean);
}

function list(title, ...content) {
  return element('details.list', element('summary', title), ...content);
}
