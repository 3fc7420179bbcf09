import { dayLetter } from '#printing/dayPaper';
import type { LetterTable } from '#printing/letter';
import { MONDAY } from '#test/support/dayOffice';
import { TIE_OF_FRIDAY } from '#test/support/dayTies';
import { slipFacts } from '#test/support/slipCases';

const AS_OF = Date.parse('2026-11-24T01:38:00Z');
const tablesOf = (over: Partial<typeof MONDAY> = {}) =>
  dayLetter({ ...MONDAY, ...over, asOf: AS_OF }, slipFacts()).blocks.filter(
    (block): block is LetterTable => block.block === 'table',
  );

test('a day on paper holds what its screen holds, and hides what is hidden there', () => {
  const [drawers, tie, breaks, own, others, hours] = tablesOf();
  expect(drawers?.rows.map((row) => row.join(' '))).toEqual([
    'W1-D0041 Layla Haddad approved 31 1,412.50 3,207.45 0.00 1,846.20 6,466.15 even',
    'W2-D0041 Paweł Kowalczyk balanced 38 968.45 4,118.60 0.00 2,530.75 7,617.80 even',
    'W3-D0041 Marisol Ortiz balanced 71 2,139.35 9,412.88 0.00 2,206.10 13,758.33 −4.25 short cash, +10.00 over card',
    'W4-D0041 Sione Tuiasosopo closed 22 hidden hidden hidden hidden hidden after the count',
  ]);
  expect(drawers?.totals?.join(' ')).toBe('Received   140 4,520.30 16,738.93 0.00 6,583.05 27,842.28 ');
  expect(tie?.rows.map((row) => row.join(' '))).toEqual([
    'Cash 4,520.30 ≠ 4,516.05 ≠ 1,412.50  —',
    'Check 16,738.93 = 16,738.93  3,207.45  —',
    'Card 6,583.05 ≠ 6,593.05  —  —',
  ]);
  expect(breaks?.rows.map((row) => row.join(' '))).toEqual([
    'Short at the count of W3-D0041 Cash −4.25',
    'Counted otherwise by the office, not settled yet: W3-D0041-cash Cash −5.00',
    'Counted otherwise at the close of W3-D0041 Card +10.00',
    'Cards that no statement has told yet Card −6,593.05',
    'Not deposited yet: W2-B0041 Cash, Check −5,087.05',
    'Not deposited yet: W3-B0041 Cash, Check −11,542.98',
    'Not confirmed yet: L-P0231 Cash, Check −4,619.95',
  ]);
  expect(own?.rows.map((row) => [row[1], ...row.slice(3)])).toEqual([['lies ready', 'not yet', '', '']]);
  expect(others?.rows.map((row) => [row[1], ...row.slice(-2)])).toEqual([
    ['on its way', '16 h 35 min', 'no reason yet'],
    ['confirmed', '2 h 10 min', 'The armored car broke down'],
  ]);
  expect(hours?.totals).toEqual(['All', '162', '']);
});

test('of a bag that the bank’s slip says less of, the slip’s amount is of the bag and of no tender', () => {
  const [, tie, breaks] = tablesOf(TIE_OF_FRIDAY);
  expect(tie?.rows.map((row) => row.join(' '))).toEqual([
    'Cash 962.40 ≠ 942.40 = 942.40  ',
    'Check 4,126.60 = 4,126.60 = 4,126.60  ',
    'Of whole bags     5,069.00 ≠ 5,059.00',
  ]);
  expect(breaks?.rows.map((row) => row.join(' '))).toEqual([
    'Refunded out of the drawer by W1-R000004 Cash −20.00',
    'Confirmed with another amount: L-P0230  −10.00',
  ]);
});

test('bug: the paper of an old day told what waits today, and not how late its own deposit was', () => {
  const [late] = MONDAY.deposits.slice(2).map((row) => ({ ...row, isOfDay: true }));
  const deposits = tablesOf({ deposits: late ? [late] : [], lateThisMonth: null }).filter(({ title }) =>
    title?.includes('eposits'),
  );
  expect(deposits.map(({ title, rows }) => [title, rows.map((row) => row.slice(-2))])).toEqual([
    ['Deposits of this day', [['2 h 10 min', 'The armored car broke down']]],
  ]);
});

test('an empty day is one table and says so in its facts', () => {
  const totals = { receipts: 0, taken: [], takenCents: 0 };
  const letter = dayLetter(
    { ...MONDAY, totals, drawers: [], tie: [], breaks: [], deposits: [], hours: [], asOf: AS_OF },
    slipFacts(true),
  );
  expect(letter.blocks.map(({ block }) => block)).toEqual(['facts', 'table']);
  expect(letter.banners[0]).toContain('TRAINING');
  expect(JSON.stringify(letter.blocks)).toContain('nothing');
  expect(letter.foot).toBe('Day report of Nov 23, 2026. As of Nov 23, 2026 17:38');
});

test('bug: the paper of a day to come was as empty as that of a day without receipts', () => {
  const letter = dayLetter({ ...MONDAY, day: '2026-11-24', asOf: AS_OF }, slipFacts());
  expect(JSON.stringify(letter.blocks)).toContain('this day has not begun yet');
  expect(JSON.stringify(dayLetter({ ...MONDAY, asOf: AS_OF }, slipFacts()).blocks)).not.toContain('has not begun');
});
