/**
 * Makes an element. Text goes in as text, never as markup: what comes from the data can't run as a script.
 *
 * @param {string} description tag name, with classes after dots: 'p.note'
 * @param {...(Node|string|Object|Array|null|undefined)} parts children; a plain object holds attributes, functions in
 *     it are event listeners; null and undefined are left out
 */
export function element(description, ...parts) {
  const [tag, ...classes] = description.split('.');
  const made = document.createElement(tag);
  made.classList.add(...classes);
  for (const part of parts.flat(Infinity)) {
    if (part === null || part === undefined) continue;
    if (part instanceof Node || typeof part === 'string') made.append(part);
    else setAttributes(made, part);
  }
  return made;
}

/**
 * Brings an element to what another one is: in place as far as both are built alike, so that whoever uses it stays where
 * they are, and a press that has begun ends where it began. Its listeners remain those that it has.
 */
export function renew(old, now) {
  const children = [...now.childNodes];
  if (old.childNodes.length !== children.length) {
    old.replaceChildren(...children);
    return;
  }
  [...old.childNodes].forEach((child, index) => {
    const other = children[index];
    if (child.isEqualNode(other) && !(child instanceof Element && (child.matches('canvas') || child.querySelector('canvas')))) return;
    if (child instanceof Element && !child.matches('canvas') && child.cloneNode(false).isEqualNode(other.cloneNode(false))) renew(child, other);
    else child.replaceWith(other);
  });
}

function setAttributes(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') target.addEventListener(name, value);
    else if (typeof value === 'boolean') target.toggleAttribute(name, value);
    else target.setAttribute(name, value);
  }
}

/** A link to another site, or plain text where the address is no web address. */
export function outsideLink(text, address) {
  return isWebAddress(address)
    ? element('a', { href: address, target: '_blank', rel: 'noopener noreferrer external' }, text)
    : document.createTextNode(text);
}

function isWebAddress(address) {
  return typeof address === 'string' && /^https?:\/\//i.test(address);
}
