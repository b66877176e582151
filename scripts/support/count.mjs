import { stripVTControlCharacters } from 'node:util';

const number = (text, pattern) => Number(pattern.exec(text)?.[1] ?? 0);

/** How many tests a command's output says passed, failed and were skipped, by what ran them. */
const readers = {
  sentence: (text) => {
    const last = text.match(/^(?:In all browsers: )?\d+ passed, \d+ failed(?:, \d+ skipped)?$/gm)?.at(-1) ?? '';
    return { passed: number(last, /(\d+) passed/), failed: number(last, /(\d+) failed/), skipped: number(last, /(\d+) skipped/) };
  },
  node: (text) => ({
    passed: number(text, /^(?:ℹ|#) pass (\d+)$/m),
    failed: number(text, /^(?:ℹ|#) fail (\d+)$/m) + number(text, /^(?:ℹ|#) cancelled (\d+)$/m),
    skipped: number(text, /^(?:ℹ|#) skipped (\d+)$/m) + number(text, /^(?:ℹ|#) todo (\d+)$/m),
  }),
  vitest: (text) => {
    const line = /^\s*Tests\s+(.*)$/m.exec(text)?.[1] ?? '';
    return { passed: number(line, /(\d+) passed/), failed: number(line, /(\d+) failed/), skipped: number(line, /(\d+) skipped/) };
  },
  whole: () => ({ passed: 0, failed: 0, skipped: 0 }),
};

/** The lines of a command's output that name what failed and why, by what ran the tests. */
const failures = {
  sentence: (text) => text.match(/^(?:Failed|Lost): .*(?:\n {4}.*)*/gm)?.join('\n'),
  node: (text) => /^✖ failing tests:\n+([^]*)/m.exec(text)?.[1],
  vitest: (text) => [...new Set(text.match(/^\s*FAIL .*(?:\n.*Error: .*)?/gm))].join('\n'),
  whole: () => undefined,
};

/** What a finished command says about its failures; at most its last 4,000 characters, and `''` when all went well. */
export function whatFailed({ ok, output }, by = 'whole') {
  if (ok) return '';
  const text = stripVTControlCharacters(output).trimEnd();
  return (failures[by](text) || text).slice(-4000);
}

/** Counts a finished command; one that neither passed nor failed anything counts as one test itself. */
export function count({ ok, output }, by = 'whole') {
  const text = stripVTControlCharacters(output);
  const counted = readers[by](text);
  if (!ok && counted.failed === 0) return { ...counted, failed: 1 };
  if (counted.passed + counted.failed + counted.skipped > 0) return counted;
  return /^Skipped: /m.test(text) ? { ...counted, skipped: 1 } : { ...counted, passed: 1 };
}

export const sentence = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
