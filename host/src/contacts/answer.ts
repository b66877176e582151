import { randomBytes } from 'node:crypto';
import type { components } from 'portal-elements/contract';
import { notFound, Problem } from '../http/problem.js';
import { describeContact, type ContactRow, type Viewer } from './contact.js';

/** The contact as it is after a change. */
export function answer({ contact, actor }: { contact: ContactRow | undefined; actor: Viewer }): components['schemas']['Contact'] {
  if (!contact) throw notFound();
  return describeContact(contact, actor);
}

/** A field that needs another look. */
export const invalid = (pointer: string, code: string, detail: string): Problem =>
  new Problem(422, 'Some fields need another look', { errors: [{ pointer, code, detail }] });

/** A new id of a person or of a membership. */
export const newId = (kind: 'per' | 'mem'): string => `${kind}_${randomBytes(12).toString('base64url')}`;
