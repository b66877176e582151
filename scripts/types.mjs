/**
 * Checks the types of library, tests, host and templates; of some files only: `node scripts/types.mjs src/index.ts`.
 *
 * `tsc -p` for each project would check the library seven times over, as every project imports it. Here a file is parsed once for all
 * projects and checked once, with the settings of the first project that has it.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { root } from './support/run.mjs';

const templates = 'scripts/create/templates';

/** Who is imported comes before who imports it. */
const projects = ['.', 'test/end-to-end', 'host', templates, `${templates}/host/src`, `${templates}/host/test`];

const given = process.argv.slice(2).map((path) => join(root, path));
const parsed = ts.createDocumentRegistry();
const checked = new Set();

/** A compiler host whose files are parsed once for all projects. */
function compilerHost(options) {
  const host = ts.createCompilerHost(options);
  const getSourceFile = (path, settings) => {
    const text = ts.sys.readFile(path);
    if (text === undefined) return undefined;
    return parsed.acquireDocument(path, options, ts.ScriptSnapshot.fromString(text), '1', undefined, settings);
  };
  return { ...host, getSourceFile };
}

function readProject(folder) {
  const path = join(root, folder, 'tsconfig.json');
  const { config, error } = ts.readConfigFile(path, (file) => readFileSync(file, 'utf8'));
  if (error) return { errors: [error], fileNames: [], options: {} };
  return ts.parseJsonConfigFileContent(config, ts.sys, join(root, folder), undefined, path);
}

function faultsOf(folder) {
  const { errors, fileNames, options } = readProject(folder);
  const program = ts.createProgram({ rootNames: fileNames, options, host: compilerHost(options) });
  const isNew = ({ fileName }) => !checked.has(fileName) && (given.length === 0 || given.includes(fileName));
  const files = program.getSourceFiles().filter(isNew);
  for (const { fileName } of files) checked.add(fileName);
  return [
    ...errors,
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
}

const faults = projects.flatMap(faultsOf);
const unread = given.filter((path) => /\.ts$/.test(path) && !checked.has(path)).map((path) => relative(root, path));
if (unread.length > 0) console.log(`In no project, so not checked: ${unread.join(', ')}`);
if (faults.length > 0) {
  console.log(
    ts.formatDiagnostics(faults, { getCanonicalFileName: (path) => path, getCurrentDirectory: () => root, getNewLine: () => '\n' }),
  );
}
process.exitCode = faults.length + unread.length > 0 ? 1 : 0;
