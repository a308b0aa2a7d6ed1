/** Loads the collections, and puts map, legend, reports and popups together. */
import { readAddress } from './address.js';
import { BASE_MAP, baseMapAttribution } from './baseMap.js';
import { readByIds, readCollection, readFeatures } from './collections.js';
import { loadDefinition, onDefinitionChange } from './definition.js';
import { failureText } from './failures.js';
import { knownFrom } from './known.js';
import { LayerStore } from './layerStore.js';
import { Legend } from './legend.js';
import { Live } from './live.js';
import { MapView } from './mapView.js';
import { text } from './messages.js';
import { Names } from './names.js';
import { News } from './news.js';
import { Notices } from './notices.js';
import { Pending } from './pending.js';
import { fillTexts, languageLinks } from './pageTexts.js';
import { Period } from './period.js';
import { Popups } from './popup.js';
import { panelToggle } from './panel.js';
import { ReportFigures } from './reportFigures.js';
import { REPORTS, Reports } from './reports.js';
import { ReportsList } from './reportsList.js';
import { Search } from './search.js';
import { Settings } from './settings.js';
import { Sharing, restoreChoices, restoreView } from './sharing.js';
import { Sheet } from './sheet.js';
import { Timeline } from './timeline.js';
import { Turns } from './turns.js';
import { addTools } from './tools/tools.js';
import { holdsIn } from './validity.js';
import { ViewTable } from './viewTable.js';

const COLLECTIONS = [
  'territories', 'boundary-lines', 'places', 'patrol-zones', 'withdrawal-areas', 'compliance-claims', 'compliance',
  'incident-areas', 'incidents', 'agreements',
];

// These are read as a whole, and kept. Of incidents there may be any number: they are asked for as they are needed.
const KEPT = COLLECTIONS.filter((id) => id !== 'incidents');

// What the first view shows: the first of these that lies anywhere.
const VIEWED = ['incidents', 'boundary-lines', 'territories'];
const WORLD = [-170, -60, 170, 75];
const SHEET_PATIENCE_MILLISECONDS = 10_000;

const at = (id) => document.getElementById(id);
const notices = new Notices(at('notices'));
const settings = new Settings();
const store = new LayerStore();
const names = new Names();
const period = new Period();
const reports = new Reports(settings, period);
const legend = new Legend(at('legend'), settings, names);
const live = new Live(COLLECTIONS, notices);

async function start() {
  fillTexts();
  languageLinks(at('languages'));
  panelToggle(at('panel-toggle'), at('panel'));
  const [described] = await Promise.all([describeAll(), loadDefinition()]);
  // Before anything is read for what the address leaves out.
  const address = readAddress();
  restoreChoices(address, settings, period);
  const view = await MapView.open('map', settings, period, names, reports, firstBounds(described));
  const sources = () => [...baseMapAttribution, ...attributions(described)];
  restoreView(address, view);
  view.attribute(sources());
  view.map.on('error', ({ sourceId }) => {
    if (sourceId === BASE_MAP) notices.failure(BASE_MAP, text('notice.noBaseMap'));
  });
  const sheet = new Sheet(view.map, at('legend'), period, sources, () => figures.awaitTiles(SHEET_PATIENCE_MILLISECONDS));
  at('print').addEventListener('click', () => sheet.open());
  const popups = new Popups(view, store, names, reports);
  const openReport = (report) => popups.openReport(report);
  const timeline = new Timeline(at('timeline'), period, (group) => reports.showsGroup(group), () => figures.onSteps(), () => figures.areTilesShown);
  const table = new ViewTable(at('table'), names, openReport, () => figures.onTable());
  const lists = new ReportsList(at('reports'), reports, names, openReport);
  const figures = new ReportFigures(reports, view, notices, { timeline, table, lists }, drawLegend);
  new Search(at('search'), view, store);
  addTools(at('tools'), view.map, { store, names, period, popups });
  const sharing = new Sharing(address, view, settings, period, popups, notices);
  const news = new News(notices, openReport);
  const pending = new Pending(notices);
  const inOrder = new Turns();

  function take(collection, features) {
    store.set(collection, features);
    pending.tell(collection, features);
    names.learn(features);
    if (collection === 'incident-areas') showAreas();
    else if (collection === 'agreements') timeline.showCeasefires(ceasefires(features));
    else view.show(collection, features);
    view.know(known());
    drawLegend();
  }

  function showAreas() {
    view.show('incident-areas', store.list('incident-areas').filter((report) => reports.shows(report)));
  }

  function drawLegend() {
    const verdicts = store.list('compliance').filter(({ properties }) => holdsIn(properties, period.days));
    legend.draw(known(), store, figures.counted, verdicts);
  }

  async function read(collection) {
    take(collection, await readFeatures(collection));
    notices.clear(collection);
  }

  async function readOrSay(collection) {
    try {
      await read(collection);
    } catch (error) {
      notices.failure(collection, text('notice.failed', { layer: text(`layer.${collection}`), reason: failureText(error) }), () => load(collection));
    }
  }

  function load(collection) {
    notices.progress(collection, text('notice.loading', { layer: text(`layer.${collection}`) }));
    return inOrder.take(collection, () => readOrSay(collection));
  }

  /** Some features of a collection were changed, came or went. @param {Map<string, {what, tiles}>} changes by their ids */
  function touch(collection, changes) {
    return inOrder.take(collection, async () => {
      if (collection === 'incidents') figures.renewTiles([...changes.values()].flatMap(({ tiles }) => tiles));
      if (REPORTS.includes(collection)) figures.renewSoon();
      try {
        const ids = [...changes.keys()];
        const present = await readByIds(collection, ids);
        if (KEPT.includes(collection)) take(collection, store.replaced(collection, ids, present));
        if (REPORTS.includes(collection)) news.tell(changes, present);
        popups.renew(collection, ids, present);
      } catch (error) {
        // What has changed isn't known: anything may have.
        notices.failure(`changes ${collection}`, text('notice.failed', { layer: text(`layer.${collection}`), reason: failureText(error) }), () => reset(collection));
      }
    });
  }

  /** Anything of a collection may have changed, the sources that it names among it. */
  function reset(collection) {
    return inOrder.take(collection, async () => {
      notices.clear(`changes ${collection}`);
      if (KEPT.includes(collection)) await readOrSay(collection);
      if (collection === 'incidents') figures.renewTiles(null);
      if (REPORTS.includes(collection)) figures.renewSoon();
      popups.renew(collection);
      // One that can't be described is named as before.
      await readCollection(collection).then((now) => described.set(collection, now), () => {});
      view.attribute(sources());
    });
  }

  settings.onChange(() => {
    figures.onSettings();
    showAreas();
    legend.follow();
  });
  period.onChange(() => {
    figures.onPeriod();
    showAreas();
    drawLegend();
  });
  onDefinitionChange(() => {
    timeline.draw();
    drawLegend();
  });
  view.map.on('moveend', () => figures.onMove());
  // Before anything is read: what changes meanwhile is told afterwards.
  await live.begin();
  await Promise.all([...KEPT.map(load), figures.renew()]);
  live.follow({ touch, reset });
  await sharing.begin();
  document.documentElement.dataset.loaded = 'true';
  return view;
}

function known() {
  return knownFrom(store.list('boundary-lines'), store.list('withdrawal-areas'));
}

/** When each ceasefire was to begin. */
function ceasefires(agreements) {
  return agreements
    .filter(({ properties }) => properties.kind === 'ceasefire' && (properties.in_force_from ?? properties.concluded_on))
    .map(({ properties }) => ({ time: Date.parse(properties.in_force_from ?? properties.concluded_on), name: properties.name }));
}

/** What the server says of each collection; one that can't be described is loaded all the same, and says what failed then. */
async function describeAll() {
  const answers = await Promise.allSettled(COLLECTIONS.map(readCollection));
  return new Map(answers.flatMap(({ value }, index) => (value ? [[COLLECTIONS[index], value]] : [])));
}

function firstBounds(described) {
  const boxes = VIEWED.map((id) => described.get(id)?.extent?.spatial?.bbox[0]);
  return boxes.find((box) => box?.length === 4) ?? WORLD;
}

/** Each source once, in the words that it asks for. */
function attributions(described) {
  const lines = [...described.values()].flatMap(({ attribution }) => attribution?.split('\n') ?? []);
  return [...new Set(lines)];
}

start().then(
  // For whoever looks at the page from outside, tests among them.
  (view) => (window.truceline = { map: view.map }),
  (error) => notices.failure('map', text('notice.mapFailed', { reason: failureText(error) })),
);
