import { contract } from '#contract/contract';
import { REFUSAL_CODES } from '#domain/refusal';
import { allSources } from '../style/sources.ts';

const tests = allSources()
  .filter(({ path }) => /^test\/.*\.test\.tsx?$/.test(path) && !/^test\/(?:style|contract)\//.test(path))
  .map(({ path, text }) => ({ path, text }));

/** What no test brings about yet. These lists may only get shorter: take out what is tested. */
const UNCALLED: string[] = [];
const UNREFUSED: string[] = [
  'ledger_database_away',
  'district_not_loaded',
  'district_unclear',
  'series_not_for_training',
  'load_file_wrong',
  'load_row_wrong',
];

test('every name of the contract is called by some test', () => {
  const isCalled = (name: string) => tests.some(({ text }) => text.includes(`'${name}'`));
  expect(Object.keys(contract).filter((name) => !isCalled(name) && !UNCALLED.includes(name))).toEqual([]);
});

test('every refusal is brought about by some test', () => {
  const isRefused = (code: string) => tests.some(({ text }) => new RegExp(`['"\`] ?${code}['"\`\\s]`).test(text));
  expect(REFUSAL_CODES.filter((code) => !isRefused(code) && !UNREFUSED.includes(code))).toEqual([]);
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
