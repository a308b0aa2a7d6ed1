/** Puts the page's own texts, and the choice of a language, where the page has left room for them. */
import { element } from './element.js';
import { LANGUAGES, language, text } from './messages.js';

export function fillTexts(root = document) {
  document.title = text('page.title');
  for (const target of root.querySelectorAll('[data-text]')) target.textContent = text(target.dataset.text);
  for (const target of root.querySelectorAll('[data-hint]')) target.placeholder = text(target.dataset.hint);
  for (const target of root.querySelectorAll('[data-label]')) target.setAttribute('aria-label', text(target.dataset.label));
}

/** Links to the same page in each language; what the page shows goes along in the address. */
export function languageLinks(container) {
  container.replaceChildren(
    ...Object.entries(LANGUAGES).map(([id, name]) =>
      element('a', { lang: id, hreflang: id, href: addressIn(id), click: goAlong, ...(id === language ? { 'aria-current': 'true' } : {}) }, name),
    ),
  );

  function goAlong({ currentTarget }) {
    currentTarget.href = addressIn(currentTarget.lang);
  }
}

function addressIn(id) {
  const address = new URL(location.href);
  address.searchParams.set('lang', id);
  return address.href;
}
