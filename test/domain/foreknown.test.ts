import { foreknown, type Knowing, type OfficeCount } from '#domain/foreknown';

/* Who knew what she counted: by the order of one journal where there is one, by two clocks where not. */

const knowing = (how: Knowing['how'], sequence: number, at: number, person = 'e'): Knowing => ({
  ...{ how, person, at, epoch: 1, sequence },
});
const count = (what: OfficeCount['what'], half: number | null, at: number, person = 'e'): OfficeCount => ({
  ...{ handoff: what, what, person, at },
  half: half === null ? null : { epoch: 1, sequence: half },
});
const known = (one: Knowing, other: OfficeCount) => foreknown([one], [other]).flatMap(({ handoffs }) => handoffs);

test.each<[string, Knowing, OfficeCount, boolean]>([
  ['an X report before the close', knowing('read', 5, 50), count('cash', 9, 100), true],
  ['… by somebody else', knowing('read', 5, 50, 'f'), count('cash', 9, 100), false],
  ['… though the ledger’s clock is behind', knowing('read', 5, 50), count('cash', 9, 40), true],
  ['a drop made before it, counted after it', knowing('read', 5, 50), count('drop', 4, 60), true],
  ['a drop made and counted before it', knowing('read', 5, 50), count('drop', 4, 40), false],
  ['a drop made after it', knowing('read', 5, 50), count('drop', 6, 100), false],
  ['a float counted for the office after it', knowing('read', 5, 50), count('float', 1, 60), true],
  ['a float counted for the office before it', knowing('read', 5, 50), count('float', 1, 10), false],
  ['a float that was issued ahead', knowing('read', 5, 50), count('float', null, 10), false],
  ['a surprise count before the close', knowing('checked', 5, 50), count('check', 9, 100), true],
  ['… of a drop, which was not in the drawer any more', knowing('checked', 5, 50), count('drop', 4, 60), false],
  ['… of a float', knowing('checked', 5, 50), count('float', 1, 60), false],
  ['a recount', knowing('counted', 8, 80), count('drop', 4, 100), true],
  ['a yes to the close', knowing('agreed', 9, 90), count('float-return', 9, 100), true],
  ['a drop that was tried', knowing('tried', 5, 50), count('cash', 9, 100), false],
  [
    'an epoch before',
    { ...knowing('read', 50, 50), epoch: 1 },
    { ...count('drop', 4, 100), half: { epoch: 2, sequence: 1 } },
    false,
  ],
])('%s', (_, one, other, isKnown) => {
  expect(known(one, other)).toEqual(isKnown ? [other.handoff] : []);
});

test('each person and way is told once: since when, how often, and of what in all', () => {
  const looks = [
    knowing('tried', 2, 20, 'm'),
    knowing('read', 3, 30),
    knowing('tried', 4, 40, 'm'),
    knowing('read', 6, 60),
  ];
  const counts = [count('drop', 5, 70), count('cash', 9, 100), count('check', 9, 100, 'f')];
  expect(foreknown(looks, counts)).toEqual([
    { person: 'm', how: 'tried', at: 20, times: 2, handoffs: [] },
    { person: 'e', how: 'read', at: 30, times: 2, handoffs: ['cash', 'drop'] },
  ]);
  expect(foreknown(looks.slice(1, 2), [])).toEqual([]);
});
