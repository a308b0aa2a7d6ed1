/** What tools ask for: fields with their labels. */
import { element } from '../element.js';
import { text } from '../messages.js';
import { distanceText } from '../words.js';

const SHORTEST_METRES = 100;
const DECADES = 3;
const STEPS_IN_DECADE = 40;

export function field(key, input) {
  return element('label.tool-field', element('span', text(key)), input);
}

export function choice(value, words) {
  return element('option', { value }, words);
}

/** A distance in kilometres, written or by a slider from 100 m to 100 km that is as fine for short ones as for long ones. */
export class DistanceField {
  #number;
  #slider;

  constructor(key, metres, onChange) {
    this.#number = element('input', { type: 'number', min: '0.001', max: '500', step: 'any', value: String(metres / 1000), input: () => this.#take(onChange) });
    this.#slider = element('input.tool-slider', { type: 'range', min: '0', max: String(DECADES * STEPS_IN_DECADE), 'aria-label': text(key), input: () => this.#slide(onChange) });
    this.elements = [field(key, this.#number), this.#slider];
    this.#follow();
  }

  /** Null where nothing fit is written. */
  get metres() {
    return this.#number.value !== '' && this.#number.checkValidity() ? Number(this.#number.value) * 1000 : null;
  }

  set(metres) {
    this.#number.value = String(metres / 1000);
    this.#follow();
  }

  #take(onChange) {
    if (this.metres !== null) this.#follow();
    onChange();
  }

  #follow() {
    this.#slider.value = String(Math.round(Math.log10(this.metres / SHORTEST_METRES) * STEPS_IN_DECADE));
    this.#slider.setAttribute('aria-valuetext', distanceText(this.metres));
  }

  #slide(onChange) {
    const metres = SHORTEST_METRES * 10 ** (Number(this.#slider.value) / STEPS_IN_DECADE);
    this.#number.value = String(Number(metres.toPrecision(2)) / 1000);
    this.#slider.setAttribute('aria-valuetext', distanceText(this.metres));
    onChange();
  }
}
