import { code, file, generated, section, table } from './markdown.mjs';
import { clientZoneNames, menuLines } from './permission-names.mjs';

const actions = ['view', 'create', 'update', 'delete'];

const link = ({ tagName }) => `[${tagName}](reference/${tagName}.md)`;

function needs(operation) {
  return typeof operation.permission === 'object' ? operation.permission : { resource: operation.permission };
}

function rowsOf(resource, operations, elements) {
  const own = operations.filter((operation) => needs(operation).resource === resource);
  const shown = elements.filter(({ permission }) => permission === resource).map(link);
  const groups = [...actions, undefined]
    .map((action) => [action, own.filter((operation) => needs(operation).action === action)])
    .filter(([, group]) => group.length > 0);
  if (groups.length === 0) return [[code(resource), '', '', shown.join(', ')]];
  return groups.map(([action, group], index) => [
    index === 0 ? code(resource) : '',
    action ?? '',
    group.map(({ id, method, path }) => `${code(id)} (${method} ${path})`).join('; '),
    index === 0 ? shown.join(', ') : '',
  ]);
}

/** Which permission allows what, and what it is called in the portals that are replaced. */
export function permissionsPage(resources, operations, elements) {
  const tags = new Set(elements.map(({ tagName }) => tagName));
  const known = new Set([...resources, 'guest']);
  const names = [...menuLines.map(({ name, permission }) => [name, permission]), ...clientZoneNames];
  const unmapped = names.find(([, resource]) => !known.has(resource));
  if (unmapped) throw new Error(`${unmapped[0]} is mapped to ${unmapped[1]}, which is no permission.`);
  return file(
    '# Permissions',
    generated,
    'A permission is an action (`view`, `create`, `update`, `delete`) on a resource. Resources form a tree by their dots, under `client-portal`: ' +
      'a grant holds for everything below it, a denial too, and denial wins. Unknown, missing or denied is denied; the other actions need `view`. ' +
      'The server computes the grants and enforces them; the elements only reflect them, so hiding is not security.',
    section(
      'Resources',
      table(
        ['Resource', 'Action', 'Operations', 'Elements'],
        resources.flatMap((resource) => rowsOf(resource, operations, elements)),
      ),
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
            .map(({ id, method, path }) => `${code(id)} (${method} ${path})`)
            .join('; '),
          elements
            .filter(({ permission }) => permission === name)
            .map(link)
            .join(', '),
        ]),
      ),
    ),
    section(
      'Names in a portal with a permission for each menu entry',
      `${table(
        ['There', 'Here'],
        menuLines.map(({ name, permission }) => [name, code(permission)]),
      )}\n\n` +
        'What shows each entry, and what it asks for, is in [Menu entries](menu-lines.md). `contracts` and below, and `preferences` itself, have no entry there. `billing.email` opens no page: it lets billing mail be sent to the person. ' +
        "`support.others-tickets` opens none either: it widens the ticket elements to other people's tickets.",
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
