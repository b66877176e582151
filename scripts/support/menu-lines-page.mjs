import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { code, file, generated, section, table } from './markdown.mjs';
import { menuLines } from './permission-names.mjs';
import { root } from './run.mjs';

/** Files of a folder with their text. */
const texts = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }));

const entriesOf = (menu) => menuLines.filter(({ permission }) => permission.startsWith(`${menu}.`));

const below = (tag) => tag.replace('portal-', '');

const linksTo = (files, ending, names) =>
  files.filter(({ text }) => names(text)).map(({ path }) => `[${path.split('/').pop().replace(ending, '')}](../${path})`);

function rowOf({ name, permission }, operations, elements, stories, pages) {
  const own = elements.filter((element) => element.permission === permission).map(({ tagName }) => tagName);
  const shows = (written) => (text) => own.some((tag) => text.includes(written(tag)));
  return [
    name,
    code(permission),
    own.map((tag) => `[${tag}](reference/${tag}.md)`).join(', '),
    operations
      .filter((operation) => operation.permission?.resource === permission)
      .map(({ id }) => code(id))
      .join(', '),
    linksTo(stories, '.stories.ts', shows((tag) => `scenes/${below(tag)}.js`)).join(', '), // prettier-ignore
    linksTo(pages, '.html', shows((tag) => `<${tag}`)).join(', '), // prettier-ignore
  ];
}

/** What shows each entry of the menus, what it asks for, and where it can be looked at. */
export function menuLinesPage(operations, elements) {
  const [stories, pages] = [texts('stories', '.stories.ts'), texts('host/site', '.html')];
  const menus = menuLines.filter(({ permission }) => menuLines.some((line) => line.permission.startsWith(`${permission}.`)));
  const outside = menuLines.filter(
    ({ permission }) => permission.includes('.') && !menus.some((menu) => permission.startsWith(`${menu.permission}.`)),
  );
  return file(
    '# Menu entries',
    generated,
    'Portals that are replaced often have a permission for each entry of their menus. Denying one here takes away exactly the elements in its row, and the ' +
      'server refuses exactly its operations: `test/permissions/menu-lines.test.ts` and `host/test/permissions.test.ts` try each. ' +
      'A menu denied as a whole (`profile`, `billing`) takes away all that is under it. An entry without an element has none yet.',
    ...[...menus.map(({ name, permission }) => [name, entriesOf(permission)]), ['In no menu', outside]].map(([name, lines]) =>
      section(
        name,
        table(
          ['Entry', 'Permission', 'Elements', 'Operations', 'Stories', 'Pages of the sample site'],
          lines.map((line) => rowOf(line, operations, elements, stories, pages)),
        ),
      ),
    ),
  );
}
