/** The manifest as each generator needs it, so that what it makes is right. */

const declarationsOf = (manifest) => manifest.modules.flatMap(({ declarations = [] }) => declarations);
const elementsOf = (manifest) => declarationsOf(manifest).filter(({ tagName }) => tagName);

/** Keeps only elements, which are changed on the way; the bases are no tags, and nobody can import them. */
function mapElements(manifest, change) {
  const modules = manifest.modules.map((module) => ({
    ...module,
    declarations: (module.declarations ?? []).filter(({ tagName }) => tagName).map(change),
  }));
  return { ...manifest, modules };
}

/** The literals of a type; the generators take names of other types for values, too. */
function literals({ type, ...attribute }) {
  const text = type?.text ?? '';
  const values = text.match(/'[^']*'/g)?.join(' | ');
  return { ...attribute, type: { text: values ?? (/^(boolean|number)\b/.test(text) ? text : 'string') } };
}

/** For what is shown while a page is written: each tag with its summary, what it is, and how it is written. */
export const forEditors = (manifest) =>
  mapElements(manifest, (element) => ({
    ...element,
    editorText: [element.summary, element.description, `\`\`\`html\n${element.example}\n\`\`\``].filter(Boolean).join('\n\n'),
    attributes: element.attributes?.map(literals),
  }));

/** A thing that several elements have, once: in the words of all, else with what it is in each. */
function described(items) {
  const shared = items.find(({ inheritedFrom }) => inheritedFrom) ?? { ...items[0], description: undefined };
  const own = items.filter(({ description }) => description !== shared.description);
  const alike = own.every(({ description }) => description === own[0].description);
  const words = alike && !shared.description ? [own[0].description] : own.map(({ tag, description }) => `\`${tag}\`: ${description}`);
  return { ...shared, description: [shared.description, ...words].filter(Boolean).join('\n\n') };
}

function once(elements, kind) {
  const all = new Map();
  for (const { tagName: tag, [kind]: items = [] } of elements) {
    for (const item of items) all.set(item.name, [...(all.get(item.name) ?? []), { ...item, tag }]);
  }
  return [...all.values()].map(described);
}

/** For style sheets, where a token or part has no element: the generators would list it once for each. */
export function forStyleSheets(manifest) {
  const elements = elementsOf(manifest);
  const all = {
    kind: 'class',
    customElement: true,
    name: 'Portal',
    tagName: 'portal',
    cssProperties: once(elements, 'cssProperties'),
    cssParts: once(elements, 'cssParts'),
  };
  return { ...manifest, modules: [{ kind: 'javascript-module', path: '', declarations: [all] }] };
}

/** Types of events are written out with their module, which the generator does not import; tokens once are enough. */
export function forTypes(manifest) {
  const [withTokens] = elementsOf(manifest);
  return mapElements(manifest, (element) => ({
    ...element,
    members: element.members?.filter(({ kind }) => kind === 'field'),
    events: element.events?.map((event) => ({ ...event, type: { text: `import('../index.js').${event.type.text}` } })),
    cssParts: [],
    cssStates: [],
    cssProperties: element.name === withTokens.name ? element.cssProperties : [],
  }));
}

const firstAugmentation = /^declare module ["']react["'] \{$/m;

/** Without what the generator adds to every framework at once: a project has one of them, and the others are errors in it. */
export function withoutAugmentations(text) {
  const start = text.search(firstAugmentation);
  if (start < 0) throw new Error('@wc-toolkit/jsx-types writes its augmentations in another way than before.');
  return text.slice(0, start);
}
