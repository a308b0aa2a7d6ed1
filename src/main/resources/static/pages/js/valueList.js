/** A few values of a feature, by the titles of its properties; names stand for titles that aren't known. */
import { element } from '../../map/js/element.js';

const MOST_VALUES = 4;
const LONGEST_VALUE = 140;

export function valueList(properties, titles) {
  const values = Object.entries(properties)
    .filter(([, value]) => value !== null && value !== '' && typeof value !== 'object')
    .slice(0, MOST_VALUES)
    .map(([name, value]) => [element('dt', titles.get(name) ?? name), element('dd', shortened(String(value)))]);
  return element('dl', values);
}

function shortened(text) {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)} …` : text;
}
