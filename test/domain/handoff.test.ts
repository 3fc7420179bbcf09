import { bySide, HandoffKind } from '#domain/handoff';
import { halvesOf } from '#domain/handoffPostings';
import { handoffInWords } from '#domain/officeWords';

test('bug: a float that differs stood under the other’s name: it goes from the office to a drawer, all else from it', () => {
  const counts = { givenCents: 200_00, countedCents: 180_00 };
  expect(bySide({ what: 'float', ...counts })).toEqual({ drawerCents: 180_00, officeCents: 200_00 });
  for (const what of HandoffKind.options.filter((kind) => kind !== 'float'))
    expect([what, bySide({ what, ...counts })]).toEqual([what, { drawerCents: 200_00, officeCents: 180_00 }]);
});

test('a station’s half says by its side whether it gave or counted, and what, by the handoff’s name', () => {
  const postings = [
    { account: 'transit:W3-D0012-cash', side: 'debit' as const, cents: 1 },
    { account: 'transit:W3.2-D0012-drop-10', side: 'debit' as const, cents: 2 },
    { account: 'transit:W3-D0012-money-order', side: 'debit' as const, cents: 3 },
    { account: 'transit:W3-D0012-float-return', side: 'debit' as const, cents: 4 },
    { account: 'transit:W3-D0012-float', side: 'credit' as const, cents: 5 },
    { account: 'transit:L-F0007', side: 'credit' as const, cents: 6 },
    { account: 'over-short', side: 'debit' as const, cents: 1 },
  ];
  expect(halvesOf({ postings }).map(({ step, what, cents }) => [step, what, cents])).toEqual([
    ['given', 'cash', 1],
    ['given', 'drop', 2],
    ['given', 'money-order', 3],
    ['given', 'float-return', 4],
    ['counted', 'float', 5],
    ['counted', 'float', 6],
  ]);
});

test('a handoff is called what it is, and a drop by its number too', () => {
  expect(handoffInWords({ handoff: 'W3.2-D0012-drop-10', what: 'drop' })).toBe('Drop 10');
  expect(handoffInWords({ handoff: 'W3-D0012-cash', what: 'cash' })).toBe('Cash at close');
  expect(handoffInWords({ handoff: 'L-F0007', what: 'float' })).toBe('Float');
});
