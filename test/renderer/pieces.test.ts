import { blankCount, countNotYet, countReducer } from '#renderer/screens/count/countForm';
import { blankOpen, firstOpenDay, openNotYet, openReducer } from '#renderer/screens/open/openForm';
import {
  cellAfter,
  firstWrong,
  isWrongCell,
  piecesIn,
  piecesOf,
  type TypedPieces,
  withTyped,
  worthTyped,
} from '#renderer/screens/pieces/pieces';

const typed = (loose: string, bundled = ''): TypedPieces =>
  withTyped(withTyped({}, 10_000, 'loose', loose), 10_000, 'bundled', bundled);

test.each(['1.5', '-3', '1,5', '1e3', '+2', '3x', '１２'])(
  '%s is kept as typed, is wrong, and counts for nothing',
  (text) => {
    expect(typed(text)['10000']?.loose).toBe(text);
    expect(firstWrong(typed(text))).toEqual({ worth: 10_000, column: 'loose', text, why: 'no_count' });
    expect(worthTyped(typed(text))).toBe(0);
  },
);

test('bug: of two wrong cells in one row only the first was marked', () => {
  expect((['loose', 'bundled'] as const).map((column) => isWrongCell(typed('x', 'y'), 10_000, column))).toEqual([
    true,
    true,
  ]);
  expect((['loose', 'bundled'] as const).map((column) => isWrongCell(typed('2', 'y'), 10_000, column))).toEqual([
    false,
    true,
  ]);
});

test('a blank around digits is nothing that anybody meant', () => {
  expect(firstWrong(typed(' 12 ', '01'))).toBeNull();
  expect(piecesOf(typed(' 12 ', '01'))).toEqual({ '10000': 112 });
});

test.each([
  ['999999', '', 'loose'],
  ['100001', '', 'loose'],
  ['', '1001', 'bundled'],
  ['1', '1000', 'bundled'],
])(
  '%s loose and %s straps are too many, and row and sum agree that they count for nothing',
  (loose, bundled, column) => {
    const pieces = typed(loose, bundled);
    expect(firstWrong(pieces)).toMatchObject({ column, why: 'too_many' });
    expect([piecesIn(pieces, 10_000), worthTyped(pieces)]).toEqual([0, 0]);
  },
);

test('as many as the contract takes are no slip of the finger', () => {
  expect(firstWrong(typed('100000'))).toBeNull();
  expect(piecesOf(typed('', '1000'))).toEqual({ '10000': 100_000 });
});

test('there is no way down out of a wrong cell, and one up', () => {
  const shown = [10_000, 5_000];
  const from = { worth: 10_000, column: 'loose', by: 1 } as const;
  expect(cellAfter(typed('1.5'), shown, from)).toBe('loose-10000');
  expect(cellAfter(typed('1.5'), shown, { ...from, column: 'bundled' })).toBe('bundled-5000');
  expect(cellAfter(typed('1.5'), shown, { ...from, by: -1 })).toBeNull();
  expect(cellAfter(typed('2'), shown, from)).toBe('loose-5000');
});

const ID = '8d5c2b0e-0000-4000-8000-000000000001';
const wrongRoll = { did: 'typedPieces', worth: 25, column: 'bundled', text: '1.5' } as const;

test('neither does a drawer open nor a count go in with a cell that is wrong', () => {
  const why = 'One number of pieces cannot be right';
  const open = openReducer(blankOpen(ID, '2026-11-23'), wrongRoll);
  const nothing = { needsApproval: false, needsReason: false, waiting: null, closedThrough: null };
  expect(openNotYet(open, nothing)).toEqual({ why, place: 'bundled-25' });
  const count = countReducer(blankCount(ID), wrongRoll);
  expect(countNotYet(count, 0)).toEqual({ why, place: 'bundled-25' });
  const mended = { ...wrongRoll, text: '1' };
  expect(openNotYet(openReducer(open, mended), nothing)).toBeNull();
  expect(countNotYet(countReducer(count, mended), 0)).toBeNull();
});

test('a float that waits is counted before its drawer opens: one in which there is nothing takes a 0', () => {
  const open = blankOpen('00000000-0000-4000-8000-000000000001', '2026-11-23');
  const needs = (waiting: string | null) => ({
    needsApproval: false,
    needsReason: false,
    waiting,
    closedThrough: null,
  });
  expect(openNotYet(open, needs(null))).toBeNull();
  expect(openNotYet(open, needs('L-F0007'))?.place).toBe('loose-10000');
  const none = openReducer(open, { did: 'typedPieces', worth: 10_000, column: 'loose', text: '0' });
  expect(openNotYet(none, needs('L-F0007'))).toBeNull();
});

test('bug: a day that is closed was offered for the next drawer: the first open one is, and why stands at the day', () => {
  const open = blankOpen(ID, firstOpenDay('2026-11-23', '2026-11-23'));
  expect(open.businessDay).toBe('2026-11-24');
  expect(firstOpenDay('2026-11-23', '2026-11-20')).toBe('2026-11-23');
  const needs = { needsApproval: false, needsReason: false, waiting: null };
  // The close comes down while the float is being counted.
  expect(openNotYet(open, { ...needs, closedThrough: '2026-11-24' })?.place).toBe('day');
  expect(openNotYet(open, { ...needs, closedThrough: '2026-11-23' })).toBeNull();
  const trouble = { code: 'day_closed' as const, facts: { closedDay: '2026-11-24' }, sentence: 'Not so.' };
  expect(openReducer(open, { did: 'refused', trouble }).focus.on).toBe('day');
});
