import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const source = join(root, 'src');

const className = (tag) => tag.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());

function featureOf(tag) {
  return readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'define')
    .map(({ name }) => name)
    .find((feature) => existsSync(join(source, feature, `${tag}.ts`)));
}

/** The permission that a class requires, if it requires one. */
function requirementOf(tag, feature) {
  const text = feature ? readFileSync(join(source, feature, `${tag}.ts`), 'utf8') : '';
  return /static (?:override )?(?:readonly )?requires = '([^']+)'/.exec(text)?.[1];
}

/** Every element there is: what src/define/ defines, with the folder its class is in and the permission it requires. */
export function elements() {
  return readdirSync(join(source, 'define'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
    .map((tag) => {
      const feature = featureOf(tag);
      return { tag, feature, requires: requirementOf(tag, feature), className: className(tag) };
    });
}
