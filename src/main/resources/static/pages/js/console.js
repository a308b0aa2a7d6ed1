/**
 * Opens Swagger UI on the API definition: not before somebody wants it, since it is larger than all other scripts of the
 * server together.
 */
import { labelControls } from './consoleControls.js';

const box = document.querySelector('.console');
/** The server's root under the name that the page was opened by: the policy lets it ask no other server. */
const root = new URL('../../', import.meta.url).href;

box.addEventListener('toggle', open, { once: true });

async function open() {
  const sheet = box.querySelector('.sheet');
  sheet.textContent = 'Loading …';
  try {
    await load('link', { rel: 'stylesheet', href: library('swagger-ui.css') });
    await Promise.all([
      load('link', { rel: 'stylesheet', href: `${root}pages/console.css` }),
      load('script', { src: library('swagger-ui-bundle.js') }),
    ]);
    followColours();
    labelControls(sheet);
    window.SwaggerUIBundle({
      domNode: sheet,
      spec: await readDefinition(),
      plugins: [operationsOnly],
      layout: 'OperationsOnly',
      // It would send the definition to a server elsewhere.
      validatorUrl: null,
      docExpansion: 'list',
      defaultModelsExpandDepth: -1,
      displayRequestDuration: true,
      // Its colours are hard to read.
      syntaxHighlight: { activated: false },
    });
  } catch (failure) {
    sheet.textContent = `The console could not be loaded: ${failure.message}`;
  }
}

/** The page has a title, a main part and one server already: only the operations are left. */
function operationsOnly({ React: { createElement } }) {
  const OperationsOnly = ({ getComponent }) =>
    createElement(
      'div',
      { className: 'swagger-ui' },
      ['SvgAssets', 'errors', 'operations'].map((name) => createElement(getComponent(name, true), { key: name })),
    );
  return { components: { OperationsOnly } };
}

/** Swagger UI is dark by a class, not by what the reader prefers. */
function followColours() {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
  dark.addEventListener('change', follow);
  follow();
}

async function readDefinition() {
  const response = await fetch(`${root}api?f=json`);
  if (!response.ok) throw new Error(`the server answered ${response.status} when asked for the API definition`);
  return { ...(await response.json()), servers: [{ url: root.replace(/\/$/, '') }] };
}

function library(file) {
  return `${root}webjars/swagger-ui/${file}`;
}

function load(name, attributes) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.addEventListener('load', resolve);
    element.addEventListener('error', () => reject(new Error(`${attributes.src ?? attributes.href} is missing`)));
    document.head.append(element);
  });
}
