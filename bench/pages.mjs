/** The policy of a strict host page: nothing but its own scripts and style sheets, and its API. */
export const strictPolicy = (origin) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${origin}/api/v1/; ` +
  `require-trusted-types-for 'script'; trusted-types lit-html`;

const modules = (names, attributes = '') => names.map((name) => `<script type="module"${attributes} src="/${name}.js"></script>`).join('');

/** An empty page in which lists are made by script. */
export const benchPage = (tags) => `<!doctype html><html lang="en"><title>Bench</title>${modules([...tags, 'bench'])}<body></body></html>`;

/**
 * A page of a hosting company: a heading, invoices, and something after them. In its address: `widgets`, how many lists;
 * `denied`, nothing is permitted; `page-size` of the lists; `painted-first`, the browser may paint before the scripts have run.
 */
export function sitePage(options) {
  const permissions = JSON.stringify({ default: options.has('denied') ? 'deny' : 'allow' });
  const list = `<portal-invoices page-size="${options.get('page-size') ?? 50}"></portal-invoices>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <title>Invoices</title>
    ${modules(['portal-provider', 'portal-invoices'], options.has('painted-first') ? '' : ' blocking="render"')}
  </head>
  <body>
    <h1>Invoices</h1>
    <portal-provider permissions='${permissions}' time-zone="UTC">
      ${list.repeat(Number(options.get('widgets') ?? 1))}
    </portal-provider>
    <h2>Questions?</h2>
    <p>Write to accounts@example.com.</p>
  </body>
</html>`;
}
