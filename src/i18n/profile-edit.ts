import { catalogue } from './catalogue.js';
import english from './en/profile-edit.js';

/** Texts of the client's profile while it is edited. */
export const profileEdit = catalogue('profile-edit', english, {
  de: () => import('./de/profile-edit.js'),
  cs: () => import('./cs/profile-edit.js'),
  ar: () => import('./ar/profile-edit.js'),
});
