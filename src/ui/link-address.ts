import { warnOnce } from '../core/warn.js';
import { safeHref } from './links.js';

/** The address at which the page wants something to be shown; `undefined`: in place. */
export function linkAddress(template: string | undefined, id: string): string | undefined {
  const address = safeHref(template?.replaceAll('{id}', encodeURIComponent(id)));
  if (template && !address) warnOnce(`"${template}" is not an address; the link opens in place.`);
  return address;
}
