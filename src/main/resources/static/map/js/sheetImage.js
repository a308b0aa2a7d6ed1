/** The sheet as one image: the same as is printed, drawn into a canvas. */
const PADDING = 24;
const FONT = "'Noto Sans', sans-serif";
const STYLES = {
  title: { font: `650 22px ${FONT}`, line: 30 },
  period: { font: `400 16px ${FONT}`, line: 26 },
  heading: { font: `650 13px ${FONT}`, line: 22 },
  row: { font: `400 13px ${FONT}`, line: 20 },
  note: { font: `400 12px ${FONT}`, line: 17 },
};
const LEGEND_COLUMNS = 4;
const SWATCH = { width: 34, height: 16 };
const [PAPER, INK] = ['#ffffff', '#26292d'];

export class SheetImage {
  #content;
  #isRightToLeft;
  #canvas = document.createElement('canvas');
  #context = this.#canvas.getContext('2d');

  constructor(content, isRightToLeft) {
    this.#content = content;
    this.#isRightToLeft = isRightToLeft;
  }

  /** @returns {HTMLCanvasElement} */
  draw() {
    this.#canvas.width = Math.max(this.#content.picture.width, 720) + 2 * PADDING;
    // Measured first, since a canvas that changes its size forgets what was drawn.
    this.#canvas.height = this.#drawAll();
    this.#drawAll();
    return this.#canvas;
  }

  /** @returns {number} the height of all */
  #drawAll() {
    const { title, period, picture, bar, legend, notes } = this.#content;
    const width = this.#canvas.width - 2 * PADDING;
    this.#context.fillStyle = PAPER;
    this.#context.fillRect(0, 0, this.#canvas.width, this.#canvas.height);
    let y = this.#paragraph(title, STYLES.title, PADDING, PADDING, width);
    y = this.#paragraph(period, STYLES.period, PADDING, y, width) + 6;
    this.#context.drawImage(picture, PADDING, y);
    this.#drawBar(bar, picture, PADDING + 12, y + picture.height - 14);
    y = this.#drawLegend(legend, y + picture.height + 10, width) + 8;
    for (const note of notes) y = this.#paragraph(note, STYLES.note, PADDING, y, width) + 3;
    return y + PADDING;
  }

  #drawBar({ label, share }, picture, x, y) {
    const context = this.#context;
    const length = share * picture.width;
    context.fillStyle = 'rgb(255 255 255 / 85%)';
    context.fillRect(x - 6, y - 24, length + 12, 32);
    context.fillStyle = INK;
    context.fillRect(x, y, length, 3);
    context.font = STYLES.row.font;
    context.direction = 'ltr';
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    context.fillText(label, x, y - 6);
  }

  /** In columns; each part goes where most room is left. */
  #drawLegend(legend, top, width) {
    const wide = width / LEGEND_COLUMNS;
    const ends = Array(LEGEND_COLUMNS).fill(top);
    for (const { heading, rows } of legend) {
      const column = ends.indexOf(Math.min(...ends));
      const x = PADDING + (this.#isRightToLeft ? LEGEND_COLUMNS - 1 - column : column) * wide;
      let y = this.#paragraph(heading, STYLES.heading, x, ends[column] + 6, wide - 16);
      for (const { swatch, title } of rows) {
        const swatchX = this.#isRightToLeft ? x + wide - 16 - SWATCH.width : x;
        if (swatch) this.#drawSwatch(swatch, swatchX, y + 2);
        y = this.#paragraph(title, STYLES.row, this.#isRightToLeft ? x : x + SWATCH.width + 6, y, wide - 22 - SWATCH.width);
      }
      ends[column] = y;
    }
    return Math.max(...ends);
  }

  #drawSwatch(canvas, x, y) {
    const scale = Math.min(SWATCH.width / canvas.width, SWATCH.height / canvas.height);
    const [width, height] = [canvas.width * scale, canvas.height * scale];
    this.#context.drawImage(canvas, x + (SWATCH.width - width) / 2, y + (SWATCH.height - height) / 2, width, height);
  }

  /** Lines of words that fit into a width. @returns {number} where the next thing may begin */
  #paragraph(words, { font, line }, x, y, width) {
    const context = this.#context;
    context.font = font;
    context.fillStyle = INK;
    context.direction = this.#isRightToLeft ? 'rtl' : 'ltr';
    context.textAlign = this.#isRightToLeft ? 'right' : 'left';
    context.textBaseline = 'top';
    const lines = [''];
    for (const word of words.split(' ')) {
      const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
      if (lines.at(-1) && context.measureText(longer).width > width) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    lines.forEach((each, index) => context.fillText(each, this.#isRightToLeft ? x + width : x, y + index * line));
    return y + lines.length * line;
  }
}
