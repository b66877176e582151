import { code, file, generated, section, table } from './markdown.mjs';

/** What a thing is, and whose it is where it is inherited: `PortalListElement` is the base of every list. */
function words({ description = '', inheritedFrom, readonly }) {
  const heirs = /^Portal(.*)Element$/.exec(inheritedFrom?.name ?? '')?.[1];
  const notes = [
    readonly ? 'Read only' : '',
    heirs === undefined ? '' : `of every ${heirs.replace(/(?<=[a-z])(?=[A-Z])/, ' ').toLowerCase() || 'element'}`,
  ].filter(Boolean);
  if (notes.length === 0) return description;
  const [first] = notes;
  return `${description} _${first[0].toUpperCase()}${notes.join(', ').slice(1)}._`;
}

const isInherited = ({ inheritedFrom }) => Boolean(inheritedFrom);

/** An element's own first, then what it inherits. */
const ownFirst = (items = []) => [...items.filter((item) => !isInherited(item)), ...items.filter(isInherited)];

const described = (name) => (items) =>
  table(
    [name, 'What it is'],
    ownFirst(items).map((item) => [code(item.name) || '(default)', words(item)]),
  );

const tokens = (items) =>
  table(
    ['Token', 'Default', 'For'],
    ownFirst(items).map((item) => [code(item.name), code(item.default), words(item)]),
  );

const attributes = ({ attributes: items = [], members = [] }) => {
  const fields = new Set(items.map(({ fieldName }) => fieldName));
  const properties = members.filter(({ kind, name }) => kind === 'field' && !fields.has(name));
  return table(
    ['Attribute', 'Property', 'Type', 'Default', 'What it is'],
    ownFirst([...items, ...properties]).map((item) => {
      const [attribute, property] = item.fieldName ? [item.name, item.fieldName] : ['', item.name];
      return [code(attribute), code(property), code(item.type?.text), code(item.default), words(item)];
    }),
  );
};

const methods = ({ members = [] }) =>
  table(
    ['Method', 'What it does'],
    ownFirst(members)
      .filter(({ kind }) => kind === 'method')
      .map((method) => [code(`${method.name}(${(method.parameters ?? []).map(({ name }) => name).join(', ')})`), words(method)]),
  );

const events = ({ events: items = [] }) =>
  table(
    ['Event', 'Type', 'When'],
    ownFirst(items).map((event) => [code(event.name), code(event.type?.text), words(event)]),
  );

const states = (items) => {
  const all = described('State')(items);
  return all && `The page sees the state as \`:state(…)\` and, in the same words, as the attribute \`phase\`.\n\n${all}`;
};

const permissionText = (permission) =>
  typeof permission === 'string' ? permission : permission ? `${permission.resource} · ${permission.action}` : '';

const operationTable = (ids = [], operations) =>
  table(
    ['Operation', 'Request', 'Permission', 'What it does'],
    ids.map((id) => {
      const operation = operations.get(id);
      if (!operation) throw new Error(`The contract has no operation ${id}.`);
      return [code(id), code(`${operation.method} ${operation.path}`), code(permissionText(operation.permission)), operation.summary];
    }),
  );

const permissionSentence = {
  guest: 'Needs no session: it is for people who are not signed in.',
  session: 'Needs a signed-in person, whatever the permissions.',
};

const permission = ({ permission: resource }) =>
  resource
    ? (permissionSentence[resource] ??
      `Needs \`view\` on \`${resource}\`. Without it the element renders nothing and asks for nothing; the server refuses as well.`)
    : '';

const firstSentence = (text = '') => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;

const summaryOf = ({ summary, description }) => (summary ?? firstSentence(description)).replace(/\s+/g, ' ').trim();

/** The reference page of an element. */
export function elementPage(element, operations) {
  const { tagName: tag } = element;
  if (!element.example) throw new Error(`${element.name} has no @example: the tag with the attributes that it needs.`);
  return file(
    `# ${tag}`,
    generated,
    element.summary ? summaryOf(element) : '',
    element.description?.trim(),
    section(
      'Usage',
      `\`\`\`html\n${element.example}\n\`\`\`\n\nThe loader finds the tag by itself; with npm: \`import 'portal-elements/define/${tag}.js';\``,
    ),
    section('Permission', permission(element)),
    section('Requests', operationTable(element.operations, operations)),
    section('Attributes and properties', attributes(element)),
    section('Methods', methods(element)),
    section('Events', events(element)),
    section('Slots', described('Slot')(element.slots)),
    section('Parts', described('Part')(element.cssParts)),
    section('Tokens', tokens(element.cssProperties)),
    section('States', states(element.cssStates)),
  );
}

/** The list of all elements. */
export function indexPage(elements) {
  return file(
    '# Elements',
    generated,
    table(
      ['Element', 'Permission', 'What it shows'],
      elements.map((element) => [`[${element.tagName}](${element.tagName}.md)`, code(element.permission), summaryOf(element)]),
    ),
  );
}
