import { dayLetter } from '#printing/dayPaper';
import type { LetterTable } from '#printing/letter';
import { MONDAY } from '#test/support/dayOffice';
import { slipFacts } from '#test/support/slipCases';

const AS_OF = Date.parse('2026-11-24T01:38:00Z');
const tablesOf = (over: Partial<typeof MONDAY> = {}) =>
  dayLetter({ ...MONDAY, ...over, asOf: AS_OF }, slipFacts()).blocks.filter(
    (block): block is LetterTable => block.block === 'table',
  );

test('a day on paper holds what its screen holds, and hides what is hidden there', () => {
  const [drawers, deposits, hours] = tablesOf();
  expect(drawers?.rows.map((row) => row.join(' '))).toEqual([
    'W1-D0041 Layla Haddad approved 31 1,412.50 3,207.45 0.00 1,846.20 6,466.15 even',
    'W2-D0041 Paweł Kowalczyk balanced 38 968.45 4,118.60 0.00 2,530.75 7,617.80 even',
    'W3-D0041 Marisol Ortiz balanced 71 2,139.35 9,412.88 0.00 2,206.10 13,758.33 −4.25 short cash, +10.00 over card',
    'W4-D0041 Sione Tuiasosopo closed 22 hidden hidden hidden hidden hidden after the count',
  ]);
  expect(drawers?.totals?.join(' ')).toBe('Counted   140 4,520.30 16,738.93 0.00 6,583.05 27,842.28 ');
  expect(deposits?.rows.map((row) => row.at(-1))).toEqual(['', 'no reason yet', 'The armored car broke down']);
  expect(hours?.totals).toEqual(['All', '162', '']);
});

test('an empty day is one table and says so in its facts', () => {
  const totals = { receipts: 0, taken: [], takenCents: 0 };
  const letter = dayLetter({ ...MONDAY, totals, drawers: [], deposits: [], hours: [], asOf: AS_OF }, slipFacts(true));
  expect(letter.blocks.map(({ block }) => block)).toEqual(['facts', 'table']);
  expect(letter.banners[0]).toContain('TRAINING');
  expect(JSON.stringify(letter.blocks)).toContain('nothing');
  expect(letter.foot).toBe('Day report of Nov 23, 2026. As of Nov 23, 2026 17:38');
});
