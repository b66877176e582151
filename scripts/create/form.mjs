import { doc, parameters, tagName } from './doc.mjs';
import { kebab, literal, sentence } from './names.mjs';
import { CannotCreate } from './operation.mjs';

/** What a form operation is sent, by name: single values only. */
export function valuesOf(operation) {
  const { id, method, body, headers } = operation;
  if (method === 'GET' || !body) throw new CannotCreate(`${id} is sent nothing: it is not for a form.`);
  if (headers.includes('If-Match'))
    throw new CannotCreate(`${id} changes what somebody else may change too (If-Match): begin from src/contacts/contact-edit.ts.`);
  const values = operation.named(body, 'What is sent');
  const other = values.fields.find(({ kind, required }) => required && (!kind || kind === 'money'));
  if (other) throw new CannotCreate(`${id} needs ${other.name}, which is no single value: begin from src/payments/portal-pay-invoices.ts.`);
  return { ...values, fields: values.fields.filter(({ kind }) => kind && kind !== 'money') };
}

const starts = { text: () => `''`, day: () => `''`, instant: () => `''`, number: () => '0', flag: () => 'false' };
const start = ({ kind, choices }) => (kind === 'choice' ? literal(choices[0]) : starts[kind]());
const types = { day: 'date', instant: 'text', number: 'number', text: 'text' };

const call = (name, options) => `\${${name}({\n${options.map((option) => `        ${option},\n`).join('')}      })}`;

function control(field, texts) {
  const { name, kind, choices, required } = field;
  const optional = required ? '' : ` ?? ${kind === 'flag' ? 'false' : "''"}`;
  const draft = `draft.${name}${optional}`;
  const value = { choice: `value as Values[${literal(name)}]`, number: 'Number(value)' }[kind] ?? 'value';
  const at = [`name: ${literal(name)}`, `label: ${texts.say(name, field.text)}`];
  if (kind === 'flag') return call('checkField', [...at, `checked: ${draft}`, `edit: (checked) => this.#edit({ ${name}: checked })`]);
  const more = [
    `edit: (value) => this.#edit({ ${name}: ${value} })`,
    `error: this.#form.fieldError('/${name}')`,
    ...(required ? ['required: true'] : []),
  ];
  if (kind !== 'choice') {
    const text = kind === 'number' ? `String(${draft})` : draft;
    return call('textField', [...at, `type: ${literal(types[kind])}`, `value: ${text}`, ...more]);
  }
  const named = choices.map((choice) => `[${literal(choice)}, ${texts.say(`${name}-${choice}`, sentence(String(choice)))}]`);
  const all = [...(required ? [] : [`['', t('none')]`]), ...named];
  return call('selectField', [...at, `value: ${draft}`, `choices: [${all.join(', ')}]`, ...more]);
}

/** The class of an element with one form. */
export function formClass(names, operation, resource, texts) {
  const values = valuesOf(operation);
  const [own] = operation.pathParameters;
  const id = own && '#id';
  const params = parameters(operation, id, 'idempotencyKey');
  const controls = values.fields.map((field) => control(field, texts));
  const used = ['checkField', 'selectField', 'textField'].filter((name) => controls.some((code) => code.includes(`${name}(`)));
  const starting = values.fields.filter(({ required }) => required).map((field) => `${field.name}: ${start(field)}`);
  const base = own ? 'PortalRecordElement' : 'PortalElement';
  const keyed = operation.headers.includes('Idempotency-Key') ? '{ idempotencyKey }' : '';
  const pointers = values.fields.map(({ name }) => literal(`/${name}`)).join(', ');
  return `import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
${own ? `import { property } from '../core/property.js';` : `import { PortalElement } from '../core/portal-element.js';`}
import { ${names.catalogue} } from './texts/${names.short}.js';
${own ? `import { tools } from '../i18n/texts/tools.js';\n` : ''}import { ${[...used, 'focusFirstInvalid', 'formStatus', 'submitButton'].sort().join(', ')} } from '../ui/form-view.js';
${own ? `import { PortalRecordElement } from '../ui/record-element.js';\n` : ''}import { formStyles } from '../ui/styles/form.js';
${own ? '' : `import { sharedStyles } from '../ui/styles/shared.js';\nimport { toolStyles } from '../ui/styles/tools.js';\n`}
type Values = components['schemas'][${literal(values.name)}];

const blank: Values = { ${starting.join(', ')} };

${doc(names, operation, resource, ['@csspart notice - Says that it is done.', '@csspart error - What needs another look.'])}
export class ${names.className} extends ${base} {
  static override requires = ${literal(resource)} as const;
  static override styles: CSSResultGroup = [${own ? 'PortalRecordElement.styles' : 'PortalElement.styles, sharedStyles, toolStyles'}, formStyles];
${
  own
    ? `
  /** What it is about; or name with \`id-param\` the parameter of the page's address that holds it. */
  @property({ attribute: ${literal(kebab(own))} }) ${own}?: string;
`
    : ''
}
  /** What has been typed: kept until it has been saved. */
  #draft = blank;
  #i18n = new LocalizeController(this, ${names.catalogue});
  #form = new FormController<Values>(this, {
    changes: [${literal(operation.path.split('/{')[0])}],
    ${operation.answer ? '' : 'empty: true,'}
    send: (api, body${keyed ? `, ${keyed}` : ''}) =>
      api.${operation.method}(${literal(operation.path)}, { body${params.length > 0 ? `, params: { ${params.join(', ')} }` : ''} }),
    onDone: () => (this.#draft = blank),
  });
${
  own
    ? `
  get #id(): string | undefined {
    return this.recordId(this.${own});
  }
`
    : ''
}
  protected override view(): TemplateResult {
    const { t } = this.#i18n;
${own ? '    if (!this.#id) return html`<div class="message" part="empty"><p>${this.#i18n.in(tools)(\'missingId\')}</p></div>`;\n' : ''}    if (!this.can(${literal(operation.action)})) return html\`<p class="notice">\${${texts.say('mayNot', 'You may look at this, but not change it.')}}</p>\`;
    return html\`<form class="stack" novalidate @submit=\${this.#submit}>
      \${this.#form.phase === 'done' ? html\`<div class="notice success" part="notice" role="status"><p>\${${texts.say('saved', 'This has been saved.')}}</p></div>\` : nothing}
      \${formStatus(this.#form, this.#i18n, [${pointers}])}
      \${this.#fields()}
      <div>\${submitButton(this.#form, this.#i18n, ${texts.say('send', 'Save')})}</div>
    </form>\`;
  }

  #fields(): TemplateResult {
    const { t } = this.#i18n;
    const draft = this.#draft;
    return html\`${controls.join('\n      ')}\`;
  }

  #edit(part: Partial<Values>): void {
    this.#draft = { ...this.#draft, ...part };
    this.#form.edited();
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await this.#form.send(this.#draft)) return;
    await this.updateComplete;
    focusFirstInvalid(this.renderRoot);
  };
}
${tagName(names)}`;
}
