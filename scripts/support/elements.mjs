import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './run.mjs';

const source = join(root, 'src');

export const classNameOf = (tag) => tag.replace(/(?:^|-)([a-z0-9])/g, (_, letter) => letter.toUpperCase());

const has = (node, kind) => node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;

/** The permission in `static requires = '…' as const`; `undefined` when there is none. */
function requirement(declaration) {
  const member = declaration.members.find((each) => ts.isPropertyDeclaration(each) && each.name.getText() === 'requires');
  const value = member?.initializer;
  const literal = value && ts.isAsExpression(value) ? value.expression : value;
  return literal && ts.isStringLiteral(literal) ? literal.text : undefined;
}

/** The class of this name that a module exports. */
function exportedClass(path, name) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.find(
    (node) => ts.isClassDeclaration(node) && node.name?.text === name && has(node, ts.SyntaxKind.ExportKeyword),
  );
}

/** The files that may hold an element: `portal-*.ts` in a folder of src, by their tag. */
function candidates() {
  return readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'define')
    .flatMap(({ name: feature }) =>
      readdirSync(join(source, feature))
        .filter((file) => /^portal(-[a-z0-9]+)+\.ts$/.test(file))
        .map((file) => ({ tag: file.slice(0, -'.ts'.length), feature })),
    )
    .sort((one, other) => (one.tag < other.tag ? -1 : 1));
}

/**
 * Every element, sorted by tag: the class that `src/<feature>/<tag>.ts` exports under the tag's name.
 * An abstract class is a base of elements; a file without the class is not counted.
 */
export function elements() {
  const all = candidates();
  const twice = all.find(({ tag }, index) => tag === all[index + 1]?.tag);
  if (twice)
    throw new Error(
      `${twice.tag} is in two folders of src: ${all
        .filter(({ tag }) => tag === twice.tag)
        .map(({ feature }) => feature)
        .join(', ')}.`,
    );
  return all.flatMap(({ tag, feature }) => {
    const className = classNameOf(tag);
    const declaration = exportedClass(join(source, feature, `${tag}.ts`), className);
    if (!declaration || has(declaration, ts.SyntaxKind.AbstractKeyword)) return [];
    return [{ tag, feature, path: `src/${feature}/${tag}.ts`, className, permission: requirement(declaration) }];
  });
}

/** The files that are named after a tag but hold no element. */
export function misnamed() {
  return candidates()
    .filter(({ tag, feature }) => !exportedClass(join(source, feature, `${tag}.ts`), classNameOf(tag)))
    .map(({ tag, feature }) => `src/${feature}/${tag}.ts exports no class ${classNameOf(tag)}.`);
}
