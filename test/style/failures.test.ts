import { allSources } from './sources.ts';

/*
 * What went wrong in other systems is numbered in our list of failures. Each case of these groups must be named by a test:
 * lost or doubled while offline, clock and business day, database and process, audit.
 */

const group = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place);
const CASES = [...group(1, 27), ...group(68, 77), 79, 80].map((number) => `F${String(number).padStart(2, '0')}`);

/** A test's name cites cases in parentheses at its end, `(F05, F07)`, or begins with one. */
const CITED = /\(((?:F\d\d[ ,]*)+)\)['"`]|['"`](F\d\d) /g;

test('each is named by a test', () => {
  const cited = new Set(
    allSources()
      .filter(({ path }) => /\.test\.tsx?$/.test(path))
      .flatMap(({ text }) => [...text.matchAll(CITED)])
      .flatMap(([, many, one]) => (many ?? one ?? '').match(/F\d\d/g) ?? []),
  );
  expect(CASES.filter((number) => !cited.has(number))).toEqual([]);
});
