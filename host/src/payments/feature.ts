import type { Feature } from '../feature.js';
import { paymentOperations } from './operations.js';

export const payments: Feature = {
  operations: paymentOperations,
};
