import { html, type TemplateResult } from 'lit';
import { DraftForm } from '../../core/draft-form.js';
import { Panel } from '../../core/panel.js';
import type { PortalElement } from '../../core/portal-element.js';
import { formStatus, submitButton, textField } from '../../ui/form-view.js';
import { problemText, serverText } from '../dns-problems.js';
import { absoluteName, nameProblem } from '../index.js';
import type { DnsZone } from '../staged-changes.js';
import { dnsEditor as texts } from '../texts/dns-editor.js';
import { zoneFileField } from './file-field-view.js';

interface Draft {
  name: string;
  zoneFile: string;
}

/** A name with its final dot. */
const withDot = (name: string): string => name.trim().replace(/\.?$/, '.');

/** The form that adds a zone: its name, and a zone file if there is one. */
export class CreatePanel extends Panel<PortalElement, typeof texts.english> {
  #unreadable = false;
  readonly #form: DraftForm<Draft, DnsZone>;

  constructor(host: PortalElement, onDone: (zone: DnsZone) => void) {
    super(host, texts);
    this.#form = new DraftForm<Draft, DnsZone>(host, this.i18n, {
      prefix: 'zone',
      changes: ['/dns-zones'],
      from: () => ({ name: '', zoneFile: '' }),
      validate: ({ name }) => ({ name: !absoluteName(withDot(name)) && this.#nameProblem(name) }),
      say: (fault) => (fault.pointer === '/name' ? serverText(fault, this.i18n) : undefined),
      send: (api, { draft: { name, zoneFile } }) =>
        api.POST('/dns-zones', { body: { name: name.trim(), ...(zoneFile.trim() && { zoneFile }) } }),
      onDone,
    });
  }

  /** Starts over. */
  begin(): void {
    this.#unreadable = false;
    this.#form.begin();
  }

  render(): TemplateResult {
    const { t } = this.i18n;
    const form = this.#form;
    const { name } = form.draft;
    const ascii = absoluteName(withDot(name));
    const taken = form.error?.is('zone-exists') ? { error: t('zoneExists') } : {};
    return html`<form class="stack" novalidate @submit=${form.submit}>
      ${textField({
        ...form.field('name'),
        ...taken,
        label: t('zoneName'),
        hint:
          ascii && /[^\0-\x7f]/.test(name)
            ? html`<span role="status">${t('zoneNameAscii', ascii.replace(/\.$/, ''))}</span>`
            : t('zoneNameHint'),
        autocomplete: 'off',
        inputMode: 'url',
        spellcheck: false,
        required: true,
      })}
      ${zoneFileField(this.#fileField(), this.i18n)} ${form.error?.is('zone-exists') ? '' : formStatus(form, this.i18n)}
      <footer>${submitButton(form, this.i18n, t('create'))}</footer>
    </form>`;
  }

  #fileField() {
    const { error, ...field } = this.#form.field('zoneFile');
    const lines = (this.#form.error?.problem.errors ?? []).flatMap(({ pointer, detail }) => (pointer === '/zoneFile' ? detail : []));
    const edit = (text: string, unreadable = false) => {
      this.#unreadable = unreadable;
      field.edit(text);
    };
    return {
      label: this.i18n.t('zoneFileOptional'),
      value: field.value,
      error: this.#unreadable ? this.i18n.t('fileUnreadable') : lines.join(' ') || error,
      edit,
      fail: () => edit(field.value, true),
    };
  }

  #nameProblem(name: string): string {
    return problemText({ code: (name.trim() && nameProblem(withDot(name))) || 'name-required' }, this.i18n);
  }
}
