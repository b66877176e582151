import { formatsOf, subjectOf, valuesOf, words } from './cells.mjs';
import { doc, parameters, tagName } from './doc.mjs';
import { kebab, literal } from './names.mjs';
import { CannotCreate } from './operation.mjs';

/** What a record operation answers, by name. */
export function recordOf(operation) {
  if (operation.method !== 'GET' || !operation.answer) throw new CannotCreate(`${operation.id} answers no record.`);
  return operation.named(operation.answer, 'The record');
}

const value = (field, texts) =>
  field.kind === 'text' && !field.labelled ? `html\`<bdi>\${${words(field, texts)}}</bdi>\`` : words(field, texts);

/** The class of an element that shows one record. */
export function recordClass(names, operation, resource, texts) {
  const record = recordOf(operation);
  const [own] = operation.pathParameters;
  const subject = subjectOf(record);
  const shown = record.fields.filter(({ name, kind }) => kind && name !== subject);
  const entries = shown.map((field) => `[${texts.say(field.name, field.text)}, ${value(field, texts)}],`);
  const params = parameters(operation, '#id');
  const base = own ? 'PortalRecordElement' : 'PortalElement';
  return `import { html${own ? '' : ', type CSSResultGroup'}, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
${
  own
    ? `import { property } from '../core/property.js';
import { ${names.catalogue} } from './texts/${names.short}.js';
import { detailView, facts } from '../ui/detail-view.js';
import { PortalRecordElement } from '../ui/record-element.js';`
    : `import { PortalElement } from '../core/portal-element.js';
import { ${names.catalogue} } from './texts/${names.short}.js';
import { detailView, facts } from '../ui/detail-view.js';
import { detailStyles } from '../ui/styles/detail.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';`
}

type ${record.name} = components['schemas'][${literal(record.name)}];

${doc(names, operation, resource, ['@csspart detail - All of it.', '@csspart facts - Facts with their names.'])}
export class ${names.className} extends ${base} {
  static override requires = ${literal(resource)} as const;
${
  own
    ? `
  /** Which one; or name with \`id-param\` the parameter of the page's address that holds it. */
  @property({ attribute: ${literal(kebab(own))} }) ${own}?: string;
`
    : `  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, detailStyles];
`
}
  #i18n = new LocalizeController(this, ${names.catalogue});
  protected override readonly content: LoadController<${record.name}> = new LoadController<${record.name}>(this, {
    path: ${literal(operation.path.split('/{')[0])},
    ${own ? 'args: () => (this.#id ? [this.#id] : undefined),' : ''}
    fetch: (api, init) => api.GET(${literal(operation.path)}, ${params.length > 0 ? `{ params: { ${params.join(', ')} }, ...init }` : 'init'}),
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
    return detailView(this.content, this.#i18n, (record) => this.#record(record));
  }

  #record({ ${[subject, ...valuesOf(shown)].join(', ')} }: ${record.name}): TemplateResult {
    const { ${['t', ...formatsOf(shown)].join(', ')} } = this.#i18n;
    return html\`<h2><bdi>\${${subject} || t('unlabelled')}</bdi></h2>
      \${facts([
        ${entries.join('\n        ')}
      ])}\`;
  }
}
${tagName(names)}`;
}
