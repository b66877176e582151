import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { root } from './run.mjs';

export const folder = 'api-report';

const entries = [
  "export * from './index.js';",
  "export * as provide from './context/provide.js';",
  "export * as permissions from './context/permissions.js';",
  "export * as requirement from './context/requirement.js';",
  "export * as dns from './dns/index.js';",
].join('\n');

/** The contract has a report of its own, which `npm run schema` keeps: src/api/schema.d.ts. */
const ofTheContract = /^export interface (\w+) \{\n(?: {4}.*\n|\n)+\}$/gm;
const withoutContract = (text) =>
  text.replace(ofTheContract, (whole, name) =>
    ['paths', 'components', 'operations'].includes(name) ? `export interface ${name} {} // src/api/schema.d.ts` : whole,
  );

/** All that modules of the package export, with types, as API Extractor writes it. */
async function types() {
  const entry = join(root, 'dist/every-entry.d.ts');
  const reportFolder = await mkdtemp(join(tmpdir(), 'portal-api-'));
  await writeFile(entry, entries);
  try {
    const compilerOptions = {
      ...JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')).compilerOptions,
      types: [],
      paths: {},
    };
    const silent = { default: { logLevel: 'none' } };
    const configObject = {
      projectFolder: root,
      mainEntryPointFilePath: entry,
      newlineKind: 'lf',
      compiler: { overrideTsconfig: { compilerOptions, files: [entry] } },
      apiReport: { enabled: true, reportFileName: 'types', reportFolder, reportTempFolder: reportFolder },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: { extractorMessageReporting: silent, tsdocMessageReporting: silent },
    };
    const config = ExtractorConfig.prepare({
      configObjectFullPath: undefined,
      packageJsonFullPath: join(root, 'package.json'),
      configObject,
    });
    const faults = [];
    Extractor.invoke(config, {
      localBuild: true,
      messageCallback(message) {
        if (message.logLevel === 'error') faults.push(message.text);
        message.handled = true;
      },
    });
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return withoutContract(await readFile(join(reportFolder, 'types.api.md'), 'utf8'));
  } finally {
    await rm(entry, { force: true });
    await rm(reportFolder, { recursive: true, force: true });
  }
}

const typed = ({ name, type, default: value }) => `${name}${type ? `: ${type.text}` : ''}${value ? ` = ${value}` : ''}`;

const method = ({ name, parameters = [], return: result }) =>
  `${name}(${parameters.map(({ name: parameter, type }) => `${parameter}: ${type?.text ?? 'any'}`).join(', ')}): ${result?.type?.text ?? 'void'}`;

const kinds = {
  attribute: ({ attributes = [] }) => attributes,
  property: ({ members = [] }) => members.filter(({ kind }) => kind === 'field'),
  method: ({ members = [] }) => members.filter(({ kind }) => kind === 'method'),
  event: ({ events = [] }) => events,
  slot: ({ slots = [] }) => slots.map((slot) => ({ ...slot, name: slot.name || '(default)' })),
  part: ({ cssParts = [] }) => cssParts,
  token: ({ cssProperties = [] }) => cssProperties,
  state: ({ cssStates = [] }) => cssStates,
};

function element(declaration) {
  const { tagName, name, superclass, permission, operations = [] } = declaration;
  const own = Object.entries(kinds).flatMap(([kind, of]) =>
    of(declaration)
      .filter(({ inheritedFrom }) => !inheritedFrom)
      .map((item) => `  ${kind} ${kind === 'method' ? method(item) : typed(item)}${item.readonly ? ' (read only)' : ''}`)
      .sort(),
  );
  return [
    `${tagName ?? name} extends ${superclass?.name ?? 'nothing'}`,
    ...(permission ? [`  permission ${permission}`] : []),
    ...operations.map((operation) => `  operation ${operation}`),
    ...own,
  ].join('\n');
}

/** Every element and the classes it inherits from, with what a page may use, a line each. */
function elements() {
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  return modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName, name }) => tagName || /^Portal.*Element$/.test(name))
    .map(element)
    .sort()
    .join('\n\n')
    .concat('\n');
}

/** The public API as dist/ and custom-elements.json have it: the text of each file of the report. */
export async function apiReport() {
  for (const file of ['dist/index.d.ts', 'custom-elements.json'])
    if (!existsSync(join(root, file))) throw new Error(`There is no ${file}: run npm run build.`);
  return { 'types.api.md': await types(), 'elements.txt': elements() };
}
