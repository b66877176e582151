/** The shapes of the JSON answers of each operation; written by `npm run schema` from the contract, never edited. */
import type { Shape } from './check.js';

const PermissionSet: Shape = { 'default?': 'text', 'allow?': { '*': ['text'] }, 'deny?': { '*': ['text'] }, 'hiddenFields?': ['text'] };
const Session: Shape = { person: { id: 'key', name: 'text', email: 'text' }, client: { id: 'key', name: 'text', 'number?': 'text' }, 'clients?': [{ id: 'key', name: 'text', 'number?': 'text' }], permissions: PermissionSet, 'locale?': 'text', 'timeZone?': 'text', 'currency?': 'text', 'capabilities?': { '*': 'boolean' }, expiresAt: 'instant', serverTime: 'instant' };
const Token: Shape = { token: 'text', expiresAt: 'instant' };
const PasswordPolicy: Shape = { minLength: 'number', maxLength: 'number', 'refusesCommon?': 'boolean' };
const MailedCodeUse: Shape = { purpose: 'text', email: 'text', 'name?': 'text', 'clientName?': 'text', expiresAt: 'instant', policy: PasswordPolicy };
const AccountSecurity: Shape = { password: { managed: 'text', 'changedAt?~': 'instant', 'manageHref?': 'key' }, secondFactor: { enabled: 'boolean', required: 'boolean', 'since?~': 'instant', recoveryCodesLeft: 'number' } };
const SecondFactorSecret: Shape = { secret: 'text', uri: 'text' };
const RecoveryCodes: Shape = { recoveryCodes: ['text'] };
const AccountSession: Shape = { id: 'key', current: 'boolean', startedAt: 'instant', lastUsedAt: 'instant', 'device?~': 'text', 'address?~': 'text' };
const AccountSessions: Shape = { items: [AccountSession] };
const ProfileField: Shape = { name: 'text', editable: 'boolean', required: 'boolean', needsApproval: 'boolean' };
const ProfileCustomField: Shape = { key: 'text', label: 'text', type: 'text', required: 'boolean', editable: 'boolean', 'value~': 'text', 'hint?': 'text', 'choices?': [{ value: 'text', label: 'text' }] };
const PendingProfileChange: Shape = { field: 'text', 'oldValue~': 'text', 'newValue~': 'text', requestedAt: 'instant', requestedBy: 'text' };
const ProfileAuthentication: Shape = { 'passwordManaged?': 'text', 'passwordChangedAt?~': 'instant', secondFactor: 'boolean', secondFactorRequired: 'boolean', sessions: 'number' };
const Money: Shape = { amount: 'decimal', currency: 'text' };
const ProfileBilling: Shape = { balance: [Money], open: [Money], overdue: [Money], openCount: 'number', overdueCount: 'number', 'nextInvoiceOn~': 'day' };
const ProfileContacts: Shape = { items: [{ id: 'key', name: 'text', email: 'text', 'title~': 'text', 'phone~': 'text', roleLabel: 'text' }], total: 'number' };
const Profile: Shape = { etag: 'key', clientNumber: 'text', 'contractNumber~': 'text', type: 'text', typeLabel: 'text', 'name~': 'text', 'company~': 'text', addressLines: ['text'], 'city~': 'text', 'region~': 'text', 'postcode~': 'text', 'country~': 'text', 'email~': 'text', 'billingEmail~': 'text', 'phone~': 'text', 'mobile~': 'text', 'vatId~': 'text', 'registrationId~': 'text', 'language~': 'text', timeZone: 'text', currency: 'text', fields: [ProfileField], customFields: [ProfileCustomField], pendingChanges: [PendingProfileChange], authentication: ProfileAuthentication, 'billing?': ProfileBilling, 'contacts?': ProfileContacts };
const NotificationCategory: Shape = { id: 'key', label: 'text', billing: 'boolean' };
const NotificationCell: Shape = { category: 'text', channel: 'text', enabled: 'boolean', locked: 'boolean', 'reason?': 'text', 'reasonLabel?': 'text' };
const NotificationPerson: Shape = { contactId: 'key', name: 'text', email: 'text', yourself: 'boolean', editable: 'boolean', cells: [NotificationCell] };
const NotificationSettings: Shape = { etag: 'key', categories: [NotificationCategory], channels: [{ id: 'key', label: 'text' }], people: [NotificationPerson] };
const ContactSummary: Shape = { id: 'key', name: 'text', email: 'text', 'title?~': 'text', 'phone?~': 'text', 'language?': 'text', status: 'text', statusLabel: 'text', 'invitationExpiresAt?~': 'instant', 'lastSignInAt?~': 'instant', 'secondFactor?': 'boolean', role: 'text', roleLabel: 'text', 'viewable?': 'number', 'viewableOf?': 'number', yourself: 'boolean', allowedActions: ['text'] };
const Page: Shape = { 'nextCursor~': 'key', 'prevCursor~': 'key', 'total?': 'number', 'totalIsEstimate?': 'boolean' };
const ContactPage: Shape = { items: [ContactSummary], page: Page };
const ContactGrants: Shape = { role: 'text', allow: { '*': ['text'] }, deny: { '*': ['text'] }, hiddenFields: ['text'], 'contractIds~': ['text'] };
const Contact: Shape = { id: 'key', name: 'text', email: 'text', 'title?~': 'text', 'phone?~': 'text', 'language?': 'text', status: 'text', statusLabel: 'text', 'invitationExpiresAt?~': 'instant', 'lastSignInAt?~': 'instant', 'secondFactor?': 'boolean', role: 'text', roleLabel: 'text', 'viewable?': 'number', 'viewableOf?': 'number', yourself: 'boolean', allowedActions: ['text'], etag: 'key', grants: ContactGrants, effective: PermissionSet };
const ContactChangeEntry: Shape = { id: 'key', at: 'instant', action: 'text', actionLabel: 'text', by: { 'id?~': 'key', name: 'text' }, 'before?~': {}, 'after?~': {} };
const ContactChangePage: Shape = { items: [ContactChangeEntry], page: Page };
const ContactRole: Shape = { id: 'key', label: 'text', 'description?': 'text', grants: ContactGrants };
const ContactRoles: Shape = { items: [ContactRole], fields: [{ id: 'key', label: 'text', resource: 'text' }] };
const ContractPrice: Shape = { amount: 'decimal', currency: 'text', period: 'text', periodLabel: 'text', 'taxIncluded?': 'boolean' };
const ContractFact: Shape = { key: 'text', label: 'text', values: ['text'], 'type?': 'text', 'limit?': 'text' };
const Contract: Shape = { id: 'key', number: 'text', name: 'text', kind: 'text', kindLabel: 'text', status: 'text', statusLabel: 'text', 'statusReason?~': 'text', 'identifier?~': 'text', 'price?~': ContractPrice, 'startsOn?': 'day', 'endsOn?~': 'day', 'renewsOn?~': 'day', 'cancelBy?~': 'day', shows: ['text'], 'zoneId?~': 'key', 'facts?': [ContractFact] };
const ContractPage: Shape = { items: [Contract], page: Page, 'summary?': { ended: 'number' } };
const CallParty: Shape = { 'number?~': 'text', 'name?~': 'text', 'extension?~': 'text' };
const Call: Shape = { id: 'key', direction: 'text', from: CallParty, to: CallParty, 'dialled?~': 'text', startedAt: 'instant', 'answeredAt?~': 'instant', 'endedAt?~': 'instant', 'ringSeconds?': 'number', durationSeconds: 'number', billableSeconds: 'number', 'billedSeconds?': 'number', result: 'text', resultLabel: 'text', 'destination?~': 'text', 'cost?~': Money, 'rating?': 'text', 'final?': 'boolean', 'legCount?': 'number', 'recording?': { available: 'boolean' } };
const CallPage: Shape = { items: [Call], page: Page, summary: { count: 'number', answered: 'number', billedSeconds: 'number', 'cost?': [Money] }, 'oldestAvailableOn?~': 'day' };
const CallLeg: Shape = { id: 'key', from: CallParty, to: CallParty, startedAt: 'instant', 'answeredAt?~': 'instant', 'endedAt?~': 'instant', durationSeconds: 'number', result: 'text', resultLabel: 'text' };
const CallDetail: Shape = { id: 'key', direction: 'text', from: CallParty, to: CallParty, 'dialled?~': 'text', startedAt: 'instant', 'answeredAt?~': 'instant', 'endedAt?~': 'instant', 'ringSeconds?': 'number', durationSeconds: 'number', billableSeconds: 'number', 'billedSeconds?': 'number', result: 'text', resultLabel: 'text', 'destination?~': 'text', 'cost?~': Money, 'rating?': 'text', 'final?': 'boolean', 'legCount?': 'number', 'recording?': { available: 'boolean' }, legs: [CallLeg] };
const TrafficPeriod: Shape = { 'key~': 'text', from: 'instant', to: 'instant', firstOn: 'day', lastOn: 'day', 'isCurrent?': 'boolean' };
const TrafficRates: Shape = { in: 'number', out: 'number' };
const Percentile95: Shape = { in: 'number', out: 'number', billed: 'number', direction: 'text', samples: 'number', dropped: 'number', 'rule?': 'text' };
const TrafficQuantity: Shape = { amount: 'decimal', unit: 'text' };
const TrafficOverage: Shape = { amount: 'decimal', unit: 'text', 'cost?~': Money };
const TrafficPrice: Shape = { amount: 'decimal', currency: 'text', per: TrafficQuantity };
const TrafficSeries: Shape = { start: 'instant', stepSeconds: 'number', in: ['number', null], out: ['number', null], 'peakIn?': ['number', null], 'peakOut?': ['number', null] };
const Traffic: Shape = { period: TrafficPeriod, periods: [TrafficPeriod], timeZone: 'text', in: 'decimal', out: 'decimal', sum: 'decimal', 'averageBitsPerSecond~': TrafficRates, 'peakBitsPerSecond~': TrafficRates, 'percentile95~': Percentile95, 'measure~': 'text', 'measureLabel~': 'text', 'included~': TrafficQuantity, 'used~': TrafficQuantity, 'usedPercent~': 'number', 'forecast~': TrafficQuantity, 'forecastPercent~': 'number', 'overage~': TrafficOverage, 'overagePrice?~': TrafficPrice, sampleSeconds: 'number', 'asOf~': 'instant', completeness: { expected: 'number', present: 'number', percent: 'number' }, series: TrafficSeries };
const IpTraffic: Shape = { id: 'key', kind: 'text', 'address~': 'text', 'family~': 'number', 'label~': 'text', 'device~': 'text', in: 'decimal', out: 'decimal', sum: 'decimal', 'addressCount?': 'number', 'sharePercent~': 'number', 'peakBitsPerSecond~': TrafficRates };
const IpTrafficPage: Shape = { items: [IpTraffic], page: Page, summary: { in: 'decimal', out: 'decimal', sum: 'decimal', count: 'number', 'sharePercent~': 'number' }, total: { in: 'decimal', out: 'decimal', sum: 'decimal' }, period: TrafficPeriod, periods: [TrafficPeriod], timeZone: 'text', 'asOf~': 'instant' };
const TrafficSource: Shape = { id: 'key', kind: 'text', 'address~': 'text', 'family~': 'number', 'label~': 'text', 'device~': 'text' };
const TrafficStep: Shape = { start: 'instant', end: 'instant', 'on?': 'day', 'in~': 'decimal', 'out~': 'decimal', 'sum~': 'decimal' };
const TrafficVolume: Shape = { in: 'decimal', out: 'decimal', sum: 'decimal' };
const IpTrafficSteps: Shape = { source: TrafficSource, period: TrafficPeriod, timeZone: 'text', step: 'text', items: [TrafficStep], total: TrafficVolume };
const ServicePrice: Shape = { amount: 'decimal', currency: 'text', period: 'text', periodLabel: 'text', taxIncluded: 'boolean' };
const ServiceSummary: Shape = { id: 'key', number: 'text', name: 'text', 'label~': 'text', type: 'text', typeLabel: 'text', 'identifier~': 'text', status: 'text', statusLabel: 'text', 'statusReason~': 'text', 'price?~': ServicePrice, 'yearlyPrice?~': Money, autoRenew: 'boolean', startsOn: 'day', 'renewsOn~': 'day', 'nextInvoiceOn~': 'day', 'lastDay~': 'day', 'parentId~': 'key', 'contractId~': 'key' };
const ServicePage: Shape = { items: [ServiceSummary], page: Page, summary: { ended: 'number', 'totals?': [{ perMonth: Money, perYear: Money }] } };
const ServiceExtra: Shape = { id: 'key', name: 'text', quantity: 'decimal', 'price?': ServicePrice, 'yearlyPrice?~': Money };
const ServiceBeneath: Shape = { id: 'key', number: 'text', name: 'text', 'label~': 'text', type: 'text', typeLabel: 'text', 'identifier~': 'text', status: 'text', statusLabel: 'text', 'price?~': ServicePrice, 'yearlyPrice?~': Money, depth: 'number' };
const ServiceReference: Shape = { id: 'key', number: 'text', name: 'text' };
const CancelOption: Shape = { when: 'text', lastDay: 'day' };
const CancelConsequence: Shape = { key: 'text', label: 'text' };
const ServicePaymentMethod: Shape = { id: 'key', label: 'text', isUsable: 'boolean' };
const SecretReveal: Shape = { at: 'instant', by: 'text' };
const ServiceSecret: Shape = { id: 'key', kind: 'text', label: 'text', 'lastRevealed~': SecretReveal };
const Service: Shape = { id: 'key', number: 'text', name: 'text', 'label~': 'text', type: 'text', typeLabel: 'text', 'identifier~': 'text', status: 'text', statusLabel: 'text', 'statusReason~': 'text', 'price?~': ServicePrice, 'yearlyPrice?~': Money, autoRenew: 'boolean', startsOn: 'day', 'renewsOn~': 'day', 'nextInvoiceOn~': 'day', 'lastDay~': 'day', 'parentId~': 'key', 'contractId~': 'key', etag: 'key', extras: [ServiceExtra], 'totals?': [{ perMonth: Money, perYear: Money }], beneath: [ServiceBeneath], 'parent~': ServiceReference, noticeDays: 'number', 'cancelBy~': 'day', cancelOptions: [CancelOption], consequences: [CancelConsequence], 'cancelReason~': 'text', 'cancelledWith~': ServiceReference, 'paymentMethod?~': ServicePaymentMethod, 'paymentMethodChoices?': [ServicePaymentMethod], secrets: [ServiceSecret], shows: ['text'], 'zoneId~': 'key' };
const RevealedSecret: Shape = { id: 'key', value: 'text', seconds: 'number' };
const Document: Shape = { format: 'text', mediaType: 'text' };
const InvoiceSummary: Shape = { id: 'key', number: 'text', type: 'text', status: 'text', statusLabel: 'text', issuedOn: 'day', 'dueOn?~': 'day', total: Money, paid: Money, open: Money, 'reference?~': 'text', documents: [Document], 'disputedAt?~': 'instant', allowedActions: ['text'] };
const InvoicePage: Shape = { items: [InvoiceSummary], page: Page, summary: { open: [Money], overdue: [Money] } };
const Party: Shape = { name: 'text', addressLines: ['text'], 'country?~': 'text', 'vatId?~': 'text' };
const InvoiceLine: Shape = { description: 'text', quantity: 'decimal', 'unit?~': 'text', unitPrice: Money, 'taxRate?~': 'text', net: Money, 'periodFrom?~': 'day', 'periodTo?~': 'day' };
const InvoiceTax: Shape = { category: 'text', 'rate~': 'text', base: Money, tax: Money, 'reason?~': 'text' };
const InvoicePayment: Shape = { id: 'key', paidAt: 'instant', method: 'text', amount: Money, status: 'text', statusLabel: 'text' };
const InvoiceDispute: Shape = { reason: 'text', text: 'text', lines: ['number'], disputedAt: 'instant', disputedBy: 'text' };
const BankTransfer: Shape = { scheme: 'text', payload: 'text', iban: 'text', 'bic?~': 'text', recipient: 'text', amount: Money, reference: 'text', referenceKind: 'text' };
const Invoice: Shape = { id: 'key', number: 'text', type: 'text', status: 'text', statusLabel: 'text', issuedOn: 'day', 'dueOn?~': 'day', total: Money, paid: Money, open: Money, 'reference?~': 'text', documents: [Document], 'disputedAt?~': 'instant', allowedActions: ['text'], seller: Party, buyer: Party, 'note?~': 'text', 'periodFrom?~': 'day', 'periodTo?~': 'day', lines: [InvoiceLine], 'adjustments?': [{ description: 'text', amount: Money }], taxes: [InvoiceTax], netTotal: Money, taxTotal: Money, 'rounding?': Money, 'prepaid?': Money, payments: [InvoicePayment], related: [{ relation: 'text', number: 'text', 'id?~': 'key' }], 'dispute?~': InvoiceDispute, 'bankTransfers?': [BankTransfer] };
const CreditDocument: Shape = { id: 'key', number: 'text' };
const CreditSummary: Shape = { id: 'key', grantedOn: 'day', reason: 'text', type: 'text', typeLabel: 'text', status: 'text', statusLabel: 'text', original: Money, used: Money, remaining: { amount: 'decimal', currency: 'text' }, 'expiresOn~': 'day', 'document~': CreditDocument, allowedActions: ['text'] };
const CreditPage: Shape = { items: [CreditSummary], page: Page, summary: { available: [Money] } };
const CreditUse: Shape = { paymentId: 'key', usedAt: 'instant', amount: Money, 'invoice~': CreditDocument };
const Credit: Shape = { id: 'key', grantedOn: 'day', reason: 'text', type: 'text', typeLabel: 'text', status: 'text', statusLabel: 'text', original: Money, used: Money, remaining: { amount: 'decimal', currency: 'text' }, 'expiresOn~': 'day', 'document~': CreditDocument, allowedActions: ['text'], uses: [CreditUse] };
const Payment: Shape = { id: 'key', status: 'text', statusLabel: 'text', amount: Money, allocations: [{ invoiceId: 'key', amount: Money }] };
const CreditApplication: Shape = { payment: Payment, credit: CreditSummary };
const LedgerDocument: Shape = { kind: 'text', 'id~': 'key', 'number~': 'text' };
const LedgerEntry: Shape = { id: 'key', date: 'day', type: 'text', typeLabel: 'text', documents: [LedgerDocument], description: 'text', 'debit~': Money, 'credit~': Money, balance: { amount: 'decimal', currency: 'text' } };
const LedgerAgeing: Shape = { asOf: 'day', notDue: { amount: 'decimal', currency: 'text' }, upTo30: { amount: 'decimal', currency: 'text' }, upTo60: { amount: 'decimal', currency: 'text' }, upTo90: { amount: 'decimal', currency: 'text' }, over90: { amount: 'decimal', currency: 'text' }, open: { amount: 'decimal', currency: 'text' }, credit: { amount: 'decimal', currency: 'text' } };
const LedgerSummary: Shape = { currency: 'text', currencies: ['text'], opening: Money, debit: Money, credit: Money, closing: Money, ageing: LedgerAgeing };
const LedgerPage: Shape = { items: [LedgerEntry], page: Page, summary: LedgerSummary };
const PeriodTotal: Shape = { period: 'text', periodLabel: 'text', net: Money, tax: Money, total: Money };
const OrderSummary: Shape = { id: 'key', number: 'text', subject: 'text', status: 'text', statusLabel: 'text', 'placedAt?~': 'instant', lastActivityAt: 'instant', itemCount: 'number', totals: [PeriodTotal], 'currentStep?~': { name: 'text', position: 'number', count: 'number' }, allowedActions: ['text'] };
const OrderPage: Shape = { items: [OrderSummary], page: Page, summary: { open: 'number', waiting: 'number' } };
const OrderStep: Shape = { id: 'key', name: 'text', state: 'text', stateLabel: 'text', 'startedAt?~': 'instant', 'doneAt?~': 'instant', 'note?~': 'text' };
const UploadedFile: Shape = { id: 'key', name: 'text', mediaType: 'text', size: 'number', uploadedAt: 'instant' };
const UploadRules: Shape = { mediaTypes: ['text'], extensions: ['text'], maxBytes: 'number', maxFiles: 'number' };
const OrderRequest: Shape = { id: 'key', stepId: 'key', kind: 'text', text: 'text', 'hint?~': 'text', 'answer?~': { 'text?~': 'text', answeredAt: 'instant', answeredBy: 'text', 'files?': [UploadedFile] }, 'rules?~': UploadRules };
const OrderDetail: Shape = { name: 'text', label: 'text', type: 'text', required: 'boolean', 'hint?~': 'text', 'value?~': 'text', 'choices?': [{ value: 'text', label: 'text' }] };
const OrderItem: Shape = { description: 'text', 'details?~': 'text', quantity: 'decimal', 'unit?~': 'text', unitPrice: Money, period: 'text', periodLabel: 'text', net: Money };
const RecordReference: Shape = { id: 'key', number: 'text' };
const Order: Shape = { id: 'key', number: 'text', subject: 'text', status: 'text', statusLabel: 'text', 'placedAt?~': 'instant', lastActivityAt: 'instant', itemCount: 'number', totals: [PeriodTotal], 'currentStep?~': { name: 'text', position: 'number', count: 'number' }, allowedActions: ['text'], etag: 'key', steps: [OrderStep], requests: [OrderRequest], details: [OrderDetail], items: [OrderItem], 'reference?~': 'text', 'note?~': 'text', 'cancellation?~': { at: 'instant', 'by?~': 'text', 'reason?~': 'text' }, 'quote?~': RecordReference, 'invoice?~': RecordReference };
const QuoteSummary: Shape = { id: 'key', number: 'text', subject: 'text', status: 'text', statusLabel: 'text', issuedOn: 'day', 'validUntil?~': 'day', totals: [PeriodTotal], allowedActions: ['text'] };
const QuotePage: Shape = { items: [QuoteSummary], page: Page, summary: { open: 'number' } };
const QuoteLine: Shape = { id: 'key', description: 'text', 'details?~': 'text', quantity: 'decimal', 'unit?~': 'text', unitPrice: Money, 'discount?~': 'decimal', 'taxRate?~': 'text', period: 'text', periodLabel: 'text', net: Money, optional: 'boolean', selected: 'boolean' };
const QuoteQuestion: Shape = { id: 'key', askedAt: 'instant', askedBy: 'text', text: 'text', 'answer?~': 'text', 'answeredAt?~': 'instant' };
const Quote: Shape = { id: 'key', number: 'text', subject: 'text', status: 'text', statusLabel: 'text', issuedOn: 'day', 'validUntil?~': 'day', totals: [PeriodTotal], allowedActions: ['text'], etag: 'key', 'introduction?~': 'text', 'note?~': 'text', 'contact?~': 'text', lines: [QuoteLine], terms: { version: 'text', title: 'text', url: 'key' }, questions: [QuoteQuestion], 'supersededBy?~': RecordReference, 'acceptance?~': { at: 'instant', name: 'text', 'purchaseOrder?~': 'text', 'termsVersion?~': 'text' }, 'decline?~': { at: 'instant', 'by?~': 'text', 'reason?~': 'text' }, 'order?~': RecordReference };
const QuoteTotals: Shape = { totals: [PeriodTotal] };
const TaxNumberVerification: Shape = { register: 'text', result: 'text', resultLabel: 'text', 'checkedAt~': 'instant' };
const TaxExemption: Shape = { id: 'key', kind: 'text', jurisdiction: 'text', jurisdictionLabel: 'text', tax: 'text', taxLabel: 'text', number: 'text', reason: 'text', reasonLabel: 'text', validFrom: 'day', 'validTo~': 'day', sharePercent: 'number', status: 'text', statusLabel: 'text', 'statusReason?~': 'text', 'verification?~': TaxNumberVerification, 'replacesId?~': 'key', 'note?~': 'text', files: [UploadedFile], submittedAt: 'instant', 'submittedBy?~': 'text', allowedActions: ['text'] };
const TaxExemptionPage: Shape = { items: [TaxExemption], page: Page, 'summary?': { expiring: 'number' } };
const TaxJurisdiction: Shape = { code: 'text', label: 'text', kind: 'text', tax: 'text', taxLabel: 'text', 'numberExample?': 'text' };
const TaxExemptionReason: Shape = { id: 'key', label: 'text' };
const TaxExemptionOptions: Shape = { jurisdictions: [TaxJurisdiction], reasons: [TaxExemptionReason], files: UploadRules };
const PaidService: Shape = { id: 'key', name: 'text' };
const Mandate: Shape = { reference: 'text', signedOn: 'day', 'creditorId?': 'text' };
const BillingAddress: Shape = { name: 'text', street: 'text', postalCode: 'text', city: 'text', country: 'text' };
const PaymentMethod: Shape = { id: 'key', etag: 'key', type: 'text', typeLabel: 'text', 'brand~': 'text', label: 'text', account: 'text', 'holder~': 'text', 'expiresOn~': 'day', isDefault: 'boolean', status: 'text', statusLabel: 'text', 'statusNote~': 'text', serviceCount: 'number', services: [PaidService], 'mandate~': Mandate, 'billingAddress~': BillingAddress, createdAt: 'instant', allowedActions: ['text'] };
const PaymentMethodPage: Shape = { items: [PaymentMethod], page: Page };
const MandateText: Shape = { id: 'key', language: 'text', creditor: 'text', creditorId: 'text', text: 'text' };
const SubscriptionSubject: Shape = { type: 'text', 'id~': 'key', name: 'text' };
const SubscriptionInterval: Shape = { unit: 'text', count: 'number' };
const SubscriptionPayment: Shape = { paidAt: 'instant', amount: Money };
const PaypalSubscription: Shape = { id: 'key', reference: 'text', status: 'text', statusLabel: 'text', 'statusNote~': 'text', subject: SubscriptionSubject, amount: Money, interval: SubscriptionInterval, 'nextChargeAt~': 'instant', 'lastPayment~': SubscriptionPayment, failedPayments: 'number', 'approveHref~': 'key', createdAt: 'instant', asOf: 'instant', allowedActions: ['text'] };
const PaypalSubscriptionPage: Shape = { items: [PaypalSubscription], page: Page, summary: { 'asOf~': 'instant' } };
const AccessCage: Shape = { id: 'key', label: 'text' };
const AccessRack: Shape = { id: 'key', 'cageId~': 'key', label: 'text' };
const AccessFacility: Shape = { id: 'key', label: 'text', timeZone: 'text', addressLines: ['text'], 'phone?~': 'text', visitRules: ['text'], cages: [AccessCage], racks: [AccessRack] };
const AccessPerson: Shape = { id: 'key', name: 'text', 'title?~': 'text', hasLogin: 'boolean' };
const AccessPermission: Shape = { id: 'key', label: 'text' };
const FacilityAccessOptions: Shape = { facilities: [AccessFacility], people: [AccessPerson], permissions: [AccessPermission], maxVisitors: 'number', maxVisitHours: 'number' };
const AccessPlace: Shape = { scope: 'text', facilityId: 'key', facilityLabel: 'text', 'cageId~': 'key', 'rackId~': 'key', 'label~': 'text' };
const AccessBadge: Shape = { number: 'text', status: 'text', statusLabel: 'text', 'expiresOn~': 'day' };
const AccessGrant: Shape = { id: 'key', 'personId~': 'key', personName: 'text', 'personTitle?~': 'text', place: AccessPlace, level: 'text', levelLabel: 'text', permissions: [AccessPermission], validFrom: 'day', 'validTo~': 'day', 'badge~': AccessBadge, status: 'text', statusLabel: 'text', 'statusReason?~': 'text', allowedActions: ['text'], etag: 'key' };
const AccessGrantPage: Shape = { items: [AccessGrant], page: Page, 'summary?': { active: 'number', expiring: 'number' } };
const AccessSite: Shape = { id: 'key', label: 'text', timeZone: 'text', addressLines: ['text'], 'phone?~': 'text', visitRules: ['text'] };
const Visitor: Shape = { name: 'text', 'company?~': 'text', 'idDocument?~': 'text', 'plate?~': 'text' };
const Visit: Shape = { id: 'key', facility: AccessSite, place: AccessPlace, startsAt: 'instant', endsAt: 'instant', purpose: 'text', visitors: [Visitor], status: 'text', statusLabel: 'text', 'passCode?~': 'text', registeredBy: 'text', allowedActions: ['text'] };
const VisitPage: Shape = { items: [Visit], page: Page };
const TicketDepartmentName: Shape = { id: 'key', label: 'text' };
const TicketThing: Shape = { kind: 'text', id: 'key', label: 'text' };
const TicketAuthor: Shape = { kind: 'text', name: 'text' };
const TicketLastReply: Shape = { at: 'instant', by: TicketAuthor };
const TicketSummary: Shape = { id: 'key', number: 'text', subject: 'text', department: TicketDepartmentName, 'thing~': TicketThing, status: 'text', statusLabel: 'text', group: 'text', priority: 'text', priorityLabel: 'text', mine: 'boolean', openedBy: 'text', createdAt: 'instant', lastActivityAt: 'instant', 'lastReply~': TicketLastReply };
const TicketPage: Shape = { items: [TicketSummary], page: Page, summary: { seesOthers: 'boolean', waiting: 'number', 'asOf?~': 'instant' } };
const TicketPerson: Shape = { id: 'key', name: 'text' };
const TicketPreferences: Shape = { replyOrder: 'text', signature: 'text', copies: ['text'] };
const TicketExpectation: Shape = { 'answerHours~': 'number', 'serviceTimes~': 'text' };
const TicketField: Shape = { id: 'key', label: 'text', kind: 'text', required: 'boolean', choices: ['text'] };
const TicketDepartment: Shape = { id: 'key', label: 'text', expectation: TicketExpectation, priorities: ['text'], fields: [TicketField] };
const TicketPriority: Shape = { id: 'key', label: 'text' };
const TicketOptions: Shape = { you: TicketPerson, preferences: TicketPreferences, departments: [TicketDepartment], priorities: [TicketPriority], colleagues: [TicketPerson], maxCopies: 'number', files: UploadRules };
const TicketPost: Shape = { id: 'key', author: TicketAuthor, yours: 'boolean', at: 'instant', 'event~': 'text', text: 'text', 'quoted~': 'text', files: [UploadedFile], 'isPending?': 'boolean', leftOut: ['text'] };
const TicketFact: Shape = { label: 'text', kind: 'text', value: 'text' };
const TicketRating: Shape = { score: 'number', 'words~': 'text', by: 'text', at: 'instant' };
const TicketReference: Shape = { id: 'key', number: 'text', subject: 'text' };
const Ticket: Shape = { id: 'key', number: 'text', subject: 'text', department: TicketDepartmentName, 'thing~': TicketThing, status: 'text', statusLabel: 'text', group: 'text', priority: 'text', priorityLabel: 'text', mine: 'boolean', openedBy: 'text', createdAt: 'instant', lastActivityAt: 'instant', 'lastReply~': TicketLastReply, etag: 'key', you: TicketPerson, preferences: TicketPreferences, 'asOf?~': 'instant', posts: [TicketPost], postCount: 'number', copies: [TicketPerson], fields: [TicketFact], expectation: TicketExpectation, 'rating~': TicketRating, 'reopenUntil~': 'instant', 'mergedInto~': TicketReference, files: UploadRules, allowedActions: ['text'] };
const TicketThings: Shape = { items: [TicketThing] };
const TextPiece: Shape = { text: 'text', marked: 'boolean' };
const TicketExcerpt: Shape = { place: 'text', 'by~': TicketAuthor, 'at~': 'instant', pieces: [TextPiece] };
const TicketFound: Shape = { id: 'key', number: 'text', subject: 'text', department: TicketDepartmentName, 'thing~': TicketThing, status: 'text', statusLabel: 'text', group: 'text', priority: 'text', priorityLabel: 'text', mine: 'boolean', openedBy: 'text', createdAt: 'instant', lastActivityAt: 'instant', 'lastReply~': TicketLastReply, excerpts: [TicketExcerpt] };
const TicketSearchPage: Shape = { items: [TicketFound], page: Page, summary: { seesOthers: 'boolean', 'numbered~': TicketReference, 'asOf?~': 'instant' } };
const TicketSearchOptions: Shape = { departments: [TicketDepartmentName], authors: [TicketPerson] };
const SupportPreferences: Shape = { etag: 'key', notifyNew: 'boolean', notifyReply: 'boolean', notifyClose: 'boolean', digest: 'text', othersMail: 'boolean', othersPermitted: 'boolean', mailFormat: 'text', language: 'text', languages: ['text'], copies: ['text'], colleagues: [TicketPerson], maxCopies: 'number', signature: 'text', replyOrder: 'text', 'pinRenewedAt~': 'instant' };
const SupportPin: Shape = { pin: 'text', renewedAt: 'instant', seconds: 'number' };
const DnsZone: Shape = { id: 'key', name: 'text', unicodeName: 'text', type: 'text', dnssec: 'boolean', serial: 'number', 'recordCount?': 'number', changedAt: 'instant', status: 'text', statusLabel: 'text', etag: 'key', 'minTtl?': 'number', 'maxTtl?': 'number', allowedActions: ['text'] };
const DnsZonePage: Shape = { items: [DnsZone], page: Page };
const DnsRecord: Shape = { value: 'text', 'disabled?': 'boolean' };
const DnsRrset: Shape = { name: 'text', type: 'text', ttl: 'number', records: [DnsRecord], 'comment?~': 'text', 'changedAt?~': 'instant', editable: 'boolean' };
const DnsDifference: Shape = { 'before~': DnsRrset, 'after~': DnsRrset };
const DnsImportResult: Shape = { applied: 'boolean', counts: { added: 'number', changed: 'number', removed: 'number', unchanged: 'number' }, changes: [DnsDifference], skipped: [{ line: 'number', detail: 'text' }] };
const DnsRrsetPage: Shape = { zone: DnsZone, 'types?': ['text'], items: [DnsRrset], page: Page };
const EventActor: Shape = { kind: 'text', 'id~': 'key', name: 'text' };
const EventObject: Shape = { type: 'text', typeLabel: 'text', id: 'key', label: 'text', linked: 'boolean' };
const Event: Shape = { id: 'key', at: 'instant', kind: 'text', kindLabel: 'text', category: 'text', categoryLabel: 'text', actor: EventActor, 'object~': EventObject, 'address~': 'text', 'device~': 'text', outcome: 'text' };
const EventPage: Shape = { items: [Event], page: Page, keptDays: 'number' };
const EventChoice: Shape = { id: 'key', label: 'text' };
const EventCategory: Shape = { id: 'key', label: 'text', kinds: [EventChoice] };
const EventOptions: Shape = { people: [EventChoice], categories: [EventCategory] };
const MailReceiver: Shape = { contactId: 'key', name: 'text', address: 'text' };
const MailSummary: Shape = { id: 'key', at: 'instant', 'subject~': 'text', to: MailReceiver, kind: 'text', kindLabel: 'text', state: 'text', stateLabel: 'text', stateAt: 'instant', 'reason~': 'text', isCopy: 'boolean' };
const MailSums: Shape = { notDelivered: 'number' };
const MailPage: Shape = { items: [MailSummary], page: Page, summary: MailSums, keptDays: 'number' };
const MailChoice: Shape = { id: 'key', label: 'text' };
const MailOptions: Shape = { people: [MailChoice], kinds: [MailChoice] };
const MailAttachment: Shape = { name: 'text', mediaType: 'text', size: 'number' };
const MailStep: Shape = { at: 'instant', state: 'text', stateLabel: 'text', 'reason~': 'text', 'server~': 'text' };
const MailThing: Shape = { type: 'text', typeLabel: 'text', id: 'key', label: 'text', linked: 'boolean' };
const Mail: Shape = { id: 'key', at: 'instant', 'subject~': 'text', from: 'text', to: MailReceiver, kind: 'text', kindLabel: 'text', state: 'text', stateLabel: 'text', stateAt: 'instant', 'reason~': 'text', isCopy: 'boolean', 'text~': 'text', 'html~': 'text', attachments: [MailAttachment], steps: [MailStep], 'object~': MailThing, redacted: 'boolean', allowedActions: ['text'] };
const MailCopy: Shape = { to: 'text' };

export const shapes: Readonly<Record<string, Shape>> = {
  'GET /session': Session,
  'POST /session': Session,
  'POST /session/renewal': Session,
  'PUT /session/client': Session,
  'POST /session/tokens': Token,
  'POST /mailed-codes/check': MailedCodeUse,
  'POST /mailed-codes/password': Session,
  'GET /password-policy': PasswordPolicy,
  'GET /account/security': AccountSecurity,
  'POST /account/second-factor': SecondFactorSecret,
  'PUT /account/second-factor': RecoveryCodes,
  'POST /account/recovery-codes': RecoveryCodes,
  'GET /account/sessions': AccountSessions,
  'GET /profile': Profile,
  'PATCH /profile': Profile,
  'DELETE /profile/pending-changes/{field}': Profile,
  'GET /notification-settings': NotificationSettings,
  'PATCH /notification-settings': NotificationSettings,
  'GET /contacts': ContactPage,
  'POST /contacts': Contact,
  'GET /contacts/{contactId}': Contact,
  'PATCH /contacts/{contactId}': Contact,
  'PUT /contacts/{contactId}/permissions': Contact,
  'PUT /contacts/{contactId}/deactivation': Contact,
  'DELETE /contacts/{contactId}/deactivation': Contact,
  'POST /contacts/{contactId}/invitation': Contact,
  'DELETE /contacts/{contactId}/invitation': Contact,
  'DELETE /contacts/{contactId}/second-factor': Contact,
  'GET /contacts/{contactId}/changes': ContactChangePage,
  'GET /contact-roles': ContactRoles,
  'GET /contracts': ContractPage,
  'GET /contracts/{contractId}': Contract,
  'GET /contracts/{contractId}/calls': CallPage,
  'GET /contracts/{contractId}/calls/{callId}': CallDetail,
  'GET /contracts/{contractId}/traffic': Traffic,
  'GET /contracts/{contractId}/traffic/ips': IpTrafficPage,
  'GET /contracts/{contractId}/traffic/ips/{address}': IpTrafficSteps,
  'GET /services': ServicePage,
  'GET /services/{serviceId}': Service,
  'PATCH /services/{serviceId}': Service,
  'PUT /services/{serviceId}/cancellation': Service,
  'DELETE /services/{serviceId}/cancellation': Service,
  'POST /services/{serviceId}/secrets/{serviceSecretId}/reveal': RevealedSecret,
  'GET /invoices': InvoicePage,
  'GET /invoices/{invoiceId}': Invoice,
  'POST /invoices/{invoiceId}/dispute': InvoiceDispute,
  'GET /credits': CreditPage,
  'GET /credits/{creditId}': Credit,
  'POST /credits/{creditId}/uses': CreditApplication,
  'GET /ledger': LedgerPage,
  'GET /orders': OrderPage,
  'GET /orders/{orderId}': Order,
  'PUT /orders/{orderId}/details': Order,
  'POST /orders/{orderId}/submission': Order,
  'POST /orders/{orderId}/cancellation': Order,
  'POST /orders/{orderId}/answers': Order,
  'POST /orders/{orderId}/files': UploadedFile,
  'GET /quotes': QuotePage,
  'GET /quotes/{quoteId}': Quote,
  'GET /quotes/{quoteId}/totals': QuoteTotals,
  'POST /quotes/{quoteId}/acceptance': Quote,
  'POST /quotes/{quoteId}/decline': Quote,
  'POST /quotes/{quoteId}/questions': Quote,
  'POST /payments': Payment,
  'GET /tax-exemptions': TaxExemptionPage,
  'POST /tax-exemptions': TaxExemption,
  'GET /tax-exemptions/options': TaxExemptionOptions,
  'POST /tax-exemptions/files': UploadedFile,
  'PUT /tax-exemptions/{exemptionId}/withdrawal': TaxExemption,
  'GET /payment-methods': PaymentMethodPage,
  'POST /payment-methods': PaymentMethod,
  'GET /payment-methods/{paymentMethodId}': PaymentMethod,
  'PATCH /payment-methods/{paymentMethodId}': PaymentMethod,
  'PUT /payment-methods/{paymentMethodId}/default': PaymentMethod,
  'POST /bank-accounts': PaymentMethod,
  'GET /mandate-text': MandateText,
  'GET /paypal-subscriptions': PaypalSubscriptionPage,
  'PUT /paypal-subscriptions/{subscriptionId}/cancellation': PaypalSubscription,
  'GET /facility-access/options': FacilityAccessOptions,
  'GET /access-grants': AccessGrantPage,
  'POST /access-grants': AccessGrant,
  'GET /access-grants/{grantId}': AccessGrant,
  'PATCH /access-grants/{grantId}': AccessGrant,
  'PUT /access-grants/{grantId}/revocation': AccessGrant,
  'GET /visits': VisitPage,
  'POST /visits': Visit,
  'PUT /visits/{visitId}/cancellation': Visit,
  'GET /tickets': TicketPage,
  'POST /tickets': TicketSummary,
  'GET /tickets/options': TicketOptions,
  'POST /tickets/files': UploadedFile,
  'GET /tickets/{ticketId}': Ticket,
  'POST /tickets/{ticketId}/posts': Ticket,
  'POST /tickets/{ticketId}/files': UploadedFile,
  'PUT /tickets/{ticketId}/closure': Ticket,
  'DELETE /tickets/{ticketId}/closure': Ticket,
  'PUT /tickets/{ticketId}/copies/{contactId}': Ticket,
  'PUT /tickets/{ticketId}/rating': Ticket,
  'GET /ticket-things': TicketThings,
  'GET /ticket-search': TicketSearchPage,
  'GET /ticket-search/options': TicketSearchOptions,
  'GET /support-preferences': SupportPreferences,
  'PATCH /support-preferences': SupportPreferences,
  'POST /support-preferences/pin': SupportPin,
  'POST /support-preferences/pin/reveal': SupportPin,
  'GET /dns-zones': DnsZonePage,
  'POST /dns-zones': DnsZone,
  'GET /dns-zones/{zoneId}': DnsZone,
  'POST /dns-zones/{zoneId}/import': DnsImportResult,
  'GET /dns-zones/{zoneId}/rrsets': DnsRrsetPage,
  'PATCH /dns-zones/{zoneId}/rrsets': DnsZone,
  'GET /events': EventPage,
  'GET /events/options': EventOptions,
  'GET /mails': MailPage,
  'GET /mails/options': MailOptions,
  'GET /mails/{mailId}': Mail,
  'POST /mails/{mailId}/copies': MailCopy,
};
