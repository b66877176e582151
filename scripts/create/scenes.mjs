import { kebab, literal, makerOf } from './names.mjs';

const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';

const markupOf = ({ tag }, own) => `html\`<${tag}${own ? ` ${kebab(own)}="one"` : ''}></${tag}>\``;

/** Who may not see it. */
const denied = (resource) =>
  ({ guest: '', session: `, permissions: null, session: null, phase: 'denied'` })[resource] ??
  `, permissions: personas['no-permissions'], phase: 'denied'`;

/** The path for any host and any id, as a mock matches it. */
const anywhere = ({ path }) => literal(`*${path.replace(/\{\w+\}/g, '*')}`);

const long = (fields) =>
  fields
    .filter(({ kind }) => kind === 'text')
    .map(({ name }) => `${name}: word`)
    .join(', ');

/** A list or a record, which both ask for something first. */
export function askingScenes(names, operation, resource, { name, fields }, kind) {
  const [own] = operation.pathParameters;
  const maker = makerOf(name);
  const one = long(fields);
  const isList = kind === 'list';
  const several = (records) => `${operation.id}(${isList ? `[${records}]` : records})`;
  const asks = `msw.get(${anywhere(operation)}, () => `;
  const empty = isList
    ? `{ markup, handlers: [${operation.id}([])], phase: 'empty' }`
    : own
      ? `{ markup: html\`<${names.tag}></${names.tag}>\`, handlers: [], phase: 'error' }`
      : '{ markup, handlers }';
  return `import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { ${[maker, operation.id].sort().join(', ')} } from '../mocks/${names.short}.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = ${markupOf(names, own)};
const handlers = [${operation.id}()];
${one ? `const word = '${word}';\n` : ''}
export const ${names.scenes} = {
  default: { markup, handlers },
  loading: { markup, handlers: [${asks}delay('infinite'))], phase: 'loading' },
  empty: ${empty},
  error: { markup, handlers: [${asks}problem(400, 'This cannot be read'))], phase: 'error' },
  denied: { markup, handlers${resource === 'guest' ? '' : ': []'}${denied(resource)} },
  refused: { markup, handlers: [${asks}problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [${several(`${maker}(${one ? `{ ${one} }` : ''})`)}] },
  manyRows: { markup, handlers${isList ? `: [${operation.id}(Array.from({ length: 120 }, (_, index) => ${maker}({ id: String(index) })))]` : ''} },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
`;
}

/** A form, which asks for nothing until it is sent: it is never loading, and has no rows. */
export function formScenes(names, operation, resource) {
  const markup = markupOf(names, operation.pathParameters[0]);
  return `import { html } from 'lit';
import { ${operation.id} } from '../mocks/${names.short}.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = ${markup};
const handlers = [${operation.id}()];

/** It loads nothing and has no rows: these scenes are as the first. */
export const ${names.scenes} = {
  default: { markup, handlers },
  loading: { markup, handlers },
  empty: { markup, handlers },
  error: { markup, handlers },
  denied: { markup, handlers${denied(resource)} },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers, locale: { language: 'de' } },
  manyRows: { markup, handlers },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
`;
}
