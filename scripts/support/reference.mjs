import { code, file, generated, section, table } from './markdown.mjs';

const described = (name) => (items) =>
  table(
    [name, 'What it is'],
    (items ?? []).map((item) => [code(item.name) || '(default)', item.description]),
  );

const attributes = ({ attributes: items = [], members = [] }) => {
  const fields = new Set(items.map(({ fieldName }) => fieldName));
  const properties = members.filter(({ kind, name }) => kind === 'field' && !fields.has(name));
  return table(
    ['Attribute', 'Property', 'Type', 'Default', 'What it is'],
    [
      ...items.map((item) => [code(item.name), code(item.fieldName), code(item.type?.text), code(item.default), item.description]),
      ...properties.map((item) => ['', code(item.name), code(item.type?.text), code(item.default), item.description]),
    ],
  );
};

const methods = ({ members = [] }) =>
  table(
    ['Method', 'What it does'],
    members
      .filter(({ kind }) => kind === 'method')
      .map(({ name, parameters = [], description }) => [
        code(`${name}(${parameters.map((parameter) => parameter.name).join(', ')})`),
        description,
      ]),
  );

const events = ({ events: items = [] }) =>
  table(
    ['Event', 'Type', 'When'],
    items.map(({ name, type, description }) => [code(name), code(type?.text), description]),
  );

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
  return file(
    `# ${tag}`,
    generated,
    element.summary ? summaryOf(element) : '',
    element.description?.trim(),
    section(
      'Usage',
      `\`\`\`html\n<${tag}></${tag}>\n\`\`\`\n\nThe loader finds the tag by itself; with npm: \`import 'portal-elements/define/${tag}.js';\``,
    ),
    section('Permission', permission(element)),
    section('Requests', operationTable(element.operations, operations)),
    section('Attributes and properties', attributes(element)),
    section('Methods', methods(element)),
    section('Events', events(element)),
    section('Slots', described('Slot')(element.slots)),
    section('Parts', described('Part')(element.cssParts)),
    section('Tokens', described('Token')(element.cssProperties)),
    section('States', described('State')(element.cssStates)),
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
