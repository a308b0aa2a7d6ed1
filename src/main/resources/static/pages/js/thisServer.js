/** The server writes its public name, which need not be the one that a page was loaded from. */
const ORIGIN = /^https?:\/\/[^/]+/;

/** The same address on the server that this page comes from, which is the only one that it may load from. */
export function onThisServer(url) {
  return url.replace(ORIGIN, location.origin);
}
