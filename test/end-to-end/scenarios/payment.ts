import type { World } from '../portal.test.js';
export function payment(_world: World): void {}
