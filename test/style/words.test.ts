import { allSources, filesIn } from './sources.ts';

const sources = allSources();
const house = sources.filter(({ path }) => !path.startsWith('test/'));

/** Lines of some files that match, as `path:line`. */
function linesThatMatch(pattern: RegExp, files = sources): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );
}

/** Time and chance are parameters: they come from a host, and a program is its own host. */
const HOSTS = /(^|\/)(host|client)\.ts$|\/cli(\/[^/]+)?\.ts$|\/main\.ts$/;

test.each([
  ['a clock', /\bDate\.now\b|\bnew Date\(\)/],
  ['chance', /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/],
])('%s is only in the hosts', (_, pattern) => {
  expect(
    linesThatMatch(
      pattern,
      house.filter(({ path }) => !HOSTS.test(path)),
    ),
  ).toEqual([]);
});

test.each([
  ['any', /(?<![\w.])(?:as|:|<|\|) any\b(?!\w)(?=\s*(?:[;,)>\]=|{}]|$))/],
  ['a default export', /^export default /],
  ['a barrel', /^export \* from /],
  ['an enum or a namespace', /^(?:export )?(?:declare )?(?:const )?enum \w|^(?:export )?namespace \w/],
  ['a compiler switched off', /@ts-(?:ignore|nocheck|expect-error)/],
  ['a lint rule switched off without a reason', /biome-ignore(?![^\n]*: \S)/],
  ['a note to oneself', /\b(?:TODO|FIXME|XXX|HACK)\b/],
  ['a debugger', /\bdebugger\b/],
])('nowhere is %s', (what, pattern) => {
  const own = sources.filter(({ path }) => path !== 'test/style/words.test.ts' && !path.endsWith('.config.mts'));
  expect([what, linesThatMatch(pattern, own)]).toEqual([what, []]);
});

test('no test runs alone or is switched off, but the one that needs Electron’s program', () => {
  const tests = sources.filter(({ path }) => path.startsWith('test/') && !path.startsWith('test/style/'));
  const found = linesThatMatch(
    /\b(?:test|it|describe)\.(?:only|todo)\b|\bf(?:it|describe)\(|^\s*(?:test|describe)\.skip\(/,
    tests,
  );
  expect(found).toEqual([]);
});

test('files are named for what they export: no utils, no helpers, no index', () => {
  const files = ['main', 'renderer', 'db', 'printing', 'test'].flatMap(filesIn);
  expect(files.filter((path) => /(?:^|\/)(?:utils?|helpers?|common|misc|index)(?:\/|\.tsx?$)/i.test(path))).toEqual([]);
});

test('standard output belongs to programs', () => {
  const programs = /\/cli(\/[^/]+)?\.ts$|^main\/verify\/|^main\/start\/start\.ts$/;
  const others = house.filter(({ path }) => !programs.test(path));
  expect(linesThatMatch(/\bconsole\.\w+\(|\bprocess\.stdout\b/, others)).toEqual([]);
});
