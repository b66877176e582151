import ts from 'typescript';

const parse = (text) => ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);

/** The names that a statement declares. */
function declared(statement) {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText());
  return statement.name ? [statement.name.text] : [];
}

const importsOf = (source) => source.statements.filter(ts.isImportDeclaration);

/** A module with one import more, or more names of one that it has. */
export function withImport(text, names, from, { typeOnly = false } = {}) {
  const source = parse(text);
  const imports = importsOf(source);
  const present = imports.find(
    (each) =>
      each.moduleSpecifier.text === from &&
      Boolean(each.importClause?.isTypeOnly) === typeOnly &&
      each.importClause?.namedBindings?.elements,
  );
  if (!present) {
    const at = imports.at(-1)?.getEnd() ?? 0;
    const line = `import ${typeOnly ? 'type ' : ''}{ ${names.join(', ')} } from '${from}';`;
    return at === 0 ? `${line}\n${text}` : `${text.slice(0, at)}\n${line}${text.slice(at)}`;
  }
  const { elements } = present.importClause.namedBindings;
  const known = elements.map((each) => each.getText());
  const added = names.filter((name) => !known.includes(name));
  if (added.length === 0) return text;
  const at = elements.at(-1).getEnd();
  return `${text.slice(0, at)}, ${added.join(', ')}${text.slice(at)}`;
}

/** A module with what another declares and it does not. */
export function mergeModules(present, further) {
  const source = parse(further);
  const known = new Set(parse(present).statements.flatMap(declared));
  const isThere = (each) =>
    declared(each).length > 0 ? declared(each).every((name) => known.has(name)) : present.includes(each.getText());
  const missing = source.statements.filter((each) => !ts.isImportDeclaration(each) && !isThere(each));
  const merged = importsOf(source).reduce((text, each) => {
    const { importClause, moduleSpecifier } = each;
    const names = (importClause?.namedBindings?.elements ?? []).map((name) => name.getText());
    const used = names.filter((name) =>
      missing.some((statement) => new RegExp(`\\b${name.split(' as ').at(-1)}\\b`).test(statement.getText())),
    );
    return used.length > 0 ? withImport(text, used, moduleSpecifier.text, { typeOnly: Boolean(importClause.isTypeOnly) }) : text;
  }, present);
  return `${merged.trimEnd()}\n${missing.map((each) => `\n${each.getFullText().trim()}\n`).join('')}`;
}

/** Tells whether two modules declare something of the same name that is not the same. */
export function contradicts(present, further) {
  const texts = new Map(parse(present).statements.flatMap((each) => declared(each).map((name) => [name, each.getText()])));
  return parse(further).statements.some((each) => declared(each).some((name) => texts.has(name) && texts.get(name) !== each.getText()));
}

function find(node, wanted) {
  if (wanted(node)) return node;
  return ts.forEachChild(node, (child) => find(child, wanted));
}

function insertAfter(text, list, added) {
  const last = list.at(-1);
  if (!last) throw new Error('There is nothing to add to.');
  return `${text.slice(0, last.getEnd())}, ${added}${text.slice(last.getEnd())}`;
}

const literalOf = (node) => (node && (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) ? literalOf(node.expression) : node);

/** A module with one more property, spread or element in the object or array that `name` stands for; a function's is what it returns. */
export function withMember(text, name, member) {
  const declaration = find(parse(text), (node) => ts.isVariableDeclaration(node) && node.name.getText() === name);
  const value = literalOf(declaration?.initializer);
  const inner = value && ts.isArrowFunction(value) ? literalOf(find(value.body, (node) => ts.isArrayLiteralExpression(node))) : value;
  const list =
    inner && (ts.isObjectLiteralExpression(inner) ? inner.properties : ts.isArrayLiteralExpression(inner) ? inner.elements : undefined);
  if (!list) throw new Error(`There is no list ${name} to add ${member} to.`);
  return insertAfter(text, list, member);
}
