import fc from 'fast-check';
import type { Slip, SlipRow } from '#printing/slip';

/** Text of any kind: names of many alphabets, signs, marks alone, half letters, and bytes that command a printer. */
const anyText = fc.oneof(
  fc.string({ maxLength: 90 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'Щербаков-Ёлкин, Александр',
    'Nguyễn Thị Hương',
    '\u001B@\u001Bp0',
    '\u0301\u0301',
    '李小龍',
    'x'.repeat(90),
  ),
);

const anyWeight = fc.constantFrom('normal', 'bold', 'double');

const anyRow: fc.Arbitrary<SlipRow> = fc.oneof(
  fc.record({
    row: fc.constant('text' as const),
    text: anyText,
    align: fc.constantFrom('left', 'center'),
    weight: anyWeight,
    indent: fc.nat(50),
  }),
  fc.record({
    row: fc.constant('pair' as const),
    left: anyText,
    right: anyText,
    weight: anyWeight,
    indent: fc.nat(50),
  }),
  fc.record({ row: fc.constant('signature' as const), who: anyText }),
  fc.constantFrom<SlipRow>({ row: 'rule' }, { row: 'blank' }),
);

/** Any slip at all, sensible or not. */
export const anySlip: fc.Arbitrary<Slip> = fc.record({
  title: anyText,
  rows: fc.array(anyRow, { maxLength: 12 }),
  banners: fc.array(anyText, { maxLength: 2 }),
  qr: fc.option(fc.constant(`W3-000417 ${'7C1E90B4A2F80000'.repeat(4)}`)),
});
