const testsOf = ({ tests = [], suites = [] } = {}) => [...tests, ...suites.flatMap(testsOf)];

const count = (sessions) => {
  const tests = sessions.flatMap(({ testResults }) => testsOf(testResults));
  const broken = sessions.filter(({ errors, testResults }) => errors.length > 0 || !testResults).length;
  return {
    passed: tests.filter(({ passed, skipped }) => passed && !skipped).length,
    failed: tests.filter(({ passed, skipped }) => !passed && !skipped).length + broken,
    skipped: tests.filter(({ skipped }) => skipped).length,
  };
};

const sentence = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** A Web Test Runner reporter that says how many tests passed, failed and were skipped, in each browser and in all. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions: all }) {
      const sessions = [...all];
      for (const name of new Set(sessions.map(({ browser }) => browser.name))) {
        console.log(`${name}: ${sentence(count(sessions.filter(({ browser }) => browser.name === name)))}`);
      }
      console.log(`In all browsers: ${sentence(count(sessions))}`);
    },
  };
}
