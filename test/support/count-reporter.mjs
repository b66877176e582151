import { relative } from 'node:path';

/** Each test of a session's results, with the names of the suites around it. */
const testsOf = ({ name = '', tests = [], suites = [] } = {}, before = []) => {
  const names = name ? [...before, name] : before;
  return [...tests.map((test) => ({ ...test, names: [...names, test.name] })), ...suites.flatMap((suite) => testsOf(suite, names))];
};

/** Tells whether the browser has died while a file was tested. */
const isLost = ({ errors }) => errors.some(({ message }) => message?.includes('the browser disconnected'));

const count = (sessions) => {
  const tests = sessions.flatMap(({ testResults }) => testsOf(testResults));
  const broken = sessions.filter((each) => !isLost(each) && (each.errors.length > 0 || !each.testResults)).length;
  return {
    passed: tests.filter(({ passed, skipped }) => passed && !skipped).length,
    failed: tests.filter(({ passed, skipped }) => !passed && !skipped).length + broken,
    skipped: tests.filter(({ skipped }) => skipped).length,
  };
};

const sentence = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

function failuresOf(session) {
  const { browser, testFile, errors, testResults } = session;
  // `npm test` reads these lines, and tests the files once again.
  if (isLost(session)) return [`Lost: ${browser.calledAs} ${relative('', testFile)}\n    ${browser.name} has died in the middle of it.`];
  const where = `Failed: ${browser.calledAs} ${relative('', testFile)}`;
  const broken = errors.map(({ message }) => ({ what: where, message }));
  const failed = testsOf(testResults)
    .filter(({ passed, skipped }) => !passed && !skipped)
    .map(({ names, error }) => ({ what: `${where} › ${names.join(' › ')}`, message: error?.message }));
  return [...broken, ...failed].map(({ what, message }) => [what, ...(message ?? '').split('\n').slice(0, 6)].join('\n    '));
}

/** A Web Test Runner reporter that says what failed, and how many tests passed, failed and were skipped, in each browser and in all. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions: all }) {
      const sessions = [...all];
      for (const failure of sessions.flatMap(failuresOf)) console.log(failure);
      for (const name of new Set(sessions.map(({ browser }) => browser.name))) {
        console.log(`${name}: ${sentence(count(sessions.filter(({ browser }) => browser.name === name)))}`);
      }
      console.log(`In all browsers: ${sentence(count(sessions))}`);
    },
  };
}
