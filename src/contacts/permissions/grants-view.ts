import { html, nothing, type TemplateResult } from 'lit';
import { actions, type Resource } from '../../context/permissions.js';
import { childrenOf, pagesOf, root } from '../../context/resource-tree.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { permissionEditor } from '../texts/permission-editor.js';
import { permissionSummary } from '../texts/permission-summary.js';
import { permissions } from '../../i18n/texts/permissions.js';
import { isAllowed, type Difference, type Grants } from './grants.js';

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

type Sentence = keyof typeof permissionSummary.english;

const isSentence = (name: string): name is Sentence => Object.hasOwn(permissionSummary.english, name);

/** What holds for every page under a node; `undefined` where it differs. */
function levelOf(grants: Grants, node: Resource): 'all' | 'only-view' | 'without' | undefined {
  const pages = pagesOf(node);
  const viewed = pages.filter((page) => isAllowed(grants, page, 'view')).length;
  if (viewed === 0) return 'without';
  if (viewed < pages.length) return undefined;
  const done = pages.flatMap((page) => actions.filter((action) => isAllowed(grants, page, action))).length;
  if (done === pages.length) return 'only-view';
  return done === pages.length * actions.length ? 'all' : undefined;
}

/** A sentence for a whole node where one says it all, else those of what is under it. */
function sentences(grants: Grants, node: Resource): { can: Sentence[]; cannot: Sentence[] } {
  const children = childrenOf(node);
  if (children.length === 0) {
    if (!isAllowed(grants, node, 'view')) return { can: [], cannot: [`without-${node}`].filter(isSentence) };
    const said = actions.filter((action) => isAllowed(grants, node, action)).map((action) => `${action}-${node}`);
    return { can: said.filter(isSentence), cannot: [] };
  }
  const level = levelOf(grants, node);
  const whole = `${level}-${node}`;
  if (isSentence(whole)) return level === 'without' ? { can: [], cannot: [whole] } : { can: [whole], cannot: [] };
  const parts = children.map((child) => sentences(grants, child));
  return { can: parts.flatMap(({ can }) => can), cannot: parts.flatMap(({ cannot }) => cannot) };
}

/** What a person with these grants will see and do, in plain words; `hidden` are names of fields that are kept from them. */
export function summaryView(grants: Grants, i18n: SharedLocalize, hidden: readonly string[] = []): TemplateResult {
  const t = i18n.in(permissionEditor);
  const say = i18n.in(permissionSummary);
  const { can, cannot } = sentences(grants, root);
  const limits = grants.contractIds ? [t('limited', grants.contractIds.length)] : [];
  const list = (title: string, kind: string, lines: readonly string[]) =>
    lines.length === 0
      ? nothing
      : html`<div>
          <h3>${title}</h3>
          <ul class="words ${kind}">
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>
        </div>`;
  return html`<div class="summary-words" part="permission-summary">
    ${list(t('can'), 'can', [...can.map((each) => say(each)), ...(can.length > 0 ? limits : [])])}
    ${list(t('cannot'), 'cannot', [...cannot.map((each) => say(each)), ...hidden.map((field) => t('fieldHidden', field))])}
  </div>`;
}
