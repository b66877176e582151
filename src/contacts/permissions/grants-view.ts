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

/** The subject of a difference, and its value before and after, in words. */
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
        difference.after ? t('became', t('shown'), t('hidden')) : t('became', t('hidden'), t('shown')),
      ];
    case 'contracts':
      return [t('contracts'), t('became', contracts(difference.before), contracts(difference.after))];
    case 'value': {
      const { resource, action, before, after } = difference;
      return [i18n.in(permissions)(`resource-${resource}`), t('change', t(`action-${action}`), t(`value-${before}`), t(`value-${after}`))];
    }
  }
}

/** Lists the differences between two sets of grants, a line each. */
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

type Level = 'all' | 'only-view' | 'some' | 'without';

/** The level that holds for every page under a node; `undefined` where it differs. */
function levelOf(grants: Grants, node: Resource): Level | undefined {
  const pages = pagesOf(node);
  const viewed = pages.filter((page) => isAllowed(grants, page, 'view')).length;
  if (viewed === 0) return 'without';
  if (viewed < pages.length) return undefined;
  const done = pages.flatMap((page) => actions.filter((action) => isAllowed(grants, page, action))).length;
  if (done === pages.length) return 'only-view';
  if (done === pages.length * actions.length) return 'all';
  return pages.length === 1 ? 'some' : undefined;
}

interface Summary {
  can: readonly string[];
  cannot: readonly string[];
}

/** A line for a whole node where one says it all, else those of what is under it. A page that has no sentences of its own gets a general one. */
function summarize(grants: Grants, node: Resource, i18n: SharedLocalize): Summary {
  const say = i18n.in(permissionSummary);
  const level = levelOf(grants, node);
  const children = childrenOf(node);
  const line = (text: string): Summary => (level === 'without' ? { can: [], cannot: [text] } : { can: [text], cannot: [] });
  if (level && isSentence(`${level}-${node}`)) return line(say(`${level}-${node}` as Sentence));
  if (children.length === 0 && isSentence(`view-${node}`)) {
    const said = actions.filter((action) => isAllowed(grants, node, action)).map((action) => `${action}-${node}`);
    return { can: said.filter(isSentence).map((each) => say(each)), cannot: [] };
  }
  if (level) return line(i18n.in(permissionEditor)(`page-${level}`, i18n.in(permissions)(`resource-${node}`)));
  const parts = children.map((child) => summarize(grants, child, i18n));
  return { can: parts.flatMap(({ can }) => can), cannot: parts.flatMap(({ cannot }) => cannot) };
}

/** Describes in plain words all that a person with these grants will see and do; `hidden` are names of fields that are kept from them. */
export function summaryView(grants: Grants, i18n: SharedLocalize, hidden: readonly string[] = []): TemplateResult {
  const t = i18n.in(permissionEditor);
  const { can, cannot } = summarize(grants, root, i18n);
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
    ${list(t('can'), 'can', [...can, ...(can.length > 0 ? limits : [])])}
    ${list(t('cannot'), 'cannot', [...cannot, ...hidden.map((field) => t('fieldHidden', field))])}
  </div>`;
}
