import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { code, file, generated, section, table } from './markdown.mjs';
import { clientZoneNames, menuNames } from './permission-names.mjs';
import { root } from './run.mjs';

const actions = ['view', 'create', 'update', 'delete'];

const link = ({ tagName }) => `[${tagName}](reference/${tagName}.md)`;

const named = ({ id, method, path }) => `${code(id)} (${method} ${path})`;

function needs(operation) {
  return typeof operation.permission === 'object' ? operation.permission : { resource: operation.permission };
}

/** Files of a folder with their text. */
const texts = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }));

/** Links to the files in which one of the tags is shown. */
const linksTo = (files, ending, tags, written) =>
  files
    .filter(({ text }) => tags.some((tag) => text.includes(written(tag))))
    .map(({ path }) => `[${path.split('/').pop().replace(ending, '')}](../${path})`)
    .join(', ');

/** A row for each action that operations need, the first with all there is of the resource itself. */
function rowsOf(resource, operations, elements, { stories, pages }) {
  const own = operations.filter((operation) => needs(operation).resource === resource);
  const shown = elements.filter(({ permission }) => permission === resource);
  const tags = shown.map(({ tagName }) => tagName);
  const [[action = '', first = []] = [], ...others] = actions
    .map((each) => [each, own.filter((operation) => needs(operation).action === each)])
    .filter(([, group]) => group.length > 0);
  return [
    [
      code(resource),
      menuNames[resource] ?? '',
      action,
      first.map(named).join('; '),
      shown.map(link).join(', '),
      linksTo(stories, '.stories.ts', tags, (tag) => `scenes/${tag.replace('portal-', '')}.js`),
      linksTo(pages, '.html', tags, (tag) => `<${tag}`),
    ],
    ...others.map(([each, group]) => ['', '', each, group.map(named).join('; '), '', '', '']),
  ];
}

/** Which permission allows what, and what it is called in the portals that are replaced. */
export function permissionsPage(resources, operations, elements) {
  const tags = new Set(elements.map(({ tagName }) => tagName));
  const known = new Set([...resources, 'guest']);
  const unknown = [...Object.keys(menuNames), ...clientZoneNames.map(([, resource]) => resource)].find((resource) => !known.has(resource));
  if (unknown) throw new Error(`scripts/support/permission-names.mjs has a name for ${unknown}, which is no permission.`);
  const files = { stories: texts('stories', '.stories.ts'), pages: texts('host/site', '.html') };
  return file(
    '# Permissions',
    generated,
    'A permission is an action (`view`, `create`, `update`, `delete`) on a resource. Resources form a tree by their dots, under `client-portal`: ' +
      'a grant holds for everything below it, a denial too, and denial wins. Unknown, missing or denied is denied; the other actions need `view`. ' +
      'The server computes the effective permissions and enforces them; the elements only reflect them, so hiding is not security.',
    section(
      'Resources',
      `${table(
        ['Resource', 'Menu entry', 'Action', 'Operations', 'Elements', 'Stories', 'Pages of the sample site'],
        resources.flatMap((resource) => rowsOf(resource, operations, elements, files)),
      )}\n\n` +
        'Portals that are replaced often have a permission for each entry of their menus: _Menu entry_ is its name there. ' +
        'Denying one takes away exactly the elements in its row, and the server refuses exactly its operations: `test/permissions/denied-entries.test.ts` and ' +
        '`host/test/permissions.test.ts` try each. A resource without an element has none yet. `billing.email` opens no page: it lets billing mail be sent to the person. ' +
        "`support.others-tickets` opens none either: it widens the ticket elements to other people's tickets.",
    ),
    section(
      'Without a permission of their own',
      table(
        ['Who', 'Operations', 'Elements'],
        [
          ['`guest`: nobody is signed in', 'guest'],
          ['`session`: anybody signed in', 'session'],
        ].map(([who, name]) => [
          who,
          operations
            .filter((operation) => needs(operation).resource === name)
            .map(named)
            .join('; '),
          elements
            .filter(({ permission }) => permission === name)
            .map(link)
            .join(', '),
        ]),
      ),
    ),
    section(
      'Names in a client zone that denies by account',
      `Everything is allowed there but what the client denies for an account: \`default: 'allow'\` with the denied resources under \`deny\`.\n\n${table(
        ['There', 'Here', 'Element'],
        clientZoneNames.map(([name, resource, tag]) => [name, code(resource), tags.has(tag) ? `[${tag}](reference/${tag}.md)` : code(tag)]),
      )}`,
    ),
  );
}
