/** All reports as lists: what has no place on the map is found here, and so is everything without a mouse. */
import { element } from './element.js';
import { Events, compareTimes, eventItem } from './events.js';
import { reportSummary } from './report.js';
import { text } from './messages.js';

/** @param {(incident) => void} onChosen when a report with a place is chosen */
export function reportsList(incidents, names, onChosen) {
  const inOrder = [...incidents].sort(compareTimes);
  const [placed, unplaced] = [inOrder.filter(({ geometry }) => geometry), inOrder.filter(({ geometry }) => !geometry)];
  const events = new Events(incidents);
  return [
    unplaced.length
      ? list(
          text('reports.unplaced', { count: unplaced.length }),
          element('p.note', text('reports.unplacedNote')),
          unplaced.map((incident) => eventItem(events.accounts([incident])[0], names, false)),
        )
      : null,
    list(
      text('reports.placed', { count: placed.length }),
      element('ol.chosen', placed.map((incident) =>
        element('li', element('button.choose', { type: 'button', click: () => onChosen(incident) }, reportSummary(incident, names))),
      )),
    ),
  ].filter(Boolean);
}

function list(title, ...content) {
  return element('details.list', element('summary', title), ...content);
}
