/** Draws the incident symbols: no image files, any size, any combination. */
import { INCIDENT_GROUPS } from './incidentGroups.js';

const PREFIX = 'incidents';
const CELL = { icon: 20, height: 24, digit: 7.5, gap: 4 };
const CELLS_IN_ROW = 2;
const FONT = "600 12px 'Noto Sans'";

/** What a group's shape is, around (0, 0) with radius r. */
const SHAPES = {
  circle: (path, r) => path.arc(0, 0, r * 0.8, 0, 2 * Math.PI),
  diamond: (path, r) => polygon(path, 4, () => r),
  triangle: (path, r) => polygon(path, 3, () => r * 1.05, 0.15 * r),
  square: (path, r) => path.rect(-r * 0.74, -r * 0.74, r * 1.48, r * 1.48),
  star: (path, r) => polygon(path, 16, (corner) => (corner % 2 ? r * 0.62 : r * 1.08)),
  cross: (path, r) => {
    const [long, short] = [r * 0.9, r * 0.34];
    const corners = [[-short, -long], [short, -long], [short, -short], [long, -short], [long, short], [short, short],
      [short, long], [-short, long], [-short, short], [-long, short], [-long, -short], [-short, -short]];
    corners.forEach(([x, y], index) => (index ? path.lineTo(x, y) : path.moveTo(x, y)));
    path.closePath();
  },
};

function polygon(path, corners, radius, down = 0) {
  for (let corner = 0; corner < corners; corner++) {
    const angle = (2 * Math.PI * corner) / corners - Math.PI / 2;
    const [x, y] = [radius(corner) * Math.cos(angle), radius(corner) * Math.sin(angle) + down];
    if (corner === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
  path.closePath();
}

function drawShape(context, group, x, y, radius) {
  context.save();
  context.translate(x, y);
  const path = new Path2D();
  SHAPES[group.shape](path, radius);
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = '#ffffff';
  context.stroke(path);
  context.fillStyle = group.colour;
  context.fill(path);
  context.restore();
}

/** The symbol of one group alone, for legend and lists. */
export function groupSymbol(group, size = 20) {
  const { canvas, context } = canvasOf(size, size);
  drawShape(context, group, size / 2, size / 2, size * 0.36);
  canvas.setAttribute('aria-hidden', 'true');
  canvas.classList.add('symbol');
  return canvas;
}

/** The expression that names the image of what stands at a point: how many of each group, in the groups' order. */
export function imageExpression() {
  return ['concat', PREFIX, ...INCIDENT_GROUPS.map((group) => ['concat', '|', ['to-string', ['get', group.id]]])];
}

/** Draws the image of a name that {@link imageExpression} made, or gives null for another name. */
export function drawImage(name) {
  const [prefix, ...counts] = name.split('|');
  if (prefix !== PREFIX || counts.length !== INCIDENT_GROUPS.length) return null;
  const cells = INCIDENT_GROUPS.map((group, index) => ({ group, count: Number(counts[index]) })).filter(({ count }) => count > 0);
  return cells.length === 1 && cells[0].count === 1 ? single(cells[0].group) : several(cells);
}

function single(group) {
  const { context } = canvasOf(26, 26);
  drawShape(context, group, 13, 13, 8.5);
  return image(context);
}

/** A plate that names each group with its number: nothing hides under another. */
function several(cells) {
  const rows = [];
  for (let index = 0; index < cells.length; index += CELLS_IN_ROW) rows.push(cells.slice(index, index + CELLS_IN_ROW));
  const width = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + cellWidth(cell), 0))) + 6;
  const height = rows.length * (CELL.height - 4) + 6;
  const { context } = canvasOf(width + 2, height + 2);
  plate(context, width, height);
  rows.forEach((row, rowIndex) => {
    let x = 4;
    const y = 1 + 3 + (CELL.height - 4) * (rowIndex + 0.5);
    for (const cell of row) {
      drawShape(context, cell.group, x + CELL.icon / 2 - 1, y, 6.6);
      context.font = FONT;
      context.fillStyle = '#22262b';
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

function plate(context, width, height) {
  context.beginPath();
  context.roundRect(1, 1, width, height, 9);
  context.fillStyle = 'rgba(255, 255, 255, 0.93)';
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = 'rgba(40, 45, 55, 0.55)';
  context.stroke();
}

/** Twice the size, for screens with small pixels. */
export const PIXEL_RATIO = 2;

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

/** Hatching for an area: the angle tells two parties apart where their colours don't. */
export function hatch(colour, direction) {
  const size = 8;
  const { context } = canvasOf(size, size);
  context.strokeStyle = colour;
  context.lineWidth = 1;
  for (const shift of [-size, 0, size]) {
    context.beginPath();
    context.moveTo(shift, direction > 0 ? size : 0);
    context.lineTo(shift + size, direction > 0 ? 0 : size);
    context.stroke();
  }
  return image(context);
}

/** Swatches for the legend: a line with its dashes, an area, a hatched area. */
export function lineSwatch(colour, dashes) {
  return swatch((context) => {
    context.setLineDash(dashes.map((length) => length * 2));
    context.lineWidth = 2;
    context.strokeStyle = colour;
    context.beginPath();
    context.moveTo(1, 8);
    context.lineTo(29, 8);
    context.stroke();
  });
}

export function plainSwatch(colour, outline = 'solid') {
  return swatch((context) => {
    area(context, colour, outline);
  });
}

export function circleSwatch(fill, outline, { radius, ring }) {
  return swatch((context) => {
    context.beginPath();
    context.arc(15, 8, radius, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
    context.strokeStyle = outline;
    context.lineWidth = ring;
    context.stroke();
  });
}

export function hatchedSwatch(colour, direction) {
  return swatch((context) => {
    area(context, colour, 'solid');
    context.beginPath();
    context.rect(2, 2, 26, 12);
    context.clip();
    context.strokeStyle = colour;
    context.lineWidth = 1;
    for (let x = -16; x < 32; x += 6) {
      context.beginPath();
      context.moveTo(x, direction > 0 ? 16 : 0);
      context.lineTo(x + 16, direction > 0 ? 0 : 16);
      context.stroke();
    }
  });
}

function area(context, colour, outline) {
  context.beginPath();
  context.rect(2, 2, 26, 12);
  context.globalAlpha = 0.18;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = colour;
  context.lineWidth = 1.2;
  if (outline === 'dotted') context.setLineDash([1.5, 2.5]);
  context.stroke();
}

function swatch(draw) {
  const { canvas, context } = canvasOf(30, 16);
  draw(context);
  canvas.setAttribute('aria-hidden', 'true');
  canvas.classList.add('swatch-image');
  return canvas;
}
