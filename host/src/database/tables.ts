import type { AccountTables } from './tables-accounts.js';
import type { CallTables } from './tables-calls.js';
import type { ContractTables } from './tables-contracts.js';
import type { CreditTables } from './tables-credits.js';
import type { DnsTables } from './tables-dns.js';
import type { InvoiceTables } from './tables-invoices.js';
import type { OrderTables } from './tables-orders.js';
import type { PaymentMethodTables } from './tables-payment-methods.js';
import type { ProfileTables } from './tables-profile.js';
import type { ServiceTables } from './tables-services.js';
import type { TrafficTables } from './tables-traffic.js';
import type { TaxExemptionTables } from './tables-tax-exemptions.js';
import type { UploadTables } from './tables-uploads.js';
import type { FacilityAccessTables } from './tables-facility-access.js';
import type { PeopleTables } from './tables-people.js';

/** Every table, by area. */
export interface Database
  extends
    AccountTables,
    PeopleTables,
    ContractTables,
    InvoiceTables,
    CreditTables,
    ProfileTables,
    OrderTables,
    CallTables,
    DnsTables,
    TrafficTables,
    UploadTables,
    ServiceTables,
    PaymentMethodTables,
    FacilityAccessTables,
    TaxExemptionTables {}
