import { html, type TemplateResult } from 'lit';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { permissionEditor } from '../texts/permission-editor.js';
import { permissions } from '../../i18n/texts/permissions.js';
import type { Difference } from './grants.js';

/** Names for what grants refer to by id. */
export interface Labels {
  role(id: string): string;
  field(id: string): string;
  /** `undefined`: the name is not known. */
  contract(id: string): string | undefined;
}

/** What a difference is about, and how it was and is. */
function words(difference: Difference, labels: Labels, i18n: SharedLocalize): [subject: string, text: string] {
  const t = i18n.in(permissionEditor);
  const contracts = (ids: readonly string[] | null) => {
    if (!ids) return t('allContracts');
    const names = ids.map((id) => labels.contract(id));
    return names.length > 0 && names.every(Boolean) ? names.join(', ') : t('limited', ids.length);
  };
  switch (difference.of) {
    case 'role':
      return [t('role'), t('became', labels.role(difference.before), labels.role(difference.after))];
    case 'field':
      return [
        labels.field(difference.field),
        difference.hidden ? t('became', t('shown'), t('hidden')) : t('became', t('hidden'), t('shown')),
      ];
    case 'contracts':
      return [t('contracts'), t('became', contracts(difference.before), contracts(difference.after))];
    case 'value': {
      const { resource, action, before, after } = difference;
      return [i18n.in(permissions)(`resource-${resource}`), t('change', t(`action-${action}`), t(`value-${before}`), t(`value-${after}`))];
    }
  }
}

/** What differs between two sets of grants, a line each. */
export function differenceView(differences: readonly Difference[], labels: Labels, i18n: SharedLocalize): TemplateResult {
  return html`<ul class="differences">
    ${differences.map((each) => {
      const [subject, text] = words(each, labels, i18n);
      return html`<li><bdi>${subject}</bdi> <span class="muted">${text}</span></li>`;
    })}
  </ul>`;
}
