/** Pictures of the definition's signs: alone, with numbers on a plate, and as swatches of legends. */
import { PIXEL_RATIO, drawSign, layersFor, plateColours, signSize } from './definition.js';
import { INCIDENT_GROUPS, countExpression, propertiesOf } from './incidentGroups.js';

const PREFIX = 'incidents';
const CELL = { icon: 20, height: 24, digit: 7.5, gap: 4, sign: 15 };
const CELLS_IN_ROW = 2;
const FONT = "600 12px 'Noto Sans'";
const SWATCH = { width: 30, height: 16 };
// Around a sign on the map, so that a click near it is a click on it.
const MARGIN = 4;

/** The name of the sign of a group's reports. */
function signOf(group) {
  const [layer] = layersFor('incidents', 'Point', propertiesOf(group));
  return layer.layout['icon-image'];
}

/** The symbol of one group alone, for legend and lists. */
export function groupSymbol(group, size = 20) {
  const { canvas, context } = canvasOf(size, size);
  drawSign(context, signOf(group), size / 2, size / 2, signSize(signOf(group)));
  return hiddenFromReaders(canvas, 'symbol');
}

/** The expression that names the image of what stands at a point: how many of each group, in the groups' order. */
export function imageExpression() {
  return ['concat', PREFIX, ...INCIDENT_GROUPS.map((group) => ['concat', '|', ['to-string', countExpression(group)]])];
}

/** Whether a name is one that {@link imageExpression} made. */
export function isDrawnHere(name) {
  return name.startsWith(`${PREFIX}|`);
}

/** Draws the image of a name that {@link imageExpression} made, or gives null for another name. */
export function drawImage(name) {
  const [prefix, ...counts] = name.split('|');
  if (prefix !== PREFIX || counts.length !== INCIDENT_GROUPS.length) return null;
  const cells = INCIDENT_GROUPS.map((group, index) => ({ group, count: Number(counts[index]) })).filter(({ count }) => count > 0);
  return cells.length === 1 && cells[0].count === 1 ? single(cells[0].group) : several(cells);
}

function single(group) {
  const sign = signSize(signOf(group));
  const size = sign + 2 * MARGIN;
  const { context } = canvasOf(size, size);
  drawSign(context, signOf(group), size / 2, size / 2, sign);
  return image(context);
}

/** A plate that names each group with its number: nothing hides under another. */
function several(cells) {
  const rows = [];
  for (let index = 0; index < cells.length; index += CELLS_IN_ROW) rows.push(cells.slice(index, index + CELLS_IN_ROW));
  const width = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + cellWidth(cell), 0))) + 6;
  const height = rows.length * (CELL.height - 4) + 6;
  const { context } = canvasOf(width + 2, height + 2);
  const colours = plateColours();
  plate(context, width, height, colours);
  rows.forEach((row, rowIndex) => {
    let x = 4;
    const y = 1 + 3 + (CELL.height - 4) * (rowIndex + 0.5);
    for (const cell of row) {
      drawSign(context, signOf(cell.group), x + CELL.icon / 2 - 1, y, CELL.sign);
      context.font = FONT;
      context.fillStyle = colours.text;
      context.textBaseline = 'middle';
      context.fillText(String(cell.count), x + CELL.icon - 1, y + 1);
      x += cellWidth(cell);
    }
  });
  return image(context);
}

function cellWidth({ count }) {
  return CELL.icon + String(count).length * CELL.digit + CELL.gap - 2;
}

function plate(context, width, height, { ground, outline }) {
  context.beginPath();
  context.roundRect(1, 1, width, height, 9);
  context.fillStyle = ground;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = outline;
  context.stroke();
}

function canvasOf(width, height) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * PIXEL_RATIO);
  canvas.height = Math.ceil(height * PIXEL_RATIO);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  return { canvas, context };
}

function image(context) {
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

/**
 * What a feature of a collection looks like, for a legend.
 *
 * @param {string[]} types of the style's layers that are to be seen: all, or only areas (fill) or lines (line)
 */
export function swatch(collection, geometryType, properties, types = ['fill', 'line', 'symbol']) {
  const { canvas, context } = canvasOf(SWATCH.width, SWATCH.height);
  const layers = layersFor(collection, geometryType, properties).filter(({ type, layout }) => types.includes(type) && !layout['text-field']);
  const shape = new Path2D();
  if (geometryType === 'Polygon' && types.includes('fill')) {
    shape.rect(2, 2, SWATCH.width - 4, SWATCH.height - 4);
  } else {
    shape.moveTo(1, SWATCH.height / 2);
    shape.lineTo(SWATCH.width - 1, SWATCH.height / 2);
  }
  for (const layer of layers) DRAW[layer.type](context, layer, shape);
  return hiddenFromReaders(canvas, 'swatch-image');
}

const DRAW = {
  fill: (context, { paint }, shape) => {
    context.save();
    context.globalAlpha = paint['fill-opacity'];
    if (paint['fill-pattern']) {
      context.clip(shape);
      const size = signSize(paint['fill-pattern']);
      for (let x = size / 2; x < SWATCH.width + size; x += size) {
        for (let y = size / 2; y < SWATCH.height + size; y += size) drawSign(context, paint['fill-pattern'], x, y, size);
      }
    } else {
      context.fillStyle = paint['fill-color'];
      context.fill(shape);
    }
    context.restore();
  },
  line: (context, { paint }, shape) => {
    const { 'line-color': colour, 'line-width': width, 'line-dasharray': dashes = [] } = paint;
    context.setLineDash(dashes.map((length) => length * width));
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke(shape);
  },
  symbol: (context, { layout }) => {
    const name = layout['icon-image'];
    drawSign(context, name, SWATCH.width / 2, SWATCH.height / 2, Math.min(signSize(name), SWATCH.height));
  },
};

function hiddenFromReaders(canvas, className) {
  canvas.setAttribute('aria-hidden', 'true');
  canvas.classList.add(className);
  return canvas;
}
