import type { Feature } from './feature.js';
import * as features from './features.js';
import type { Operations } from './http/operation.js';
import type { Owners } from './http/ownership.js';

const all = <Part extends object>(partsOf: (feature: Feature) => object | undefined): Part =>
  Object.assign({}, ...Object.values<Feature>(features).map(partsOf)) as Part;

/** The handler of each operation; the API does not start while the contract has one more. */
export const operations = all<Operations>((feature) => feature.operations);

/** The owner of each `{…Id}` of the contract's paths. */
export const owners = all<Owners>((feature) => feature.owners);

/** The steps of the schema, by name. */
export const migrations = all<NonNullable<Feature['migrations']>>((feature) => feature.migrations);
