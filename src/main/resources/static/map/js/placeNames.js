/** Names of places in the script of the page's language, where the layer has one. */
import { language } from './messages.js';

const CYRILLIC = /\p{Script=Cyrillic}/u;
const ARABIC = /\p{Script=Arabic}/u;
// Letters that tell a language of a script from the others of it.
const SCRIPTS = {
  ru: { script: CYRILLIC, own: /^[а-яё\s()/,.0-9-]+$/i },
  ky: { script: CYRILLIC, own: /[өүң]/i },
  tg: { script: CYRILLIC, own: /[ғӣқӯҳҷ]/i },
  ar: { script: ARABIC, own: ARABIC },
};

export function placeName({ name, names }) {
  const wanted = SCRIPTS[language];
  if (!wanted) return name;
  const fitting = (Array.isArray(names) ? names : []).filter((other) => wanted.script.test(other));
  return fitting.find((other) => wanted.own.test(other)) ?? fitting[0] ?? name;
}
