import { type JestResult, lastLines, tally } from './tally.ts';

const result = (passed: number, failed: number, skipped: string[] = [], broken = 0): JestResult => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numRuntimeErrorTestSuites: broken,
  testResults: [{ assertionResults: skipped.map((fullName) => ({ fullName, status: 'pending' })) }],
});
const CHROMIUM = { name: 'Chromium', isThere: false, without: 'journeys: no Chromium' };

test('checks and tests are counted alike, and a file that cannot run is a failure', () => {
  const counted = tally({ types: true, lint: false }, [result(3, 1), result(2, 0, [], 1)], [], false);
  expect(counted).toEqual({ passed: 6, failed: 3, leftOut: [] });
});

test('what is missing is named, in the last lines but one', () => {
  const counted = tally({}, [result(3, 0, ['on a real server: roles'])], [CHROMIUM], false);
  expect(lastLines(counted)).toEqual([
    'left out: journeys: no Chromium',
    'left out: on a real server: roles',
    '3 passed, 0 failed',
  ]);
});

test('on the build server nothing may be left out, but what needs Electron’s program', () => {
  const skipped = ['on a real server: roles', 'Electron: the built shell'];
  expect(tally({}, [result(3, 0, skipped)], [CHROMIUM], true)).toMatchObject({ passed: 3, failed: 2 });
  expect(tally({}, [result(3, 0, ['Electron: the built shell'])], [{ ...CHROMIUM, isThere: true }], true)).toEqual({
    passed: 3,
    failed: 0,
    leftOut: ['Electron: the built shell'],
  });
});
