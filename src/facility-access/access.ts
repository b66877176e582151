import type { TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { Page } from '../core/loading/list-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { formatDays } from '../i18n/days.js';
import { statusBadge, type Tone } from '../ui/badge.js';
import { facilityAccess as texts } from './texts/facility-access.js';

export type Access = components['schemas']['AccessGrant'];
export type AccessPage = Page<Access> & Pick<components['schemas']['AccessGrantPage'], 'summary'>;

const tones: Record<string, Tone> = {
  requested: 'info',
  'awaiting-orientation': 'info',
  active: 'success',
  suspended: 'danger',
  expired: 'warning',
};

/** The status of an access. */
export const accessStatus = (access: Access, i18n: SharedLocalize): TemplateResult => statusBadge(access, tones, i18n, texts);

/** Escorted or not; a level that is not known to this release in the company's own word. */
export const levelName = ({ level, levelLabel }: Pick<Access, 'level' | 'levelLabel'>, i18n: SharedLocalize): string =>
  i18n.label(`level-${level}`, levelLabel, texts);

/** The name of something that a person may do beside entering. */
export const permissionName = ({ id, label }: Access['permissions'][number], i18n: SharedLocalize): string =>
  i18n.label(`permission-${id}`, label, texts);

/** Everything that the person may do beside entering, in words. */
export function permissionNames({ permissions }: Access, i18n: SharedLocalize): string {
  const names = permissions.map((each) => permissionName(each, i18n));
  return new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names);
}

/** The status of a badge. */
export const badgeStatus = ({ status, statusLabel }: NonNullable<Access['badge']>, i18n: SharedLocalize): string =>
  i18n.label(`badge-${status}`, statusLabel, texts);

/** From when to when an access is valid. */
export const validity = ({ validFrom, validTo }: Access, i18n: SharedLocalize): string =>
  validTo ? (formatDays(i18n.language, validFrom, validTo) ?? i18n.day(validTo)) : i18n.in(texts)('from', i18n.day(validFrom));
