export { parseIPv4, parseIPv6, pointerAddress, pointerName } from './protocol/addresses.js';
export { isWithin, parentName, relativeName } from './protocol/hierarchy.js';
export {
  absoluteName,
  isHostName,
  nameProblem,
  orderKey,
  ownerFromInput,
  sameName,
  targetFromInput,
  type NameProblem,
} from './protocol/names.js';
export {
  commonTypes,
  fieldsOf,
  formatValue,
  isRecordType,
  parseSeconds,
  parseValue,
  type Field,
  type FieldKind,
  type FieldValues,
} from './protocol/record-types.js';
export { splitText } from './protocol/octets.js';
export { unicodeName } from './protocol/unicode.js';
export {
  checkFields,
  checkValue,
  indexRrsets,
  normalValue,
  tolerable,
  validateDeletion,
  validateRrset,
  type DnsRecord,
  type ProblemCode,
  type Rrset,
  type RrsetIndex,
  type RrsetProblem,
  type ValidationContext,
} from './protocol/validate.js';
export {
  formatZoneFile,
  parseZoneFile,
  writeZoneFile,
  type FileRrset,
  type LineCode,
  type LineProblem,
  type ZoneFile,
  type ZoneFileOptions,
} from './protocol/zone-file.js';
