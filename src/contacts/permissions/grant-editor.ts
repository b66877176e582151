import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { components } from '../../api/schema.js';
import type { Action, Resource } from '../../context/permissions.js';
import { LoadController } from '../../core/load-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import { permissionEditor } from '../texts/permission-editor.js';
import { permissions } from '../../i18n/texts/permissions.js';
import { checkField } from '../../ui/form-view.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { roleName } from '../contact.js';
import { fieldLabel, hiddenFields, labelsOf, type Roles } from '../roles.js';
import type { Labels } from './difference-view.js';
import { GrantDraft } from './grant-draft.js';
import { GrantTree } from './grant-tree.js';
import { cellText, grantTreeView, lockText } from './grant-tree-view.js';
import { isAllowed, Limits, type Grants } from './grants.js';
import { summaryView } from './summary.js';

type ContractPage = components['schemas']['ContractPage'];

/** The two pages that most people are kept from, a click each. */
const quick = [
  ['billing.invoices', 'denyInvoices'],
  ['contracts.call-list', 'denyCalls'],
] as const;

/** Edits grants: two switches, roles, the tree, hidden fields and the choice of contracts. Saves nothing. */
export class GrantEditor {
  readonly draft: GrantDraft;
  readonly #tree: GrantTree;
  readonly #contracts: LoadController<ContractPage>;
  #limits?: Limits;
  #own = false;
  #begun = false;
  #announcement = '';

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: SharedLocalize,
    private readonly roles: LoadController<Roles>,
    /** Something has been chosen. */
    onEdit: () => void = () => undefined,
  ) {
    this.draft = new GrantDraft(
      () => (this.#limits ??= this.#findLimits()),
      () => (onEdit(), host.requestUpdate()),
    );
    this.#contracts = new LoadController(host, {
      path: '/contracts',
      args: () => (this.#begun && this.draft.grants.contractIds && host.can('view', 'contracts.list') ? [] : undefined),
      fetch: (api, init) => api.GET('/contracts', { params: { query: { limit: 200 } }, ...init }),
    });
    this.#tree = new GrantTree(host, (resource) => this.#name(resource), this.#act);
  }

  /** Starts from what has been granted, or from choices made on `origin`; `own`: they are the editing person's. */
  begin(grants: Grants, own: boolean, origin = grants): void {
    this.#begun = true;
    this.#own = own;
    this.#announcement = '';
    this.draft.begin(grants, origin);
    this.#tree.begin(grants);
    this.host.requestUpdate();
  }

  /** Names of roles, fields and contracts, as far as they are known. */
  get labels(): Labels {
    const contract = (id: string) => this.#contracts.value?.items.find((each) => each.id === id)?.name;
    return { ...labelsOf(this.roles.value, this.i18n), contract };
  }

  /** What most people are kept from, a click each. */
  switches(): TemplateResult {
    this.#prepare();
    return html`<div class="switches" part="permission-switches">${quick.map(([resource, label]) => this.#switch(resource, label))}</div>`;
  }

  /** Roles to begin with, and in plain words what has been chosen. */
  overview(): TemplateResult {
    this.#prepare();
    return html`${this.#rolesView()}
    ${summaryView(this.draft.grants, this.i18n, hiddenFields(this.draft.grants, this.roles.value, this.i18n))}`;
  }

  /** Everything in detail: the tree, hidden fields, contracts. */
  details(): TemplateResult {
    this.#prepare();
    return html`${grantTreeView(this.draft, this.#tree, this.i18n, this.#announcement)} ${this.#fields()} ${this.#scope()}`;
  }

  #rolesView(): TemplateResult {
    const t = this.i18n.in(permissionEditor);
    const { draft } = this;
    const roles = draft.roles.map((role) => ({ ...role, locked: draft.presetObstacle(role) !== undefined }));
    const custom = { id: 'custom', label: '', description: '', locked: false };
    const choose = (id: string) => () => void (id === 'custom' ? draft.chooseCustom() : draft.choosePreset(id));
    return html`<fieldset class="roles" part="permission-roles">
      <legend>${t('role')}</legend>
      ${[...roles, custom].map(
        ({ id, label, description = '', locked }) =>
          html`<label class="role">
            <input
              type="radio"
              name="role"
              value=${id}
              ?disabled=${locked}
              .checked=${live(draft.grants.role === id)}
              @change=${choose(id)}
            />
            <span>
              <strong>${roleName(id, label, this.i18n)}</strong>
              <small class="muted">${this.#roleText(id, description)}</small>
            </span>
          </label>`,
      )}
      ${roles.some(({ locked }) => locked) ? html`<small class="muted whole">${t('rolesBeyond')}</small>` : nothing}
    </fieldset>`;
  }

  /** What of the person's rights bounds this is found out once an update. */
  #prepare(): void {
    this.#limits = this.#findLimits();
    this.draft.roles = this.roles.value?.items ?? [];
  }

  #findLimits(): Limits {
    const hidden = this.roles.value?.fields.filter(({ id }) => this.host.hides(id));
    return new Limits({ holds: (action, resource) => this.host.can(action, resource), own: this.#own, ...(hidden && { hidden }) });
  }

  #roleText(id: string, description: string): string {
    const t = this.i18n.in(permissionEditor);
    const name = `roleText-${id}`;
    return Object.hasOwn(permissionEditor.english, name) ? t(name as 'roleText-custom') : description;
  }

  #switch(resource: Resource, label: 'denyInvoices' | 'denyCalls'): TemplateResult {
    const { on, ...cell } = this.draft.denial(resource);
    const why = cell.locked ? lockText(cell, this.i18n) : undefined;
    return html`<button
      type="button"
      role="switch"
      class="switch"
      aria-checked=${on}
      aria-disabled=${cell.locked ? 'true' : 'false'}
      @click=${() => this.draft.deny(resource, !on)}
    >
      <span class="track" aria-hidden="true"></span>
      <span>${this.i18n.in(permissionEditor)(label)} ${why ? html`<small class="muted">${why}</small>` : nothing}</span>
    </button>`;
  }

  /** Fields that can be kept from a person who may see what they belong to. */
  #fields(): TemplateResult | typeof nothing {
    const { draft } = this;
    const t = this.i18n.in(permissionEditor);
    const fields = (this.roles.value?.fields ?? []).filter(
      ({ id, resource }) => draft.grants.hiddenFields.includes(id) || isAllowed(draft.grants, resource as Resource, 'view'),
    );
    if (fields.length === 0) return nothing;
    return html`<fieldset class="fields">
      <legend>${t('fields')}</legend>
      ${fields.map(({ id, ...field }) =>
        checkField({
          name: `hide-${id}`,
          label: t('hideField', fieldLabel({ id, ...field }, this.i18n)),
          checked: draft.grants.hiddenFields.includes(id),
          edit: (hidden) => draft.hide(id, hidden),
          disabled: this.#limits?.keeps(id) ?? false,
        }),
      )}
    </fieldset>`;
  }

  /** All contracts, or only some. */
  #scope(): TemplateResult {
    const t = this.i18n.in(permissionEditor);
    const { draft } = this;
    const chosen = draft.grants.contractIds;
    const listed = this.#contracts.value?.items ?? [];
    const others = chosen?.filter((id) => !listed.some((each) => each.id === id)).length ?? 0;
    const exceeds = this.#limits?.exceeds(draft.grants) ?? false;
    const mayList = this.host.can('view', 'contracts.list');
    const scope = (limited: boolean, label: string) =>
      html`<label class="check-field">
        <input
          type="radio"
          name="contract-scope"
          .checked=${live(limited === (chosen !== null))}
          ?disabled=${exceeds || (limited && !mayList && !chosen)}
          @change=${() => draft.limitTo(limited ? [] : null)}
        />
        <span>${label}</span>
      </label>`;
    const choose = (id: string) => (wanted: boolean) => {
      const rest = (draft.grants.contractIds ?? []).filter((each) => each !== id);
      draft.limitTo(wanted ? [...rest, id] : rest);
    };
    return html`<fieldset class="contracts">
      <legend>${t('contracts')}</legend>
      ${scope(false, t('allContracts'))} ${scope(true, t('onlyContracts'))}
      ${exceeds ? html`<small class="muted">${t('exceeds')}</small>` : mayList ? nothing : html`<small class="muted">${t('mayNotList')}</small>`}
      ${
        chosen && listed.length > 0
          ? html`<div class="choices">
              ${listed.map(({ id, number, name }) =>
                checkField({
                  name: `contract-${id}`,
                  label: html`<bdi>${name}</bdi> <small class="muted"><bdi>${number}</bdi></small>`,
                  checked: chosen.includes(id),
                  edit: choose(id),
                  disabled: exceeds,
                }),
              )}
            </div>`
          : nothing
      }
      ${chosen && others > 0 && !this.#contracts.busy ? html`<small class="muted">${t('otherContracts', others)}</small>` : nothing}
      ${chosen?.length === 0 ? html`<p class="notice warning" role="status">${t('noContractChosen')}</p>` : nothing}
    </fieldset>`;
  }

  #name(resource: Resource): string {
    return this.i18n.in(permissions)(`resource-${resource}`);
  }

  /** Said politely, as what is focused is changed by a key. */
  #act = (resource: Resource, action: Action): void => {
    this.draft.cycle(resource, action);
    this.#announcement = cellText(resource, action, this.draft.cell(resource, action), this.i18n);
  };
}
