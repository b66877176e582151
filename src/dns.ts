export { parseIPv4, parseIPv6, pointerAddress, pointerName } from './devices/dns/addresses.js';
export { isWithin, parentName, relativeName } from './devices/dns/hierarchy.js';
export {
  absoluteName,
  isHostName,
  nameProblem,
  orderKey,
  ownerFromInput,
  sameName,
  targetFromInput,
  type NameProblem,
} from './devices/dns/names.js';
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
} from './devices/dns/record-types.js';
export { splitText } from './devices/dns/octets.js';
export { unicodeName } from './devices/dns/unicode.js';
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
} from './devices/dns/validate.js';
export {
  formatZoneFile,
  parseZoneFile,
  writeZoneFile,
  type FileRrset,
  type LineCode,
  type LineProblem,
  type ZoneFile,
  type ZoneFileOptions,
} from './devices/dns/zone-file.js';
