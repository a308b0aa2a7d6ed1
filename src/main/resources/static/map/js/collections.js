/** Reads the collections of the server that this page comes from. */

// Relative to this file, so that a proxy may put any prefix in front of the server.
const COLLECTIONS = new URL('../../collections/', import.meta.url);
const PAGE_SIZE = 1000;
const IDS_AT_ONCE = 50;

/** What the server says of a collection: title, description, attribution, extent. */
export function readCollection(id) {
  return readJson(new URL(encodeURIComponent(id), COLLECTIONS));
}

export function readFeature(collection, id) {
  return readJson(new URL(`${encodeURIComponent(collection)}/items/${encodeURIComponent(id)}`, COLLECTIONS));
}

/**
 * All features of a collection, page after page.
 *
 * @throws {ReadFailure} when any page fails: a part of a layer is never taken for all of it
 */
export function readFeatures(id) {
  return readMatching(id, {});
}

/** The same for those that a question lets through. @param {Object} question parameters of items, such as filter */
export async function readMatching(id, question, signal) {
  const features = [];
  let page = itemsAddress(id, { ...question, limit: PAGE_SIZE });
  while (page) {
    const document = await readJson(page, signal);
    for (const feature of document.features) features.push(feature);
    page = nextPage(document, itemsAddress(id));
  }
  return features;
}

/** Those features of some ids that there are. */
export async function readByIds(id, ids) {
  const parts = [];
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) parts.push(ids.slice(start, start + IDS_AT_ONCE));
  const lists = parts.map((part) => `id IN (${part.map(quoted)})`);
  return (await Promise.all(lists.map((filter) => readMatching(id, { filter })))).flat();
}

/** A text in a filter. */
export function quoted(text) {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The first page alone: its features, and in numberMatched how many there are in all. */
export function readPage(id, question, signal) {
  return readJson(itemsAddress(id, question), signal);
}

export async function countMatching(id, question, signal) {
  return (await readPage(id, { ...question, resultType: 'hits' }, signal)).numberMatched;
}

/** How many there are in groups, a row each. @param {Object} question parameters of counts, such as by */
export async function countsOf(id, question, signal) {
  return (await readJson(asked(new URL(`${encodeURIComponent(id)}/counts`, COLLECTIONS), question), signal)).counts;
}

/** A pattern of the addresses of a collection's tiles, as MapLibre takes it. */
export function tileAddress(id, question) {
  const { search } = asked(new URL(COLLECTIONS), question);
  return `${new URL(encodeURIComponent(id), COLLECTIONS).href}/tiles/WebMercatorQuad/{z}/{y}/{x}${search}`;
}

/** Where exactly what a question lets through can be downloaded. */
export function exportAddress(id, extension, question) {
  return asked(new URL(`${encodeURIComponent(id)}/export.${extension}`, COLLECTIONS), question).href;
}

function itemsAddress(id, question = {}) {
  return asked(new URL(`${encodeURIComponent(id)}/items`, COLLECTIONS), question);
}

function asked(address, question) {
  for (const [name, value] of Object.entries(question)) address.searchParams.set(name, value);
  return address;
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
export function readJson(url, signal) {
  return ask(url, { headers: { Accept: 'application/geo+json, application/json' }, signal });
}

/** What the server answers to a document, unless the signal gives it up. @throws {ReadFailure} */
export function postJson(url, body, signal) {
  const headers = { Accept: 'application/geo+json, application/json', 'Content-Type': 'application/json' };
  return ask(url, { method: 'POST', headers, body: JSON.stringify(body), signal });
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
