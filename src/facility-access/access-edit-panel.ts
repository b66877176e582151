import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DraftForm } from '../core/draft-form.js';
import type { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import { checkField, formFooter, formStatus, selectField, staleNotice, textField, type Field } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { levelName, permissionName, type Access } from './access.js';
import { partChoices, placeChoice, placeOf, type AccessOptions, type PlaceChoice } from './place.js';
import type { PortalFacilityAccess } from './portal-facility-access.js';
import { facilityAccessDialogs as texts } from './texts/facility-access-dialogs.js';
import { facilityAccess } from './texts/facility-access.js';

type Change = components['schemas']['AccessGrantChange'];
type NewAccess = components['schemas']['NewAccessGrant'];
type PermissionName = `permission-${string}`;

/** A permission is a field of its own, so that two people can change different ones at the same time. */
type Draft = {
  personId: string;
  /** A facility and a part of it, which are changed together. */
  place: string;
  level: string;
  validFrom: string;
  validTo: string;
} & Record<PermissionName, boolean>;

const joined = ({ facilityId, part }: PlaceChoice): string => (facilityId ? `${facilityId} ${part}`.trim() : '');

function split(place: string): PlaceChoice {
  const [facilityId = '', part = ''] = place.split(' ');
  return { facilityId, part };
}

function draftOf(access: Access | undefined, options: AccessOptions | undefined): Draft {
  const permissions = [
    ...(options?.permissions ?? []).map(({ id }) => [`permission-${id}`, false] as const),
    ...(access?.permissions ?? []).map(({ id }) => [`permission-${id}`, true] as const),
  ];
  return {
    personId: access?.personId ?? '',
    place: access ? joined(placeChoice(access.place)) : '',
    level: access?.level ?? 'escorted',
    validFrom: access?.validFrom ?? '',
    validTo: access?.validTo ?? '',
    ...Object.fromEntries<boolean>(permissions),
  };
}

const isPermission = (name: string): name is PermissionName => name.startsWith('permission-');

const permissionsOf = (draft: Draft): string[] =>
  Object.keys(draft)
    .filter((name) => isPermission(name) && draft[name])
    .map((name) => name.slice('permission-'.length));

const newAccess = (draft: Draft): NewAccess => ({
  personId: draft.personId,
  ...placeOf(split(draft.place)),
  level: draft.level as NewAccess['level'],
  permissions: permissionsOf(draft),
  validFrom: draft.validFrom,
  validTo: draft.validTo || null,
});

const changeOf = ({ place, level, validFrom, validTo, ...others }: Partial<Draft>, draft: Draft): Change => ({
  ...(place !== undefined && placeOf(split(place))),
  ...(level !== undefined && { level: level as NewAccess['level'] }),
  ...(Object.keys(others).some(isPermission) && { permissions: permissionsOf(draft) }),
  ...(validFrom !== undefined && { validFrom }),
  ...(validTo !== undefined && { validTo: validTo || null }),
});

/** An access while it is granted or changed. */
export class AccessEditPanel extends Panel<PortalFacilityAccess, typeof texts.english> {
  readonly #form: DraftForm<Draft, Access, Access>;

  constructor(host: PortalFacilityAccess, options: LoadController<AccessOptions>, onDone: (access: Access) => void) {
    super(host, texts);
    const { t } = this.i18n;
    this.#form = new DraftForm<Draft, Access, Access>(host, this.i18n, {
      changes: ['/access-grants'],
      prefix: 'access',
      from: (base) => draftOf(base, options.value),
      required: ['personId', 'place', 'validFrom'],
      validate: ({ validFrom, validTo }) => ({ validTo: validTo && validFrom && validTo < validFrom && t('fault-before-start') }),
      pointers: { place: '/facilityId' },
      say: ({ code }) => (code === 'before-start' || code === 'over' ? t(`fault-${code}`) : undefined),
      send: (api, { draft, changed, base, idempotencyKey }) =>
        base === undefined
          ? api.POST('/access-grants', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body: newAccess(draft) })
          : api.PATCH('/access-grants/{grantId}', {
              params: { path: { grantId: base.id }, header: { 'If-Match': base.etag } },
              body: changeOf(changed, draft),
            }),
      reread: (api, { id }) => api.GET('/access-grants/{grantId}', { params: { path: { grantId: id } } }),
      onDone,
    });
  }

  /** Goes on with what was typed for the same access, or begins with another one, or a new one. */
  begin(access?: Access): void {
    if (access) this.#form.resume(access);
    else if (this.#form.base) this.#form.begin();
  }

  render(options: AccessOptions, cancel: () => void): TemplateResult {
    const { i18n } = this;
    const { t } = i18n;
    const form = this.#form;
    if (options.facilities.length === 0) return html`<p>${t('nothingThere')}</p>`;
    return html`<form class="stack" novalidate @submit=${form.submit}>
      <p class="muted">${t(form.base ? 'widerText' : 'grantText')}</p>
      ${staleNotice(form, i18n)} ${form.base ? nothing : this.#person(options)} ${this.#place(options)} ${this.#permissions(options)}
      <div class="row">
        ${textField({ ...form.field('validFrom'), label: t('validFrom'), type: 'date' })}
        ${textField({ ...form.field('validTo'), label: t('validTo'), type: 'date', hint: t('validToHint') })}
      </div>
      ${refusal(form, ['already-granted', 'not-changeable'], (kind) => t(`problem-${kind}`)) ?? formStatus(form, i18n)}
      ${formFooter(form, i18n, { ...(!form.base && { submit: t('grant') }), cancel })}
    </form>`;
  }

  #person({ people }: AccessOptions): TemplateResult {
    const { t } = this.i18n;
    const name = ({ name: full, title, hasLogin }: AccessOptions['people'][number]) => {
      const known = title ? t('personWithTitle', full, title) : full;
      return hasLogin ? known : t('personWithoutLogin', known);
    };
    return selectField({
      ...this.#form.field('personId'),
      label: this.i18n.in(facilityAccess)('person'),
      choices: [['', t('choose')], ...people.map((each) => [each.id, name(each)] as const)],
    });
  }

  #place(options: AccessOptions): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(facilityAccess);
    const { place, facility, part } = this.#placeFields(options);
    return html`<div class="row">
      ${selectField({
        ...facility,
        label: t('facility'),
        choices: [['', i18n.t('choose')], ...options.facilities.map(({ id, label }) => [id, label] as const)],
      })}
      ${selectField({ ...part, label: t('place'), choices: partChoices(options, place.facilityId, i18n) })}
      ${selectField({ ...this.#form.field('level'), label: t('level'), choices: this.#levels() })}
    </div>`;
  }

  /** The two controls of the place, which is one field of the form. */
  #placeFields(options: AccessOptions) {
    const { clash, ...field } = this.#form.field('place');
    const place = split(field.value);
    const edit = (change: Partial<PlaceChoice>) => field.edit(joined({ ...place, ...change }));
    const facility = {
      ...field,
      name: 'access-facilityId',
      value: place.facilityId,
      edit: (facilityId: string) => edit({ facilityId, part: '' }),
      ...(clash && { clash: { ...clash, theirs: this.#placeName(split(String(clash.theirs)), options) } }),
    } satisfies Partial<Field>;
    const part = { name: 'access-part', value: place.part, edit: (value: string) => edit({ part: value }) } satisfies Partial<Field>;
    return { place, facility, part };
  }

  #placeName({ facilityId, part }: PlaceChoice, options: AccessOptions): string {
    const facility = options.facilities.find(({ id }) => id === facilityId);
    const name = partChoices(options, facilityId, this.i18n).find(([value]) => value === part)?.[1];
    return [facility?.label ?? facilityId, name].filter(Boolean).join(', ');
  }

  /** Both levels that can be granted, and the one it has if that is another. */
  #levels(): (readonly [string, string])[] {
    const t = this.i18n.in(facilityAccess);
    const { base } = this.#form;
    const known = [
      ['escorted', t('level-escorted')],
      ['unescorted', t('level-unescorted')],
    ] as const;
    return base && !known.some(([level]) => level === base.level) ? [...known, [base.level, levelName(base, this.i18n)]] : [...known];
  }

  #permissions(options: AccessOptions): TemplateResult {
    return html`<fieldset>
      <legend>${this.i18n.in(facilityAccess)('permissions')}</legend>
      ${options.permissions.map((each) =>
        checkField({ ...this.#form.check(`permission-${each.id}`), label: permissionName(each, this.i18n) }),
      )}
    </fieldset>`;
  }
}
