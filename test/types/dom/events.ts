import 'portal-elements/define/portal-invoices.js';
import type { components, Phase, Session } from 'portal-elements';

/** Fails to compile where the two types differ, also where one of them is `any`. */
declare function same<One, Other>(
  ...check: (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? [] : ['types differ']
): void;

document.addEventListener('portal-phase', (event) => same<typeof event.phase, Phase>());
addEventListener('portal-session', ({ session }) => same<typeof session, Session | null>());
document.body.addEventListener('portal-invoices-paid', ({ payment }) => same<typeof payment, components['schemas']['Payment']>());

const invoices = document.createElement('portal-invoices');
same<typeof invoices.pageSize, number>();
invoices.addEventListener('portal-phase', ({ phase }) => same<typeof phase, Phase>());
document.querySelector('portal-invoices')!.itemHref = '/invoice?id={id}';

// @ts-expect-error No such property.
invoices.pagesize = 20;
// @ts-expect-error No such field.
document.addEventListener('portal-phase', ({ state }) => state);
