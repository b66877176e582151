export {
  PortalCodeAcceptedEvent,
  PortalPasswordSetEvent,
  PortalSessionReplacedEvent,
  PortalSignedInEvent,
  PortalSignedOutEvent,
} from './session/events.js';
export { PortalAccountRequest } from './session/portal-account-request.js';
export { PortalAccountSecurity } from './session/portal-account-security.js';
export { PortalChangePassword } from './session/portal-change-password.js';
export { PortalFacilityAccess } from './facility-access/portal-facility-access.js';
export { PortalVisits } from './facility-access/portal-visits.js';
export { PortalTaxExemptions } from './tax-exemptions/portal-tax-exemptions.js';
export { PortalContacts } from './contacts/portal-contacts.js';
export { PortalGate } from './page/portal-gate.js';
export { PortalMenu } from './page/portal-menu.js';
export { PortalSessionNotice } from './session/portal-session-notice.js';
export { PortalSetPassword } from './session/portal-set-password.js';
export { PortalSignIn } from './session/portal-sign-in.js';
export { PortalUserMenu } from './session/portal-user-menu.js';
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
export { PortalInvoicesPaidEvent } from './core/invoices-paid-event.js';
export { PortalInvoiceOpenEvent } from './invoices/events.js';
export { PortalServiceChangedEvent, PortalServiceOpenEvent } from './services/events.js';
export type { PaymentFields, PaymentOrder } from './payments/payment-fields.js';
export { PortalApplyCredit } from './credits/portal-apply-credit.js';
export { PortalCredits } from './credits/portal-credits.js';
export { PortalInvoice } from './invoices/portal-invoice.js';
export { PortalOrderCancelledEvent, PortalOrderPlacedEvent } from './orders/events.js';
export { PortalQuoteAcceptedEvent, PortalQuoteDeclinedEvent } from './quotes/events.js';
export { PortalOrder } from './orders/portal-order.js';
export { PortalOrders } from './orders/portal-orders.js';
export { PortalQuote } from './quotes/portal-quote.js';
export { PortalQuotes } from './quotes/portal-quotes.js';
export { PortalNotificationSettings } from './notifications/portal-notification-settings.js';
export { PortalPayInvoices } from './payments/portal-pay-invoices.js';
export { PortalInvoices } from './invoices/portal-invoices.js';
export { PortalService } from './services/portal-service.js';
export { PortalServices } from './services/portal-services.js';
export { PortalDnsRecords } from './dns/portal-dns-records.js';
export { PortalDnsZones } from './dns/portal-dns-zones.js';
export { PortalProfile } from './profile/portal-profile.js';
export { PortalContract } from './contracts/portal-contract.js';
export { PortalContracts } from './contracts/portal-contracts.js';
export { PortalIpTraffic } from './traffic/portal-ip-traffic.js';
export { PortalTraffic } from './traffic/portal-traffic.js';
export { PortalCallList } from './calls/portal-call-list.js';
export { PortalPaymentMethodAddedEvent } from './payment-methods/events.js';
export type { PaymentMethodFields, PaymentMethodOrder } from './payment-methods/payment-method-fields.js';
export { PortalPaymentMethods } from './payment-methods/portal-payment-methods.js';
export { PortalPaypalSubscriptions } from './subscriptions/portal-paypal-subscriptions.js';
