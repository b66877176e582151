import type { World } from '../portal.test.js';
export function dns(_world: World): void {}
