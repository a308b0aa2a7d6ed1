/** Reads the collections of the server that this page comes from. */

// Relative to this file, so that a proxy may put any prefix in front of the server.
const COLLECTIONS = new URL('../../collections/', import.meta.url);
const PAGE_SIZE = 1000;

/** What the server says of a collection: title, description, attribution, extent. */
export function readCollection(id) {
  return readJson(new URL(encodeURIComponent(id), COLLECTIONS));
}

/**
 * All features of a collection, page after page.
 *
 * @throws {ReadFailure} when any page fails: a part of a layer is never taken for all of it
 */
export async function readFeatures(id) {
  const items = new URL(`${encodeURIComponent(id)}/items`, COLLECTIONS);
  const features = [];
  let page = new URL(`?limit=${PAGE_SIZE}`, items);
  while (page) {
    const document = await readJson(page);
    for (const feature of document.features) features.push(feature);
    page = nextPage(document, items);
  }
  return features;
}

/**
 * The next link's query on our own address: the server writes links with its public name, which need not be the one
 * that this page was loaded from.
 */
function nextPage(document, items) {
  const next = document.links?.find((link) => link.rel === 'next');
  return next ? new URL(new URL(next.href, items).search, items) : null;
}

/** Why something could not be read: the server's own words, or else what happened and the status. */
export class ReadFailure extends Error {
  constructor(happened, status, detail) {
    super(detail ?? `${happened === 'status' ? `the server answers ${status}` : happened === 'noAnswer' ? 'the server does not answer' : 'the answer broke off'}`);
    this.happened = happened;
    this.status = status;
    this.detail = detail;
  }
}

/**
 * A document of the server.
 *
 * @throws {ReadFailure}
 */
export function readJson(url) {
  return ask(url, { headers: { Accept: 'application/geo+json, application/json' } });
}

/** What the server answers to a document. @throws {ReadFailure} */
export function postJson(url, body) {
  const headers = { Accept: 'application/geo+json, application/json', 'Content-Type': 'application/json' };
  return ask(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function ask(url, request) {
  let response;
  try {
    response = await fetch(url, request);
  } catch {
    throw new ReadFailure('noAnswer');
  }
  if (!response.ok) throw await problem(response);
  try {
    return await response.json();
  } catch {
    throw new ReadFailure('brokenOff');
  }
}

/** The words of an RFC 9457 problem, or else the status. */
async function problem(response) {
  try {
    const { detail, title } = await response.json();
    return new ReadFailure('status', response.status, detail ?? title);
  } catch {
    return new ReadFailure('status', response.status);
  }
}
