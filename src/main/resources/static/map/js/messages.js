/**
 * The page's texts, in one language: that of the address (?lang=ru), or else the first that the browser asks for and that there
 * is. A file of messages has every text that the page shows; plurals are chosen by the rules of CLDR.
 */
export const LANGUAGES = { en: 'English', ru: 'Русский', ky: 'Кыргызча', tg: 'Тоҷикӣ', ar: 'العربية' };
const RIGHT_TO_LEFT = ['ar'];

export const language = chosen(new URLSearchParams(location.search).get('lang'), navigator.languages);
export const isRightToLeft = RIGHT_TO_LEFT.includes(language);

document.documentElement.lang = language;
// Not of the whole document: the map draws its labels' letters on canvases outside the body, where brackets must not turn.
document.body.dir = isRightToLeft ? 'rtl' : 'ltr';

const messages = await read(language);

// CLDR has no rules for a language without plurals, as Tajik: there is one form.
const plurals = Intl.PluralRules.supportedLocalesOf([language]).length ? new Intl.PluralRules(language) : { select: () => 'other' };

/**
 * A text with values in its places: text('area.error', {error}). Where a text has forms, `count` chooses one.
 *
 * @throws {Error} for a key that no file has: a text that is missing must not look like an empty one
 */
export function text(key, values = {}) {
  const message = messages[key];
  if (message === undefined) throw new Error(`There is no message "${key}"`);
  const pattern = typeof message === 'string' ? message : message[plurals.select(values.count)];
  return pattern.replace(/\{(\w+)\}/g, (_, name) => typeof values[name] === 'number' ? numberText(values[name]) : isolated(String(values[name] ?? '')));
}

/** The text for a code of the data; a code that no file knows stands for itself, readable. */
export function textOf(group, code) {
  if (!code) return text('value.unknown');
  return messages[`${group}.${code}`] ?? code.replaceAll('_', ' ').replace(/\b(uxo|uav|ied)\b/g, (letters) => letters.toUpperCase());
}

export function hasText(key) {
  return key in messages;
}

/** a, b and c. */
export function listed(texts) {
  if (texts.length < 2) return texts.join('');
  return text('list.and', { first: texts.slice(0, -1).join(text('list.comma')), last: texts.at(-1) });
}

// Chromium has no numbers for Kyrgyz and Tajik; both write them as Russian does. Digits are those of the map everywhere.
const numbers = new Intl.NumberFormat([`${language}-u-nu-latn`, 'ru'], { maximumFractionDigits: 10 });

export function numberText(value) {
  return numbers.format(value);
}

/** 29 April 2021, of a day in UTC. */
export function dateText(day) {
  const date = new Date(day);
  return `${date.getUTCDate()} ${text(`month.${date.getUTCMonth() + 1}`)} ${date.getUTCFullYear()}`;
}

/** What is put into a text of the other direction keeps its own. */
function isolated(value) {
  return isRightToLeft ? `\u2068${value}\u2069` : value;
}

function chosen(asked, preferred) {
  const known = (tag) => Object.keys(LANGUAGES).find((id) => id === String(tag).toLowerCase().split('-')[0]);
  return [asked, ...preferred].map(known).find(Boolean) ?? 'en';
}

async function read(id) {
  const response = await fetch(new URL(`../messages/${id}.json`, import.meta.url));
  if (!response.ok) throw new Error(`The messages in ${id} could not be read: ${response.status}`);
  return response.json();
}
