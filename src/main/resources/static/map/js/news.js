/** Says what has just changed among the reports. */
import { listed, text } from './messages.js';

const SHOWN_MILLISECONDS = 30_000;
const NOTICE = 'news';
const WORDS = { new: 'live.new', changed: 'live.changed', gone: 'live.gone' };

export class News {
  #notices;
  #open;
  #timer = null;
  // What became of each report since the notice appeared: what is computed of a new one changes it again a moment later.
  #told = new Map();

  /** @param {(report: Object) => void} open shows a report on the map */
  constructor(notices, open) {
    this.#notices = notices;
    this.#open = open;
  }

  /**
   * @param {Map<string, {what: string}>} changes what happened to each of those that were touched, by its id
   * @param {Object[]} present those of them that are there now
   */
  tell(changes, present) {
    const now = new Map(present.map((report) => [report.id, report]));
    for (const [id, { what }] of changes) {
      const isNew = this.#told.has(id) ? this.#told.get(id).what === 'new' : what === 'insert';
      if (now.has(id)) this.#told.set(id, { what: isNew ? 'new' : 'changed', report: now.get(id) });
      // What came and went before anybody could see it is no news.
      else if (this.#told.has(id) || !isNew) this.#told.set(id, { what: 'gone', report: null });
    }
    if (!this.#told.size) return;
    const all = [...this.#told.values()];
    const words = Object.keys(WORDS)
      .map((what) => [what, all.filter((each) => each.what === what).length])
      .filter(([, count]) => count > 0)
      .map(([what, count]) => text(WORDS[what], { count }));
    const placed = all.filter(({ report }) => report?.geometry);
    const action = placed.length === 1 ? { label: text('live.show'), act: () => this.#open(placed[0].report) } : null;
    this.#notices.news(NOTICE, listed(words), action);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(), SHOWN_MILLISECONDS);
  }

  #end() {
    this.#told.clear();
    this.#notices.clear(NOTICE);
  }
}
