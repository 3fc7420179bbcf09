/** What jest writes with --json, as far as it is counted here. */
export type JestResult = {
  numPassedTests: number;
  numFailedTests: number;
  /** Files that could not even be run. */
  numRuntimeErrorTestSuites: number;
  testResults: { assertionResults: { fullName: string; status: string }[] }[];
};

export type Tally = { passed: number; failed: number; leftOut: string[] };

/** A part of the machine that some tests need, and whether it is here. */
export type Part = { name: string; isThere: boolean; without: string };

/** Electron's program cannot be had on most machines that run tests, so its one smoke test may be left out anywhere. */
const MAY_BE_LEFT_OUT = /^Electron: /;

/**
 * Counts everything: each check and each test is one. Where nothing may be left out, whatever was counts as failed.
 * @param checks name of each check, and whether it passed
 * @param isStrict true on the build server: a part that is missing there is a fault of ours
 */
export function tally(
  checks: Record<string, boolean>,
  results: readonly JestResult[],
  parts: readonly Part[],
  isStrict: boolean,
): Tally {
  const missing = parts.filter(({ isThere }) => !isThere).map(({ without }) => without);
  const skipped = results.flatMap(skippedOf);
  const unforgivable = isStrict ? missing.length + skipped.filter((name) => !MAY_BE_LEFT_OUT.test(name)).length : 0;
  const checked = Object.values(checks);
  return {
    passed: checked.filter(Boolean).length + sum(results.map(({ numPassedTests }) => numPassedTests)),
    failed:
      checked.filter((isFine) => !isFine).length +
      sum(results.map(({ numFailedTests, numRuntimeErrorTestSuites }) => numFailedTests + numRuntimeErrorTestSuites)) +
      unforgivable,
    leftOut: [...missing, ...skipped],
  };
}

function skippedOf({ testResults }: JestResult): string[] {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'skipped' || status === 'todo' || status === 'disabled')
    .map(({ fullName }) => fullName);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The last lines of a run. The very last one is `N passed, N failed`. */
export function lastLines({ passed, failed, leftOut }: Tally): string[] {
  return [...leftOut.map((what) => `left out: ${what}`), `${passed} passed, ${failed} failed`];
}
