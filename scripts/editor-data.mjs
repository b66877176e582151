/** Writes what editors and the type checkers of frameworks read, from custom-elements.json into dist/; a part of `npm run build`. */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { forEditors, forStyleSheets, forTypes, withoutAugmentations } from './support/editor-manifests.mjs';
import { root } from './support/run.mjs';

const at = (...path) => join(root, 'dist', ...path);
const manifest = JSON.parse(await readFile(join(root, 'custom-elements.json'), 'utf8'));
const write = (path, data) => writeFile(at(path), `${JSON.stringify(data, null, 2)}\n`);
const docs = { descriptionSrc: 'editorText', hideCssPropertiesDocs: true, hideMethodDocs: true };

async function editors() {
  await mkdir(at('editors'), { recursive: true });
  const elements = forEditors(manifest);
  const style = forStyleSheets(manifest);
  const webTypes = JSON.parse(getWebTypesData(elements, docs));
  webTypes.contributions.css = JSON.parse(getWebTypesData(style)).contributions.css;
  await write('editors/vscode.html-custom-data.json', JSON.parse(getVsCodeHtmlCustomData(elements, docs)));
  await write('editors/vscode.css-custom-data.json', JSON.parse(getVsCodeCssCustomData(style)));
  await write('editors/web-types.json', webTypes);
}

async function frameworks() {
  const source = join(root, 'src/frameworks');
  await mkdir(at('frameworks'), { recursive: true });
  generateJsxTypes(forTypes(manifest), { outdir: at('frameworks'), fileName: 'elements.d.ts', globalTypePath: '../index.js' });
  const generated = at('frameworks/elements.d.ts');
  await writeFile(generated, withoutAugmentations(await readFile(generated, 'utf8')));
  for (const file of await readdir(source)) await copyFile(join(source, file), at('frameworks', file));
}

await Promise.all([editors(), frameworks()]);
