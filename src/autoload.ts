/** Every tag and the module that defines it. */
const tags: Record<string, () => Promise<unknown>> = {
  'portal-apply-credit': () => import('./define/portal-apply-credit.js'),
  'portal-credits': () => import('./define/portal-credits.js'),
  'portal-invoice': () => import('./define/portal-invoice.js'),
  'portal-pay-invoices': () => import('./define/portal-pay-invoices.js'),
  'portal-invoices': () => import('./define/portal-invoices.js'),
  'portal-facility-access': () => import('./define/portal-facility-access.js'),
  'portal-visits': () => import('./define/portal-visits.js'),
  'portal-tax-exemptions': () => import('./define/portal-tax-exemptions.js'),
  'portal-orders': () => import('./define/portal-orders.js'),
  'portal-order': () => import('./define/portal-order.js'),
  'portal-quotes': () => import('./define/portal-quotes.js'),
  'portal-quote': () => import('./define/portal-quote.js'),
  'portal-dns-records': () => import('./define/portal-dns-records.js'),
  'portal-dns-zones': () => import('./define/portal-dns-zones.js'),
  'portal-payment-methods': () => import('./define/portal-payment-methods.js'),
  'portal-paypal-subscriptions': () => import('./define/portal-paypal-subscriptions.js'),
  'portal-provider': () => import('./define/portal-provider.js'),
  'portal-contract': () => import('./define/portal-contract.js'),
  'portal-contracts': () => import('./define/portal-contracts.js'),
  'portal-call-list': () => import('./define/portal-call-list.js'),
  'portal-traffic': () => import('./define/portal-traffic.js'),
  'portal-ip-traffic': () => import('./define/portal-ip-traffic.js'),
  'portal-gate': () => import('./define/portal-gate.js'),
  'portal-notification-settings': () => import('./define/portal-notification-settings.js'),
  'portal-profile': () => import('./define/portal-profile.js'),
  'portal-contacts': () => import('./define/portal-contacts.js'),
  'portal-menu': () => import('./define/portal-menu.js'),
  'portal-user-menu': () => import('./define/portal-user-menu.js'),
  'portal-account-request': () => import('./define/portal-account-request.js'),
  'portal-set-password': () => import('./define/portal-set-password.js'),
  'portal-change-password': () => import('./define/portal-change-password.js'),
  'portal-account-security': () => import('./define/portal-account-security.js'),
  'portal-service': () => import('./define/portal-service.js'),
  'portal-services': () => import('./define/portal-services.js'),
  'portal-session-notice': () => import('./define/portal-session-notice.js'),
  'portal-sign-in': () => import('./define/portal-sign-in.js'),
};

function load(element: Element): void {
  const tag = element.localName;
  if (!Object.hasOwn(tags, tag) || customElements.get(tag)) return;
  tags[tag]!().catch(() => console.warn(`portal-elements: <${tag}> could not be loaded.`));
}

function loadWithin(root: Document | Element): void {
  if (root instanceof Element) load(root);
  root.querySelectorAll(':not(:defined)').forEach(load);
}

/** Defines every portal tag the document has, or will have, when it is first seen. */
if (typeof document !== 'undefined') {
  loadWithin(document);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) loadWithin(node);
  }).observe(document.documentElement, { childList: true, subtree: true });
}
