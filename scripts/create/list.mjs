import { cell, formatsOf, isEnd, mostColumns, subjectOf, valuesOf, widthOf } from './cells.mjs';
import { doc, tagName } from './doc.mjs';
import { kebab, literal, sentence } from './names.mjs';
import { CannotCreate } from './operation.mjs';

const paging = ['cursor', 'limit', 'q', 'sort'];
const inputs = { integer: 'number', number: 'number' };

/** Of the page that a list operation answers: its item, by name. */
export function itemOf(operation) {
  const items = operation.shape(operation.answer ?? {}).properties.items;
  if (operation.method !== 'GET' || !items?.items)
    throw new CannotCreate(`${operation.id} answers no page of items: it is not for a list.`);
  return operation.named(operation.resolve(items).items, 'What is listed');
}

function filter({ name, type, format, enum: choices }, texts) {
  const label = texts.say(name, sentence(name));
  if (!choices) return `input(this.content, ${literal(name)}, ${label}, ${literal(format === 'date' ? 'date' : (inputs[type] ?? 'text'))})`;
  const all = `['', ${texts.say('all', 'All')}]`;
  const each = choices.map((choice) => `[${literal(choice)}, ${texts.say(`${name}-${choice}`, sentence(choice))}]`);
  return `choice(this.content, ${literal(name)}, ${label}, [${[all, ...each].join(', ')}])`;
}

function filters(query, texts) {
  const search = query.some(({ name }) => name === 'q') ? [`search(this.content, ${texts.say('searchIn', 'Search')})`] : [];
  const others = query.filter(({ name, type }) => !paging.includes(name) && type !== 'array' && type !== 'boolean');
  const all = [...search, ...others.map((each) => filter(each, texts))];
  const tools = ['search', 'choice', 'input'].filter((tool) => all.some((code) => code.startsWith(`${tool}(`)));
  return {
    names: [...(search.length > 0 ? ['q'] : []), ...others.map(({ name }) => name)],
    code: all.length > 0 ? `filters: ({ ${tools.join(', ')} }) => [${all.join(', ')}],` : '',
  };
}

/** The class of a list element. */
export function listClass(names, operation, resource, texts) {
  const item = itemOf(operation);
  const subject = subjectOf(item);
  const shown = item.fields.filter(({ name, kind }) => kind && name !== subject).slice(0, mostColumns - 1);
  const [own] = operation.pathParameters;
  const sort = operation.query.find(({ name }) => name === 'sort');
  const caption = texts.say('caption', names.title);
  const subjectText = texts.say(subject, subject === 'id' ? 'Id' : sentence(subject));
  const column = (name, text, width, end = false) =>
    `{ key: ${literal(name)}, label: ${text}, width: ${width}${sort?.enum?.includes(name) ? `, sort: ${literal(name)}` : ''}${end ? ', end: true' : ''} }`;
  const cells = shown.map((field) => cell(field, texts));
  const columns = [
    column(subject, subjectText, 11),
    ...shown.map((field) => column(field.name, texts.say(field.name, field.text), widthOf(field), isEnd(field))),
  ];
  const { names: filterNames, code: filterCode } = filters(operation.query, texts);
  const empty = texts.say('nothingYet', 'There is nothing here yet.');
  const query = own ? `path: { ${own}: this.${own}! }, query` : 'query';
  const formats = formatsOf(shown);
  const more = [
    sort?.default && `    initial: () => ({ sort: ${literal(sort.default)} }),\n`,
    own && `    args: () => (this.${own} ? [this.${own}] : undefined),\n`,
  ]
    .filter(Boolean)
    .join('');
  return `import { html, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { ListController } from '../core/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
${own ? `import { property } from '../core/property.js';\n` : ''}import { ${names.catalogue} } from './texts/${names.short}.js';
import { PortalListElement } from '../ui/list-element.js';
import { listView, type Column } from '../ui/list-view.js';

type ${item.name} = components['schemas'][${literal(item.name)}];

${doc(names, operation, resource, [
  '@slot empty - Replaces the text shown when there is nothing.',
  '@csspart list - All of it.',
  '@csspart toolbar - Search, filters and the download.',
  '@csspart table - The table.',
  '@csspart row - A row.',
  '@csspart pager - Paging.',
])}
export class ${names.className} extends PortalListElement {
  static override requires = ${literal(resource)} as const;
${own ? `\n  /** What the list is of. */\n  @property({ attribute: ${literal(kebab(own))} }) ${own}?: string;\n` : ''}
  #i18n = new LocalizeController(this, ${names.catalogue});
  protected override readonly content: ListController<${item.name}> = new ListController(this, {
    path: ${literal(operation.path.split('/{')[0])},
    filters: [${filterNames.map(literal).join(', ')}],
${more}    fetch: (api, query, init) => api.GET(${literal(operation.path)}, { params: { ${query} }, ...init }),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    return listView(this, this.content, this.#i18n, {
      label: ${caption},
      columns: this.#columns(),
      row: (item) => this.#row(item),
      empty: ${empty},
      ${filterCode}
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [${columns.join(', ')}];
  }

  #row({ ${[subject, ...valuesOf(shown)].join(', ')} }: ${item.name}): TemplateResult {
    const { ${['t', ...formats].join(', ')} } = this.#i18n;
    return html\`<tr role="row" part="row">
      <th role="rowheader" scope="row" class="subject"><bdi .textContent=\${${subject} || t('unlabelled')}></bdi></th>
      ${cells.join('\n      ')}
    </tr>\`;
  }
}
${tagName(names)}`;
}
