import type { Phase, PermissionSet, PortalInvoices } from 'portal-elements';
import type {} from 'portal-elements/solid';

declare function setPhase(phase: Phase): void;
declare const permissions: PermissionSet;

export function Page() {
  let invoices: PortalInvoices | undefined;
  return (
    <portal-provider base-url="/api/v1" whole-page prop:getToken={() => 'token'} permissions={permissions}>
      <portal-invoices
        ref={invoices}
        class="wide"
        style={{ '--portal-accent': '#00695c', 'margin-block': '12px' }}
        aria-label="Invoices"
        data-test="invoices"
        page-size="20"
        item-href="/invoice?id={id}"
        onClick={(event) => event.currentTarget.itemHref}
        on:portal-phase={(event) => setPhase(event.phase)}
        on:portal-invoices-paid={(event) => event.payment.amount}
      >
        <p slot="empty">Nothing to pay.</p>
      </portal-invoices>
      <portal-invoices page-size={20} prop:itemHref="/invoice?id={id}" attr:query="state=open" />
      <portal-ip-traffic contract-id="con_1" units="binary" />
      <portal-menu folded bool:folded={true} label="Client zone" />
    </portal-provider>
  );
}

export const wrong = [
  // @ts-expect-error Solid would set `pagesize`, which is no property.
  <portal-invoices pageSize={20} />,
  // @ts-expect-error No such property.
  <portal-invoices prop:pagesize={20} />,
  // @ts-expect-error Not a number.
  <portal-invoices page-size="many" />,
  // @ts-expect-error Neither decimal nor binary.
  <portal-ip-traffic units="octal" />,
  // @ts-expect-error An attribute of another element.
  <portal-invoices units="binary" />,
  // @ts-expect-error The event has no such field.
  <portal-invoices on:portal-phase={(event) => event.state} />,
  // @ts-expect-error No such tag.
  <portal-invoicess />,
];
