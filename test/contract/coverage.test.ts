import { contract } from '#contract/contract';
import { REFUSAL_CODES } from '#domain/refusal';
import { allSources } from '../style/sources.ts';

const tests = allSources()
  .filter(({ path }) => /^test\/.*\.test\.tsx?$/.test(path) && !/^test\/(?:style|contract|renderer)\//.test(path))
  // It says every sentence and brings about no refusal.
  .filter(({ path }) => path !== 'test/domain/refusal.test.ts')
  .map(({ path, text }) => ({ path, text }));

/** What no test brings about yet, and nothing else. These lists may only get shorter. */
const UNCALLED: string[] = [];
const UNREFUSED: string[] = [];

test('every name of the contract is called by some test', () => {
  const isCalled = (name: string) => tests.some(({ text }) => text.includes(`'${name}'`));
  expect(Object.keys(contract).filter((name) => !isCalled(name))).toEqual(UNCALLED);
});

test('every refusal is brought about by some test', () => {
  const isRefused = (code: string) =>
    tests.some(({ text }) => new RegExp(`(?:['"\`] ?|refused )${code}['"\`\\s]`).test(text));
  expect(REFUSAL_CODES.filter((code) => !isRefused(code))).toEqual(UNREFUSED);
});

describe('what the contract promises of itself', () => {
  const definitions = Object.entries(contract);

  test('only commands carry a command id, and all of them do', () => {
    const withId = definitions.filter(([, { input }]) => 'commandId' in input.shape).map(([name]) => name);
    expect(withId).toEqual(definitions.filter(([, { kind }]) => kind === 'command').map(([name]) => name));
  });

  test('a query touches nothing, and what is touched is read by some query', () => {
    const read = new Set<string>(definitions.flatMap(([, { reads }]) => [...reads]));
    for (const [name, { kind, touches }] of definitions) {
      if (kind === 'query') expect([name, touches]).toEqual([name, []]);
      for (const topic of touches) expect(read).toContain(topic);
    }
  });

  test('unknown fields are refused at every door', () => {
    for (const [name, { input }] of definitions) {
      const { error } = input.safeParse({ unknownField: 1 });
      expect([name, error?.issues.some(({ code }) => code === 'unrecognized_keys')]).toEqual([name, true]);
    }
  });
});
