/**
 * Colours of the map. Land is one colour whoever it is said to belong to. Sides get hues that stand neither for good
 * and bad nor for anybody's flag, given out in the alphabetical order of their ids.
 */
const LIGHT = {
  beyond: '#dfdcd3',
  land: '#f6f3ea',
  text: '#3b3a36',
  textHalo: 'rgba(250, 248, 242, 0.92)',
  country: '#7d776a',
  place: '#57534a',
  exclave: '#e9e2cf',
  exclaveOutline: '#9c927b',
  exclaveName: '#6d6450',
  areaOpacity: [0.12, 0.07],
  patrol: '#6a6420',
  uncertainty: '#1f2d3d',
  feature: '#0b6e69',
  featurePale: '#8cbdb8',
  featureOutline: '#ffffff',
  chosen: '#1f2d3d',
  sources: ['#8a4b08', '#27466f', '#5c2e6b', '#3d5a2a'],
  parties: ['#2b8a8f', '#8f5fa8', '#a8842b', '#5b6f8f'],
};

const DARK = {
  beyond: '#14171a',
  land: '#22272c',
  text: '#e4e0d6',
  textHalo: 'rgba(24, 28, 32, 0.9)',
  country: '#7f8790',
  place: '#b9b4a8',
  exclave: '#2d3130',
  exclaveOutline: '#77735f',
  exclaveName: '#b3ab92',
  areaOpacity: [0.09, 0.05],
  patrol: '#cfc56a',
  uncertainty: '#e8eef5',
  feature: '#5fd0c5',
  featurePale: '#386f6d',
  featureOutline: '#1b1f23',
  chosen: '#ffffff',
  sources: ['#e0a45c', '#8fb4e8', '#c79bd8', '#a3c487'],
  parties: ['#4fb6bb', '#b68ccd', '#cfae5a', '#8fa6cb'],
};

const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');

export function palette() {
  return darkScheme.matches ? DARK : LIGHT;
}

export function onSchemeChange(listener) {
  darkScheme.addEventListener('change', listener);
}

/** A colour of a list for one of some ids, the same as long as the ids are the same. */
export function colourOf(colours, ids, id) {
  const index = ids.indexOf(id);
  return colours[(index < 0 ? 0 : index) % colours.length];
}
