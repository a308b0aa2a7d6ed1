/**
 * Opens Swagger UI on the API definition: not before somebody wants it, since it is larger than all other scripts of the
 * server together.
 */
const box = document.querySelector('.console');
/** The server's root under the name that the page was opened by: the policy lets it ask no other server. */
const root = new URL('../../', import.meta.url).href;

box.addEventListener('toggle', open, { once: true });

async function open() {
  const sheet = box.querySelector('.sheet');
  sheet.textContent = 'Loading …';
  try {
    await Promise.all([load('link', { rel: 'stylesheet', href: library('swagger-ui.css') }), load('script', { src: library('swagger-ui-bundle.js') })]);
    window.SwaggerUIBundle({
      domNode: sheet,
      spec: await readDefinition(),
      // It would send the definition to a server elsewhere.
      validatorUrl: null,
      docExpansion: 'list',
      defaultModelsExpandDepth: -1,
      displayRequestDuration: true,
    });
  } catch (failure) {
    sheet.textContent = `The console could not be loaded: ${failure.message}`;
  }
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
