/** Drawings for the toolbar's buttons, whose names are in their labels. */
const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  measure: 'M3 16 16 3l5 5L8 21zM7 12l2 2M10 9l3 3M13 6l2 2',
  whatIf: 'M12 12m-1.5 0a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0M12 12m-9 0a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 12l6.4-6.4',
  nearby: 'M12 21s6-5.6 6-10.5a6 6 0 0 0-12 0C6 15.4 12 21 12 21zM12 10.5m-2 0a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  select: 'M4 4h3M10 4h4M17 4h3v3M20 10v4M20 17v3h-3M14 20h-4M7 20H4v-3M4 14v-4M4 7V4M12 8v7M9 12.5l3 3 3-3',
};

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
