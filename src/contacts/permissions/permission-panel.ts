import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { components } from '../../api/schema.js';
import type { Action, Resource } from '../../context/permissions.js';
import { FormController } from '../../core/forms/form-controller.js';
import { LoadController } from '../../core/loading/load-controller.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { Panel } from '../../core/panel.js';
import type { PortalElement } from '../../core/portal-element.js';
import { permissionEditor } from '../texts/permission-editor.js';
import { forms } from '../../i18n/texts/forms.js';
import { permissions } from '../../i18n/texts/permissions.js';
import { tools } from '../../i18n/texts/tools.js';
import { detailView } from '../../ui/detail-view.js';
import { checkField, formStatus, submitButton } from '../../ui/form-view.js';
import { refusal } from '../../ui/refusal.js';
import { roleName, type Contact } from '../contact.js';
import type { ContactRecord } from '../contact-record.js';
import { fieldLabel, hiddenFields, labelsOf, type Roles } from '../roles.js';
import { cellText, GrantTree, grantTreeView, lockText } from './grant-tree.js';
import {
  differences,
  GrantDraft,
  isAllowed,
  isAmong,
  Limits,
  mergeGrants,
  withDifference,
  type Difference,
  type Grants,
} from './grants.js';
import { differenceView, summaryView, type Labels } from './grants-view.js';

type ContractPage = components['schemas']['ContractPage'];

/** The two pages that most people are kept from, a click each. */
const quick = [
  ['billing.invoices', 'denyInvoices'],
  ['contracts.call-list', 'denyCalls'],
] as const;

const refusals = ['not-yours-to-grant', 'last-owner', 'yourself'] as const;

/** Edits grants: two switches, roles, the tree, hidden fields and the choice of contracts. Saves nothing. */
export class GrantPanel extends Panel<PortalElement, typeof permissionEditor.english> {
  readonly draft: GrantDraft;
  readonly #tree: GrantTree;
  readonly #contracts: LoadController<ContractPage>;
  #limits?: Limits;
  #own = false;
  #begun = false;
  #announcement = '';

  /** @param onEdit Called with every choice. */
  constructor(
    host: PortalElement,
    private readonly roles: LoadController<Roles>,
    onEdit: () => void,
  ) {
    super(host, permissionEditor);
    this.draft = new GrantDraft(
      () => (this.#limits ??= this.#findLimits()),
      () => (onEdit(), this.update()),
    );
    this.#contracts = new LoadController(host, {
      path: '/contracts',
      args: () => (this.#begun && this.draft.grants.contractIds && host.can('view', 'contracts.list') ? [] : undefined),
      fetch: (api, init) => api.GET('/contracts', { params: { query: { limit: 200 } }, ...init }),
    });
    this.#tree = new GrantTree(host, (resource) => this.i18n.in(permissions)(`resource-${resource}`), this.#act);
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

  /** Switches for all that most people are kept from, a click each. */
  switches(): TemplateResult {
    this.#prepare();
    const { draft, i18n } = this;
    return html`<div class="switches" part="permission-switches">
      ${quick.map(([resource, label]) => denialSwitch(draft, i18n, resource, label))}
    </div>`;
  }

  /** Roles to begin with, and in plain words what has been chosen. */
  overview(): TemplateResult {
    this.#prepare();
    const { draft, i18n } = this;
    return html`${rolesView(draft, i18n)} ${summaryView(draft.grants, i18n, hiddenFields(draft.grants, this.roles.value, i18n))}`;
  }

  /** Everything in detail: the tree, hidden fields, contracts. */
  details(): TemplateResult {
    this.#prepare();
    const { draft, i18n } = this;
    return html`${grantTreeView(draft, this.#tree, i18n, this.#announcement)} ${fieldsView(draft, i18n, this.roles.value?.fields ?? [])}
    ${contractsView(draft, i18n, this.#contracts, this.host.can('view', 'contracts.list'))}`;
  }

  /** Finds once an update what the editing person may bring about. */
  #prepare(): void {
    this.#limits = this.#findLimits();
    this.draft.roles = this.roles.value?.items ?? [];
  }

  #findLimits(): Limits {
    const hidden = this.roles.value?.fields.filter(({ id }) => this.host.hides(id));
    return new Limits({ may: (action, resource) => this.host.can(action, resource), own: this.#own, ...(hidden && { hidden }) });
  }

  /** Said politely, as what is focused is changed by a key. */
  #act = (resource: Resource, action: Action): void => {
    this.draft.cycle(resource, action);
    this.#announcement = cellText(resource, action, this.draft.cell(resource, action), this.i18n);
  };
}

/** The permissions of one person: chosen, looked at, saved on the very version they were chosen on. */
export class PermissionPanel extends Panel<PortalElement, typeof permissionEditor.english> {
  readonly #grantPanel: GrantPanel;
  readonly #form: FormController<Grants, Contact>;
  /** The person whose permissions are chosen; nobody while the dialog is closed. */
  #contactId?: string | undefined;
  /** The person as read when the choices began. */
  #base?: Contact | undefined;
  /** The person as the page itself read them last. */
  #lastLoaded?: Contact | undefined;
  /** Changes made by others since. */
  #meanwhile: readonly Difference[] = [];
  /** Changes of others where something else was chosen here: the person decides which holds. */
  #clashes: readonly Difference[] = [];
  /** Choices left in a dialog that was closed without a word. */
  #savedDraft?: { id: string; base: Contact; grants: Grants } | undefined;

  constructor(
    host: PortalElement,
    private readonly record: ContactRecord,
    roles: LoadController<Roles>,
    private readonly onDone: (contact: Contact) => void,
  ) {
    // Registered before the panel of grants, which asks for contracts once choices have begun.
    super(host, permissionEditor);
    this.#grantPanel = new GrantPanel(host, roles, () => this.#form.edited());
    this.#form = new FormController(host, {
      changes: ['/contacts', '/session'],
      send: (api, body) => {
        const params = { path: { contactId: this.record.id }, header: { 'If-Match': this.#base!.etag } };
        return api.PUT('/contacts/{contactId}/permissions', { params, body });
      },
      onDone: (contact) => this.#done(contact),
    });
  }

  /** Begins with the person whose record is shown, with what was left over from the last time. */
  open(): void {
    const { id } = this.record;
    if (this.#contactId === id) return;
    this.#contactId = id;
    this.#base = this.#lastLoaded = undefined;
    this.#meanwhile = this.#clashes = [];
    this.#form.edited();
    if (this.#savedDraft?.id !== id) return;
    this.#base = this.#savedDraft.base;
    this.#grantPanel.begin(this.#savedDraft.grants, this.#base.yourself, this.#base.grants);
  }

  /** The dialog is gone; what has been chosen is there when it is opened again. */
  leave(): void {
    if (!this.#contactId) return;
    if (this.#base && this.#changes.length > 0) this.#savedDraft = { id: this.#contactId, base: this.#base, grants: this.#grants };
    this.#contactId = undefined;
  }

  hostUpdate(): void {
    const contact = this.record.load.value;
    if (!this.#contactId || contact?.id !== this.#contactId || contact === this.#lastLoaded || this.#form.busy) return;
    this.#lastLoaded = contact;
    this.#accept(contact);
  }

  render(cancel: () => void): TemplateResult {
    return detailView(this.record.load, this.i18n, () => (this.#base ? this.#body(cancel) : html``), 10);
  }

  #body(cancel: () => void): TemplateResult {
    return html`<div class="permission-editor">
        ${this.#conflict()} ${this.#grantPanel.switches()} ${this.#grantPanel.overview()} ${this.#grantPanel.details()}
      </div>
      ${this.#bar(cancel)}`;
  }

  #conflict(): TemplateResult | typeof nothing {
    if (this.#meanwhile.length === 0) return nothing;
    const settled = this.#meanwhile.filter((each) => !isAmong(this.#clashes, each));
    const choices = this.#clashes.map((each) => this.#clash(each));
    return conflictView(differenceView(settled, this.#grantPanel.labels, this.i18n), choices, this.i18n, this.#drop);
  }

  /** A change of others where something else was chosen here: theirs, or what was chosen. */
  #clash(theirs: Difference): TemplateResult {
    const t = this.i18n.in(forms);
    const settle = (grants: Grants) => () => {
      if (this.#form.busy) return;
      this.#clashes = this.#clashes.filter((each) => each !== theirs);
      this.#grantPanel.draft.begin(grants, this.#base!.grants);
      this.#form.edited();
    };
    return html`<div class="actions" part="clash" role="group">
      ${differenceView([theirs], this.#grantPanel.labels, this.i18n)}
      <button type="button" @click=${settle(withDifference(this.#grants, theirs))}>${t('takeTheirs')}</button>
      <button type="button" @click=${settle(this.#grants)}>${t('keepMine')}</button>
    </div>`;
  }

  /** Shows the changes that saving would make, and the button. */
  #bar(cancel: () => void): TemplateResult {
    const t = this.i18n.in(permissionEditor);
    const changes = this.#changes;
    const form = this.#form;
    const stop = () => {
      this.#end();
      cancel();
    };
    const submit = (event: Event) => {
      event.preventDefault();
      if (this.#clashes.length > 0) this.host.renderRoot.querySelector<HTMLElement>('[part~="clash"] button')?.focus();
      else if (changes.length > 0) void this.#save();
      else stop();
    };
    return html`<form class="save-bar" @submit=${submit}>
      ${refusal(form, refusals, (kind) => t(`problem-${kind}`)) ?? (form.error?.status === 412 ? nothing : formStatus(form, this.i18n))}
      ${
        changes.length === 0
          ? html`<p class="muted">${t('noChanges')}</p>`
          : html`<details class="what">
              <summary>${t('changes', changes.length)}</summary>
              ${differenceView(changes, this.#grantPanel.labels, this.i18n)}
            </details>`
      }
      <div class="actions">
        <button type="button" @click=${stop}>${this.i18n.in(tools)('cancel')}</button>
        ${submitButton(form, this.i18n, t('save'))}
      </div>
    </form>`;
  }

  get #grants(): Grants {
    return this.#grantPanel.draft.grants;
  }

  get #changes(): Difference[] {
    return differences(this.#base!.grants, this.#grants);
  }

  async #save(): Promise<void> {
    if (await this.#form.send(this.#grants)) return;
    if (this.#form.error?.status !== 412) return;
    const contact = await this.record.read();
    if (!contact || this.#contactId !== contact.id) return;
    this.#accept(contact);
    this.#form.edited();
    // An answer that got lost may have been carried out; and who has only changed the person's details is no conflict.
    if (this.#changes.length === 0) this.#done(contact);
    else if (this.#meanwhile.length === 0) await this.#form.send(this.#grants);
  }

  /** Takes a newer version; choices are carried over to it. */
  #accept(contact: Contact): void {
    const base = this.#base;
    this.#base = contact;
    if (!base) return this.#grantPanel.begin(contact.grants, contact.yourself);
    const theirs = differences(base.grants, contact.grants);
    if (theirs.length === 0) return;
    this.#meanwhile = differences(base.grants, this.#grants).length > 0 ? theirs : [];
    const { grants, clashes } = mergeGrants(base.grants, this.#grants, contact.grants);
    this.#clashes = [...this.#clashes.filter((each) => !isAmong(theirs, each)), ...clashes];
    this.#grantPanel.draft.begin(grants, contact.grants);
    this.host.requestUpdate();
  }

  #drop = (): void => {
    this.#meanwhile = this.#clashes = [];
    this.#grantPanel.begin(this.#base!.grants, this.#base!.yourself);
    this.#form.edited();
  };

  #done(contact: Contact): void {
    this.#end();
    this.onDone(contact);
  }

  #end(): void {
    this.#contactId = this.#base = this.#savedDraft = undefined;
    this.#meanwhile = this.#clashes = [];
  }
}

/**
 * Shows what others have changed meanwhile; the choices made here are kept.
 * @param choices Changes of both in the same place, to choose from.
 * @param drop Takes all that the others have chosen.
 */
function conflictView(settled: TemplateResult, choices: TemplateResult[], i18n: SharedLocalize, drop: () => void): TemplateResult {
  const t = i18n.in(permissionEditor);
  return html`<div class="notice warning" part="conflict" role="alert">
    <div>
      <p>${t('conflict')}</p>
      <h3>${t('changedMeanwhile')}</h3>
      ${settled} ${choices}
    </div>
    <button type="button" @click=${drop}>${t('useTheirs')}</button>
  </div>`;
}

function denialSwitch(draft: GrantDraft, i18n: SharedLocalize, resource: Resource, label: 'denyInvoices' | 'denyCalls'): TemplateResult {
  const { on, ...cell } = draft.denial(resource);
  const why = cell.locked ? lockText(cell, i18n) : undefined;
  return html`<button
    type="button"
    role="switch"
    class="switch"
    aria-checked=${on}
    aria-disabled=${cell.locked ? 'true' : 'false'}
    @click=${() => draft.deny(resource, !on)}
  >
    <span class="track" aria-hidden="true"></span>
    <span>${i18n.in(permissionEditor)(label)} ${why ? html`<small class="muted">${why}</small>` : nothing}</span>
  </button>`;
}

function rolesView(draft: GrantDraft, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(permissionEditor);
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
            <strong>${roleName(id, label, i18n)}</strong>
            <small class="muted">${roleText(id, description, i18n)}</small>
          </span>
        </label>`,
    )}
    ${roles.some(({ locked }) => locked) ? html`<small class="muted whole">${t('rolesBeyond')}</small>` : nothing}
  </fieldset>`;
}

function roleText(id: string, description: string, i18n: SharedLocalize): string {
  const name = `roleText-${id}`;
  return Object.hasOwn(permissionEditor.english, name) ? i18n.in(permissionEditor)(name as 'roleText-custom') : description;
}

/** Fields that can be kept from a person who may see what they belong to. */
function fieldsView(draft: GrantDraft, i18n: SharedLocalize, all: Roles['fields']): TemplateResult | typeof nothing {
  const t = i18n.in(permissionEditor);
  const fields = all.filter(
    ({ id, resource }) => draft.grants.hiddenFields.includes(id) || isAllowed(draft.grants, resource as Resource, 'view'),
  );
  if (fields.length === 0) return nothing;
  return html`<fieldset class="fields">
    <legend>${t('fields')}</legend>
    ${fields.map(({ id, ...field }) =>
      checkField({
        name: `hide-${id}`,
        label: t('hideField', fieldLabel({ id, ...field }, i18n)),
        checked: draft.grants.hiddenFields.includes(id),
        edit: (hidden) => draft.hide(id, hidden),
        disabled: draft.keeps(id),
      }),
    )}
  </fieldset>`;
}

/** All contracts, or only some. */
function contractsView(draft: GrantDraft, i18n: SharedLocalize, contracts: LoadController<ContractPage>, mayList: boolean): TemplateResult {
  const t = i18n.in(permissionEditor);
  const chosen = draft.grants.contractIds;
  const listed = contracts.value?.items ?? [];
  const others = chosen?.filter((id) => !listed.some((each) => each.id === id)).length ?? 0;
  const scope = (limited: boolean, label: string) =>
    html`<label class="check-field">
      <input
        type="radio"
        name="contract-scope"
        .checked=${live(limited === (chosen !== null))}
        ?disabled=${draft.exceeds || (limited && !mayList && !chosen)}
        @change=${() => draft.limitTo(limited ? [] : null)}
      />
      <span>${label}</span>
    </label>`;
  const hint = draft.exceeds ? t('exceeds') : mayList ? undefined : t('mayNotList');
  return html`<fieldset class="contracts">
    <legend>${t('contracts')}</legend>
    ${scope(false, t('allContracts'))} ${scope(true, t('onlyContracts'))} ${hint ? html`<small class="muted">${hint}</small>` : nothing}
    ${chosen && listed.length > 0 ? contractChoices(draft, listed, chosen) : nothing}
    ${chosen && others > 0 && !contracts.busy ? html`<small class="muted">${t('otherContracts', others)}</small>` : nothing}
    ${chosen?.length === 0 ? html`<p class="notice warning" role="status">${t('noContractChosen')}</p>` : nothing}
  </fieldset>`;
}

function contractChoices(draft: GrantDraft, listed: ContractPage['items'], chosen: readonly string[]): TemplateResult {
  const choose = (id: string) => (wanted: boolean) => {
    const rest = (draft.grants.contractIds ?? []).filter((each) => each !== id);
    draft.limitTo(wanted ? [...rest, id] : rest);
  };
  return html`<div class="choices">
    ${listed.map(({ id, number, name }) =>
      checkField({
        name: `contract-${id}`,
        label: html`<bdi>${name}</bdi> <small class="muted"><bdi>${number}</bdi></small>`,
        checked: chosen.includes(id),
        edit: choose(id),
        disabled: draft.exceeds,
      }),
    )}
  </div>`;
}
