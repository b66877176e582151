import { html, nothing } from 'lit';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { commonTypes, parseSeconds } from '../index.js';
import { dnsEditor } from '../texts/dns-editor.js';
import { selectField, textField } from '../../ui/form-view.js';
import type { RecordForm } from './record-form.js';
import { humanTtl } from '../ttl.js';

const presets = [60, 300, 900, 3600, 14_400, 43_200, 86_400, 604_800];
const typed = new WeakMap<RecordForm, Set<'type' | 'ttl'>>();

/** Fields of the form in which the user types what is not among the choices. */
function typedFields(form: RecordForm): Set<'type' | 'ttl'> {
  let fields = typed.get(form);
  if (!fields) typed.set(form, (fields = new Set()));
  return fields;
}

/** The type of a new set: one of the usual ones, or any by its name. */
export function typeFields(form: RecordForm, i18n: SharedLocalize): unknown {
  const t = i18n.in(dnsEditor);
  const { type, before } = form.draft;
  const other = typedFields(form);
  const isCommon = (commonTypes as readonly string[]).includes(type);
  const choices = [...commonTypes.map((each) => [each, each] as const), ['', t('otherType')] as const];
  const choose = (chosen: string) => {
    if (chosen) other.delete('type');
    else other.add('type');
    form.changeType(chosen);
  };
  const error = form.messages.get('type');
  if (before) return html`<div class="field"><span>${t('type')}</span><strong>${type}</strong></div>`;
  const free = other.has('type') || !isCommon;
  return [
    selectField({ name: 'type', label: t('type'), value: free ? '' : type, choices, error: free ? undefined : error, edit: choose }),
    free
      ? textField({
          name: 'other-type',
          label: t('otherTypeName'),
          value: type,
          hint: t('otherTypeHint'),
          error,
          spellcheck: false,
          edit: (text) => form.changeType(text.trim().toUpperCase()),
        })
      : nothing,
  ];
}

/** The TTL: one of the usual ones, or any within the company's limits. */
export function ttlFields(form: RecordForm, i18n: SharedLocalize): unknown {
  const t = i18n.in(dnsEditor);
  const { minTtl = 0, maxTtl = 2 ** 31 - 1 } = form.zone;
  const { ttl } = form.draft;
  const other = typedFields(form);
  const known = presets.filter((each) => each >= minTtl && each <= maxTtl);
  const free = other.has('ttl') || !known.some((each) => String(each) === ttl);
  const choices = [...known.map((each) => [String(each), humanTtl(i18n.language, each)] as const), ['', t('otherTtl')] as const];
  const choose = (chosen: string) => {
    if (chosen) other.delete('ttl');
    else other.add('ttl');
    form.edit(chosen ? { ttl: chosen } : {});
  };
  const seconds = parseSeconds(ttl.trim());
  const limits = t('ttlHint', i18n.number(minTtl), i18n.number(maxTtl));
  return [
    selectField({ name: 'ttl', label: t('ttl'), value: free ? '' : ttl, choices, edit: choose }),
    free
      ? textField({
          name: 'other-ttl',
          label: t('ttlExact'),
          value: ttl,
          hint: seconds === undefined ? limits : `${humanTtl(i18n.language, seconds)}. ${limits}`,
          error: form.messages.get('ttl'),
          spellcheck: false,
          edit: (text) => form.edit({ ttl: text }),
        })
      : nothing,
  ];
}
