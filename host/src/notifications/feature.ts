import type { Feature } from '../feature.js';
import { notificationOperations } from './operations.js';

export const notifications: Feature = {
  operations: notificationOperations,
};
