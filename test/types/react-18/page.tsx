import type { Phase, PermissionSet, PortalInvoices } from 'portal-elements';
import type {} from 'portal-elements/react';
import { useRef } from 'react';

declare function setPhase(phase: Phase): void;
declare const permissions: PermissionSet;

export function Page() {
  const invoices = useRef<PortalInvoices>(null);
  return (
    <portal-provider base-url="/api/v1" whole-page getToken={() => 'token'} permissions={permissions}>
      <portal-invoices
        ref={invoices}
        key="invoices"
        className="wide"
        style={{ '--portal-accent': '#00695c', marginBlock: 12 }}
        aria-label="Invoices"
        data-test="invoices"
        onClick={(event) => event.currentTarget.itemHref}
        page-size="20"
        item-href="/invoice?id={id}"
        onportal-phase={(event) => setPhase(event.phase)}
        onportal-invoices-paid={(event) => event.payment.amount}
      >
        <p slot="empty">Nothing to pay.</p>
      </portal-invoices>
      <portal-invoices pageSize={20} page-size={20} ref={(element) => void element?.itemHref} />
      <portal-ip-traffic contract-id="con_1" units="binary" />
      <portal-menu folded label="Client zone" />
    </portal-provider>
  );
}

export const wrong = [
  // @ts-expect-error No such property.
  <portal-invoices pagesize={20} />,
  // @ts-expect-error Not a number.
  <portal-invoices page-size="many" />,
  // @ts-expect-error Neither decimal nor binary.
  <portal-ip-traffic units="octal" />,
  // @ts-expect-error An attribute of another element.
  <portal-invoices units="binary" />,
  // @ts-expect-error The event has no such field.
  <portal-invoices onportal-phase={(event) => event.state} />,
  // @ts-expect-error No such tag.
  <portal-invoicess />,
];
