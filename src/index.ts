export {
  PortalCodeAcceptedEvent,
  PortalPasswordSetEvent,
  PortalSessionReplacedEvent,
  PortalSignedInEvent,
  PortalSignedOutEvent,
} from './account/events.js';
export { PortalAccountRequest } from './account/portal-account-request.js';
export { PortalAccountSecurity } from './account/portal-account-security.js';
export { PortalChangePassword } from './account/portal-change-password.js';
export { PortalFacilityAccess } from './profile/portal-facility-access.js';
export { PortalVisits } from './profile/portal-visits.js';
export { PortalTaxExemptions } from './billing/portal-tax-exemptions.js';
export { PortalContacts } from './account/portal-contacts.js';
export { PortalGate } from './account/portal-gate.js';
export { PortalMenu } from './account/portal-menu.js';
export { PortalSessionNotice } from './account/portal-session-notice.js';
export { PortalSetPassword } from './account/portal-set-password.js';
export { PortalSignIn } from './account/portal-sign-in.js';
export { PortalUserMenu } from './account/portal-user-menu.js';
export type { Api, ConnectionOptions } from './api/connection.js';
export { ApiError } from './api/problem.js';
export type { components, operations, paths } from './api/schema.js';
export { clientContext, localeContext, permissionsContext, sessionContext } from './context/contexts.js';
export type { LocaleSettings, PortalContext, Session } from './context/contexts.js';
export { can, hides, resources } from './context/permissions.js';
export type { Action, PermissionSet, Resource } from './context/permissions.js';
export { providePortal } from './context/provide.js';
export type { Provision } from './context/provide.js';
export { PortalProvider } from './context/portal-provider.js';
export { PortalSessionEvent } from './context/session-event.js';
export { PortalPhaseEvent } from './core/phase.js';
export type { Phase } from './core/phase.js';
export { PortalInvoiceOpenEvent, PortalInvoicesPaidEvent, PortalServiceChangedEvent, PortalServiceOpenEvent } from './billing/events.js';
export type { PaymentFields, PaymentOrder } from './billing/payment-fields.js';
export { PortalApplyCredit } from './billing/portal-apply-credit.js';
export { PortalCredits } from './billing/portal-credits.js';
export { PortalInvoice } from './billing/portal-invoice.js';
export { PortalOrderCancelledEvent, PortalOrderPlacedEvent, PortalQuoteAcceptedEvent, PortalQuoteDeclinedEvent } from './billing/events.js';
export { PortalOrder } from './billing/portal-order.js';
export { PortalOrders } from './billing/portal-orders.js';
export { PortalQuote } from './billing/portal-quote.js';
export { PortalQuotes } from './billing/portal-quotes.js';
export { PortalNotificationSettings } from './billing/portal-notification-settings.js';
export { PortalPayInvoices } from './billing/portal-pay-invoices.js';
export { PortalInvoices } from './billing/portal-invoices.js';
export { PortalService } from './billing/portal-service.js';
export { PortalServices } from './billing/portal-services.js';
export { PortalDnsRecords } from './devices/portal-dns-records.js';
export { PortalDnsZones } from './devices/portal-dns-zones.js';
export { PortalProfile } from './profile/portal-profile.js';
export { PortalContract } from './contracts/portal-contract.js';
export { PortalContracts } from './contracts/portal-contracts.js';
export { PortalIpTraffic } from './contracts/portal-ip-traffic.js';
export { PortalTraffic } from './contracts/portal-traffic.js';
export { PortalCallList } from './contracts/portal-call-list.js';
export { PortalPaymentMethodAddedEvent } from './profile/events.js';
export type { PaymentMethodFields, PaymentMethodOrder } from './profile/payment-method-fields.js';
export { PortalPaymentMethods } from './profile/portal-payment-methods.js';
export { PortalPaypalSubscriptions } from './billing/portal-paypal-subscriptions.js';
