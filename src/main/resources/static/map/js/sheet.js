/**
 * A sheet to print or to keep as an image: the map as it is seen, with all that a map needs that leaves this page: what is
 * shown and for which time, signs, scale, sources, the day, and that no line on it is the line.
 */
import { element } from './element.js';
import { distance } from './geodesic.js';
import { dateText, isRightToLeft, language, text } from './messages.js';
import { SheetImage } from './sheetImage.js';
import { distanceText } from './words.js';

const LONGEST_BAR_PIXELS = 160;
const FILE_NAME = 'truceline-map.png';

export class Sheet {
  #map;
  #legend;
  #period;
  #sources;
  #awaitDrawn;
  #dialog = null;

  /**
   * @param {HTMLElement} legend whose rows that are turned on are the sheet's legend
   * @param {() => string[]} sources in the words that they ask for
   * @param {() => Promise<string|null>} awaitDrawn waits until the map shows the period; with what is to be said if it doesn't
   */
  constructor(map, legend, period, sources, awaitDrawn) {
    this.#map = map;
    this.#legend = legend;
    this.#period = period;
    this.#sources = sources;
    this.#awaitDrawn = awaitDrawn;
  }

  /** Shows the sheet, from where it is printed or saved. */
  async open() {
    const missing = await this.#awaitDrawn();
    const picture = await pictureOf(this.#map);
    const content = { ...this.#texts(missing), legend: legendParts(this.#legend), picture };
    // One that was asked for while the picture was drawn.
    this.#dialog?.remove();
    const action = (key, click) => element('button', { type: 'button', click }, text(key));
    this.#dialog = element(
      'dialog.sheet',
      { lang: language, 'aria-label': text('print.open') },
      element(
        'p.sheet-actions',
        action('print.print', () => window.print()),
        action('print.save', () => save(content)),
        action('map.close', () => this.#dialog.close()),
      ),
      page(content),
    );
    this.#dialog.addEventListener('close', ({ target }) => target.remove());
    document.body.append(this.#dialog);
    this.#dialog.showModal();
  }

  #texts(missing) {
    const { days } = this.#period;
    return {
      title: text('page.about'),
      period: days ? text('timeline.span', { from: dateText(days.from), to: dateText(days.to) }) : text('timeline.all'),
      bar: scaleBar(this.#map),
      notes: [
        ...(missing ? [missing] : []),
        `${text('disclaimer.line')} ${text('disclaimer.sources')}`,
        text('print.scale'),
        text('print.made', { date: dateText(Date.now()) }),
        `${text('map.sources')}: ${this.#sources().join(' · ')}`,
      ],
    };
  }
}

function page({ title, period, bar, notes, legend, picture }) {
  const image = element('img', { src: picture.toDataURL('image/png'), alt: text('map.label') });
  const { width, height } = picture;
  const drawnBar = element('div.sheet-bar', element('span', bar.label));
  // Of the map's width, whatever the paper's is.
  drawnBar.style.inlineSize = `${bar.share * 100}%`;
  image.width = width;
  image.height = height;
  return element(
    'div.sheet-page',
    element('header', element('h2', title), element('p', period)),
    element('div.sheet-map', { dir: 'ltr' }, image, drawnBar),
    element(
      'div.sheet-legend',
      legend.map(({ heading, rows }) =>
        element('section', element('h3', heading), rows.map(({ swatch, title: name }) => element('p', element('span.swatch', swatch && copyOf(swatch)), element('span', name)))),
      ),
    ),
    element('footer', notes.map((note) => element('p', note))),
  );
}

function copyOf(canvas) {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  copy.getContext('2d').drawImage(canvas, 0, 0);
  copy.className = canvas.className;
  copy.setAttribute('aria-hidden', 'true');
  return copy;
}

/** The map's pixels are there only while it is drawn. */
function pictureOf(map) {
  return new Promise((resolve) => {
    map.once('render', () => {
      const drawn = map.getCanvas();
      const picture = document.createElement('canvas');
      picture.width = drawn.width;
      picture.height = drawn.height;
      picture.getContext('2d').drawImage(drawn, 0, 0);
      resolve(picture);
    });
    map.triggerRepaint();
  });
}

/** What is turned on in the legend, part by part; a part without anything is left out. */
function legendParts(legend) {
  return [...legend.querySelectorAll('.part')]
    .map((part) => ({
      heading: part.querySelector('h2').textContent,
      rows: [...part.querySelectorAll('.row')]
        .filter((row) => row.querySelector('input')?.checked ?? true)
        .map((row) => ({ swatch: row.querySelector('canvas'), title: row.querySelector('.title').firstChild.textContent })),
    }))
    .filter(({ rows }) => rows.length);
}

/** A round length, and how long it is at the map's middle, as a part of the map's width. */
function scaleBar(map) {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const at = (x) => map.unproject([x, height / 2]).toArray();
  const metresInPixel = distance(at(width / 2 - 50), at(width / 2 + 50)) / 100;
  const longest = LONGEST_BAR_PIXELS * metresInPixel;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= longest);
  return { label: distanceText(metres), share: metres / metresInPixel / width };
}

async function save(content) {
  const canvas = new SheetImage(content, isRightToLeft).draw();
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  const address = URL.createObjectURL(blob);
  element('a', { href: address, download: FILE_NAME }).click();
  URL.revokeObjectURL(address);
}
