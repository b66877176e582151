/** How custom-elements.json is made: paths of what is published, the library's own JSDoc tags, nothing private. */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

const definitions = new Set(readdirSync('src/define').map((file) => basename(file, '.ts')));
const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
const className = (tag) => tag.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());

const jsDocTags = (ts, node, name) =>
  ts
    .getJSDocTags(node)
    .filter((tag) => tag.tagName.text === name)
    .map((tag) => (ts.getTextOfJSDocComment(tag.comment) ?? '').trim());

/** What a class says it `requires`. */
function requirement(ts, node) {
  const isRequires = (member) => ts.isPropertyDeclaration(member) && member.name.getText() === 'requires' && member.initializer;
  const value = node.members.find(isRequires)?.initializer;
  const literal = value && ts.isAsExpression(value) ? value.expression : value;
  return literal && ts.isStringLiteral(literal) ? literal.text : undefined;
}

/** The permission, the `@operation`s and the `@example` of a class, which the standard tags do not know. */
function ownTags() {
  return {
    name: 'own-tags',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
      if (!declaration) return;
      const required = requirement(ts, node);
      const [permission = required] = jsDocTags(ts, node, 'permission');
      if (required && permission !== required) throw new Error(`${declaration.name} requires ${required} but documents ${permission}.`);
      const operations = jsDocTags(ts, node, 'operation').flatMap((text) => text.split(/[\s,]+/));
      if (permission) declaration.permission = permission;
      if (operations.length > 0) declaration.operations = operations;
      const [example] = jsDocTags(ts, node, 'example');
      if (example) declaration.example = example;
      // The analyzer takes the first argument of every event that is dispatched for an event's name.
      const named = new Set(jsDocTags(ts, node, 'event').flatMap((text) => /^(?:\{[^}]*\}\s*)?(\S+)/.exec(text)?.[1] ?? []));
      if (declaration.events) declaration.events = declaration.events.filter(({ name }) => named.has(name));
    },
  };
}

/** The tag of an element is its file's name; the module in `define/` of that name defines it. */
function tagNames() {
  return {
    name: 'tag-names',
    moduleLinkPhase({ moduleDoc }) {
      const tag = basename(moduleDoc.path, '.ts');
      moduleDoc.exports = moduleDoc.exports?.filter(({ kind }) => kind !== 'custom-element-definition');
      for (const declaration of moduleDoc.declarations ?? []) {
        delete declaration.tagName;
        if (!definitions.has(tag) || declaration.name !== className(tag)) continue;
        declaration.customElement = true;
        declaration.tagName = tag;
      }
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const defined = modules.flatMap(({ path, declarations = [] }) =>
        declarations
          .filter(({ tagName }) => tagName)
          .map(({ name, tagName }) => ({
            kind: 'javascript-module',
            path: `src/define/${tagName}.ts`,
            declarations: [],
            exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } }],
          })),
      );
      modules.push(...defined);
    },
  };
}

const hidden = ({ privacy, name = '', static: isStatic }) =>
  isStatic || privacy === 'private' || privacy === 'protected' || name.startsWith('#');

/** Leaves what a page may use: no private or static member, and no attribute of a property that is left out. */
function withoutPrivate(declaration) {
  if (declaration.members) declaration.members = declaration.members.filter((member) => !hidden(member));
  const fields = new Set(declaration.members?.map(({ name }) => name));
  if (declaration.attributes) {
    declaration.attributes = declaration.attributes.filter(({ fieldName }) => !fieldName || fields.has(fieldName));
  }
}

const kinds = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'];

/** The analyzer marks as inherited also what a class describes anew: only what its base says in the same words is. */
function withoutFalseInheritance(declaration, byName) {
  for (const kind of kinds) {
    for (const item of declaration[kind] ?? []) {
      const base = byName.get(item.inheritedFrom?.name);
      const inherited = base?.[kind]?.find(({ name }) => name === item.name);
      if (base && inherited?.description !== item.description) delete item.inheritedFrom;
    }
  }
}

function publish() {
  const rewrite = (value) => {
    if (Array.isArray(value)) return value.forEach(rewrite);
    if (typeof value !== 'object' || value === null) return undefined;
    for (const [key, inner] of Object.entries(value)) {
      if ((key === 'path' || key === 'module') && typeof inner === 'string') value[key] = published(inner);
      else rewrite(inner);
    }
    return undefined;
  };
  return {
    name: 'publish',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.schemaVersion = '2.1.0';
      customElementsManifest.modules.sort((one, other) => (one.path < other.path ? -1 : 1));
      const declarations = customElementsManifest.modules.flatMap((module) => module.declarations ?? []);
      const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
      for (const declaration of declarations) {
        withoutPrivate(declaration);
        withoutFalseInheritance(declaration, byName);
      }
      rewrite(customElementsManifest);
    },
  };
}

export default {
  globs: ['src/*/portal-*.ts', 'src/ui/**/*-element.ts', 'src/context/*.ts'],
  exclude: ['src/define/**'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [ownTags(), tagNames(), publish()],
};
