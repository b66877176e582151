import { html, type TemplateResult } from 'lit';
import type { components } from '../../api/schema.js';
import { FormController } from '../../core/form-controller.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import { absoluteName, nameProblem } from '../index.js';
import { dnsEditor } from '../texts/dns-editor.js';
import { focusFirstInvalid, formStatus, submitButton, textField } from '../../ui/form-view.js';
import { problemText, serverText } from '../dns-problems.js';
import type { DnsZone } from '../staged-changes.js';
import { zoneFileField } from './zone-file-field.js';

type NewZone = components['schemas']['NewDnsZone'];

/** A zone to be added: its name and perhaps a zone file. */
export class ZoneCreation {
  name = '';
  zoneFile = '';
  /** What the element itself has found wrong. */
  problem: 'name' | 'file' | undefined;
  readonly form: FormController<NewZone, DnsZone>;

  constructor(host: PortalElement, onDone: (zone: DnsZone) => void) {
    this.form = new FormController(host, {
      changes: ['/dns-zones'],
      send: (api, body) => api.POST('/dns-zones', { body }),
      onDone,
    });
  }

  /** The name with its final dot, as it was typed. */
  get typed(): string {
    return this.name.trim().replace(/\.?$/, '.');
  }

  open(): void {
    this.edit({ name: '', zoneFile: '' });
  }

  edit(changes: Partial<Pick<ZoneCreation, 'name' | 'zoneFile' | 'problem'>>): void {
    Object.assign(this, { problem: undefined, ...changes });
    this.form.edited();
  }

  async send(): Promise<boolean> {
    if (!this.name.trim() || !absoluteName(this.typed)) {
      this.edit({ problem: 'name' });
      return false;
    }
    return await this.form.send({ name: this.name.trim(), ...(this.zoneFile.trim() && { zoneFile: this.zoneFile }) });
  }
}

/** What is wrong with the name, from the element or the server. */
function nameError({ form, name, typed, problem }: ZoneCreation, i18n: SharedLocalize): string | undefined {
  const t = i18n.in(dnsEditor);
  if (problem === 'name') return problemText({ code: (name.trim() && nameProblem(typed)) || 'name-required' }, i18n);
  if (form.error?.is('zone-exists')) return t('zoneExists');
  const fault = form.error?.problem.errors?.find(({ pointer }) => pointer === '/name');
  return fault && serverText(fault, i18n);
}

/** The dialog that adds a zone. */
export function zoneCreationView(task: ZoneCreation, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(dnsEditor);
  const { form } = task;
  const ascii = absoluteName(task.typed);
  const error = nameError(task, i18n);
  const lines = (form.error?.problem.errors ?? []).flatMap(({ pointer, detail }) => (pointer === '/zoneFile' ? detail : []));
  const submit = async (event: Event) => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    if (await task.send()) return;
    await new Promise(requestAnimationFrame);
    focusFirstInvalid(element);
  };
  return html`<form class="stack" novalidate @submit=${submit}>
    ${textField({
      name: 'zone-name',
      label: t('zoneName'),
      value: task.name,
      hint:
        ascii && /[^\0-\x7f]/.test(task.name)
          ? html`<span role="status">${t('zoneNameAscii', ascii.replace(/\.$/, ''))}</span>`
          : t('zoneNameHint'),
      autocomplete: 'off',
      inputMode: 'url',
      spellcheck: false,
      required: true,
      edit: (name) => task.edit({ name }),
      ...(error && { error }),
    })}
    ${zoneFileField(
      {
        label: t('zoneFileOptional'),
        value: task.zoneFile,
        error: task.problem === 'file' ? t('fileUnreadable') : lines.join(' '),
        edit: (zoneFile) => task.edit({ zoneFile }),
        fail: () => task.edit({ problem: 'file' }),
      },
      i18n,
    )}
    ${form.error?.is('zone-exists') ? '' : formStatus(form, i18n, ['/name', '/zoneFile'])}
    <footer>${submitButton(form, i18n, t('create'))}</footer>
  </form>`;
}
