import { literal, snake } from './names.mjs';

/** The fields of the templates: a region for each field takes the lines of its kind. */
const placeholder = /\bsample_?(name|text|choice|enum|money|number|day|instant|flag|list|search)(?=Labels?\b|_\w+\b|\b|-)/i;
const opening = /^\s*(?:\/\/|<!--) (each|if) (\w+)(?: -->)?$/;
const ending = /^\s*(?:\/\/|<!--) end(?: -->)?$/;

const depth = (line) => (line.match(/[([{]/g)?.length ?? 0) - (line.match(/[)\]}]/g)?.length ?? 0);

/** Tells whether a tag has begun and not yet ended. */
const isInTag = (text) => /<\w[^<>]*$/.test(text.replaceAll('=>', ''));

/** The lines of a region by the kind of field that each is for; what a formatter has broken over several lines stays together. */
function linesByKind(lines) {
  const found = new Map();
  let chunk = [];
  let open = 0;
  let last;
  for (const line of lines) {
    chunk.push(line);
    open += depth(line);
    // A comment belongs to what follows.
    if (open > 0 || isInTag(chunk.join('\n')) || /^\s*\/[/*]/.test(line)) continue;
    const goesOn = /^\s*[?:] /.test(line);
    const [, kind = goesOn ? last : undefined] = placeholder.exec(chunk.join('\n')) ?? [];
    if (!kind) throw new Error(`A template has a line for no kind of field:\n${chunk.join('\n')}`);
    last = kind.toLowerCase();
    found.set(last, [...(found.get(last) ?? []), ...chunk]);
    chunk = [];
  }
  return found;
}

const kindOf = ({ kind = 'list', labelled, isSubject }) => (isSubject ? 'name' : labelled ? 'choice' : kind === 'choice' ? 'enum' : kind);

/** Lines of a field that must be filled in have no null; those of one that may be left out, but not be null, have undefined. */
function withOptional(text, { required, nullable }) {
  if (required) {
    return text
      .replace(/^\s*\['', t\('none'\)\],\n/gm, '')
      .replace(/ \|\| null/g, '')
      .replace(/[\w.]+ === '' \? null : /g, '')
      .replace(/row\.\w+ === null \|\| row\.\w+ === null\s+\? null\s+: /g, '')
      .replace(/(row\.\w+) \?\? undefined/g, '$1')
      .replace(/Optional</g, 'Generated<')
      .replace(/, nullable: true/g, '');
  }
  const nothing = nullable ? 'null' : 'undefined';
  return text
    .replace(/ \|\| null/g, ` || ${nothing}`)
    .replace(/ \? null( *\n? *): /g, ` ? ${nothing}$1: `)
    .replace(/Generated</g, 'Optional<')
    .replace(/, \(column\) => column\.notNull\(\)\.defaultTo\(.*\)\)$/gm, ')')
    .replace(/^(\s*\w+: row\.\w+),$/gm, `$1 ?? ${nothing},`)
    .replace(/^(\s*\w+: row\.\w+)\.toISOString\(\),$/gm, `$1?.toISOString() ?? ${nothing},`)
    .replace(/\[(row\.\w+)\] \?\? row\.\w+,$/gm, `[$1 ?? ''] ?? $1 ?? ${nothing},`)
    .replace(/\[(row\.\w+)\]/g, `[$1 ?? '']`);
}

/** A text as it stands between single quotes or in a template. */
const quoted = (text) =>
  JSON.stringify(String(text))
    .slice(1, -1)
    .replace(/['`]|\$\{/g, (sign) => `\\${sign}`)
    .replaceAll('\\"', '"');

/** A line with what the contract gives as an example of the field. */
function withExample(text, { example, exampleLabel, text: title }) {
  return text
    .replace(`{ sampleExample: 'Sample example' }`, `{ ${literal(String(example))}: ${literal(String(exampleLabel))} }`)
    .replace('JSON.stringify([])', `JSON.stringify(${JSON.stringify(example ?? [])})`)
    .replaceAll('sampleExample', quoted(example ?? title));
}

/** The width that a column needs at least, in em: for its kind of values, and for the longest word above them. */
const withWidth = (text, title) =>
  text.replace(/(?<=, width: )[\d.]+/, (width) =>
    Math.max(width, ...title.split(/[\s-]/).map(({ length }) => Math.ceil(length * 0.55 + 2))),
  );

function lineOf(chunk, field, names) {
  const { name, choices = [], required, isSortable } = field;
  const first = required ? choices[0] : '';
  const repeated = chunk.flatMap((line) =>
    /^\s*\['sampleValue'/.test(line)
      ? choices.map((choice) => line.replaceAll('sampleValue', choice))
      : [line.replaceAll(`'sampleValue'`, literal(first))],
  );
  const lines = withWidth(withExample(withOptional(repeated.join('\n'), field), field), field.text ?? name);
  const text = lines.replace(/, sort: '\w+'/, (sort) => (isSortable ? sort : ''));
  const [, kind] = placeholder.exec(text);
  const camelKind = kind[0].toUpperCase() + kind.slice(1).toLowerCase();
  const own = Object.fromEntries(['', 'Label', 'Labels'].map((end) => [`sample${camelKind}${end}`, `${name}${end}`]));
  const columns = Object.fromEntries(
    ['', '_amount', '_currency'].map((end) => [`sample_${kind.toLowerCase()}${end}`, `${snake(name)}${end}`]),
  );
  return rename(text, { ...names, ...own, ...columns, [`Sample ${kind.toLowerCase()}`]: field.text ?? name });
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Replaces whole names, all at once, so that what has been put in is not replaced again. */
function rename(text, names) {
  const all = Object.keys(names).sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`(?<![\\w-])(?:${all.map(escaped).join('|')})(?!\\w)`, 'g');
  return text.replace(pattern, (name) => names[name]);
}

/** Takes out everything that nothing uses: imported names, texts and formats, constants. */
function prune(text) {
  const isUsed = (name, without) =>
    new RegExp(`(?<![\\w$/'-])(?<!(?<!\\.\\.)\\.)${escaped(name)}(?![\\w$'-])`).test(text.replace(without, ''));
  const kept = (list, without) =>
    list
      .split(',')
      .map((each) => each.trim())
      .filter(
        (each) =>
          each &&
          isUsed(
            each
              .replace(/^type /, '')
              .split(' as ')
              .at(-1),
            without,
          ),
      );
  let before;
  do {
    before = text;
    text = text.replace(/^import (type )?\{([^}]*)\} from ('[^']+');\n/gm, (whole, type = '', list, from) => {
      const names = kept(list, whole);
      if (names.length === 0) return '';
      const areTypes = names.every((name) => name.startsWith('type '));
      return areTypes
        ? `import type { ${names.map((name) => name.slice('type '.length)).join(', ')} } from ${from};\n`
        : `import ${type}{ ${names.join(', ')} } from ${from};\n`;
    });
    text = text.replace(/^ *const \{ ([\w, ]+) \} = this\.#i18n;\n/gm, (whole, list, at) => {
      const end = text.indexOf('\n  }\n', at);
      const scope = text.slice(at + whole.length, end < 0 ? undefined : end);
      const names = list.split(', ').filter((name) => new RegExp(`(?<![\\w$.'-])${name}\\(`).test(scope));
      return names.length > 0 ? whole.replace(list, names.join(', ')) : '';
    });
    text = text.replace(/\(\{ ([\w, ]+) \}: ListToolbar\)/g, (whole, list) =>
      whole.replace(
        list,
        list
          .split(', ')
          .filter((name) => text.includes(`${name}(this.`))
          .join(', '),
      ),
    );
    text = text.replace(/^(?:const|type) (\w+) = [^\n]*;\n/gm, (whole, name) => (isUsed(name, whole) ? whole : ''));
  } while (text !== before);
  return text;
}

/**
 * A module from a template, which is a module itself: of regions `// if …` what is true, of regions `// each …` a line for each field
 * by its kind, and its names replaced.
 */
export function render(template, { names, is = {}, each = {} }) {
  const output = [];
  const stack = [];
  for (const line of template.split('\n')) {
    const [, word, of] = opening.exec(line) ?? [];
    if (word) stack.push({ word, of, lines: [] });
    else if (ending.test(line)) {
      const { word: closing, of: name, lines } = stack.pop() ?? {};
      if (!lines) throw new Error('A template ends a region that it has not begun.');
      const parent = stack.at(-1)?.lines ?? output;
      if (closing === 'if') {
        if (is[name]) parent.push(...lines);
      } else if (typeof each[name] === 'string') parent.push(each[name]);
      else {
        const byKind = linesByKind(lines);
        const fields = (each[name] ?? []).filter((field) => byKind.has(kindOf(field)));
        parent.push(...fields.map((field) => ({ done: lineOf(byKind.get(kindOf(field)), field, names) })));
      }
    } else (stack.at(-1)?.lines ?? output).push(line);
  }
  if (stack.length > 0) throw new Error(`A template does not end the region ${stack.at(-1).of}.`);
  const text = output.map((line) => (typeof line === 'string' ? rename(line, names) : line.done)).join('\n');
  return prune(text);
}
