import { join } from 'node:path/posix';
import ts from 'typescript';

const isImport = (node) =>
  (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier);
const isImportCall = (node) => ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;

/** What a module of this path imports from its own project: statically, and on demand. */
function importsOf(path, text) {
  const found = { fixed: new Set(), lazy: new Set() };
  const note = (kind, specifier) => {
    if (specifier?.startsWith('.')) found[kind].add(join(path, '..', specifier).replace(/\.js$/, '.ts'));
  };
  const visit = (node) => {
    if (isImport(node)) note('fixed', node.moduleSpecifier.text);
    else if (isImportCall(node)) note('lazy', node.arguments[0]?.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}

/** Of some files (path → text), those that exactly one other imports, always statically: path → the one that imports it. */
export function singleImporters(files) {
  const importers = new Map();
  const onDemand = new Set();
  for (const [path, text] of files) {
    const { fixed, lazy } = importsOf(path, text);
    for (const target of fixed) importers.set(target, [...(importers.get(target) ?? []), path]);
    for (const target of lazy) onDemand.add(target);
  }
  const single = [...importers].filter(([path, by]) => files.has(path) && by.length === 1 && !onDemand.has(path));
  return new Map(single.map(([path, [by]]) => [path, by]).sort());
}
