import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const source = join(root, 'src');

const className = (tag) => tag.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());

function areaOf(tag) {
  return readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'define')
    .map(({ name }) => name)
    .find((area) => existsSync(join(source, area, `${tag}.ts`)));
}

/** Every element there is: what src/define/ defines, with the folder its class is in. */
export function elements() {
  return readdirSync(join(source, 'define'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
    .map((tag) => ({ tag, area: areaOf(tag), className: className(tag) }));
}
