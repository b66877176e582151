import { catalogue } from '../../i18n/catalogue.js';
import english from './profile-edit.en.js';

/** Texts of the client's profile while it is edited. */
export const profileEdit = catalogue('profile-edit', english, {
  de: () => import('./profile-edit.de.js'),
  cs: () => import('./profile-edit.cs.js'),
  ar: () => import('./profile-edit.ar.js'),
});
