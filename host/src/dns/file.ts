import {
  indexRrsets,
  isWithin,
  parseZoneFile,
  tolerable,
  validateRrset,
  type FileRrset,
  type LineProblem,
  type Rrset,
  type ValidationContext,
} from 'portal-elements/dns.js';
import { isEditable } from './rrset.js';
import { sentence } from './sentences.js';

export interface Skipped {
  line: number;
  detail: string;
}

/** The record sets that a file offers to a zone. */
export interface ReadFile {
  /** Valid sets without conflicts, the SOA and the apex name servers among them. */
  rrsets: FileRrset[];
  skipped: Skipped[];
}

const describe = ({ line, code, detail }: LineProblem): Skipped => ({ line, detail: `${sentence(code)} ${detail}`.trim() });

/** Leaves out the records with problems of their own, and with those of the whole set the set. */
function keepValid(rrset: FileRrset, context: ValidationContext, skip: (line: number, detail: string) => void): FileRrset | undefined {
  const problems = validateRrset(rrset, context).filter(({ code }) => !tolerable.has(code));
  if (problems.length === 0) return rrset;
  const whole = problems.find(({ path }) => !path.startsWith('records/'));
  const wrong = new Map(problems.map((problem) => [Number(problem.path.split('/')[1]), problem]));
  for (const [index, line] of rrset.lines.entries()) {
    const problem = whole ?? wrong.get(index);
    if (problem) skip(line, `${sentence(problem.code, problem)} ${rrset.name} ${rrset.type}`);
  }
  const keep = (_: unknown, index: number) => !wrong.has(index);
  const records = rrset.records.filter(keep);
  return whole || records.length === 0 ? undefined : { ...rrset, records, lines: rrset.lines.filter(keep) };
}

/**
 * Reads a file for a zone. What cannot be read, is not valid or conflicts, within the file or with the sets of `kept`, is skipped with
 * its line; of an alias and other records of the same name, the alias goes.
 */
export function readFile(
  content: string | Uint8Array,
  context: Omit<ValidationContext, 'siblings'>,
  kept: readonly Rrset[] = [],
): ReadFile {
  const { rrsets: all, problems } = parseZoneFile(content, { origin: context.zone });
  const skipped = problems.map(describe);
  const skip = (line: number, detail: string) => void skipped.push({ line, detail });
  const filter = (rrsets: readonly FileRrset[], siblings?: ValidationContext['siblings']) =>
    rrsets.map((rrset) => keepValid(rrset, { ...context, ...(siblings && { siblings }) }, skip)).filter((rrset) => rrset !== undefined);
  const isRedirect = ({ type }: Rrset) => type === 'CNAME' || type === 'DNAME';

  let rrsets = filter(all);
  const redirects = filter(rrsets.filter(isRedirect), indexRrsets([...kept, ...rrsets]));
  const others = rrsets.filter((rrset) => !isRedirect(rrset));
  rrsets = [...redirects, ...filter(others, indexRrsets([...kept, ...redirects, ...others]))];
  return { rrsets, skipped: skipped.sort((one, other) => one.line - other.line) };
}

export interface Difference {
  before: Rrset | null;
  after: Rrset | null;
}

/** Sets that cannot have a second record. */
const single = /^(?:CNAME|DNAME|SOA)$/;

/** The set with the records of both: the file's word on TTL, comment and what is disabled holds. */
export function mergeRrsets(before: Rrset, after: Rrset): Rrset {
  const values = new Set(after.records.map(({ value }) => value));
  const more = single.test(after.type) ? [] : before.records.filter(({ value }) => !values.has(value));
  return { ...after, comment: after.comment ?? before.comment ?? null, records: [...more, ...after.records] };
}

/** Lines about the apex name servers that differ from the company's own, which stay as they are. */
export function refusedNameServers(file: readonly FileRrset[], stored: readonly Rrset[], zone: string): Skipped[] {
  const isNameServers = (rrset: Rrset) => rrset.type === 'NS' && rrset.name === zone;
  const own = new Set(stored.find(isNameServers)?.records.map(({ value }) => value));
  const set = file.find(isNameServers);
  return (set?.records ?? []).flatMap(({ value }, index) =>
    own.has(value) ? [] : [{ line: set!.lines[index]!, detail: `${sentence('not-editable')} ${zone} NS ${value}` }],
  );
}

/** The sets of a file that the client may set. */
export const editableRrsets = (rrsets: readonly FileRrset[], zone: string): FileRrset[] =>
  rrsets.filter((rrset) => isEditable(rrset, zone) && isWithin(rrset.name, zone));
