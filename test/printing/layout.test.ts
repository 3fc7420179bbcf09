import fc from 'fast-check';
import { BrokenPromise } from '#domain/assert';
import { printable } from '#printing/codePages';
import { columnsOf } from '#printing/columns';
import { layOut } from '#printing/layout';
import type { Slip, SlipRow } from '#printing/slip';
import { slipText } from '#printing/slipText';
import { anySlip } from '#test/support/anySlip';

function rows(...given: SlipRow[]): string[] {
  return slipText({ title: '', rows: given, banners: [], qr: null });
}

test('left and right share a row', () => {
  expect(rows({ row: 'pair', left: 'Cash', right: '80.00' })).toEqual([`Cash${' '.repeat(33)}80.00`]);
});

test('a left side that is too long goes on below, the right stands beside its end', () => {
  const left = 'Contract, installment 3 of 6 for the connection at 118 Quarry Rd';
  expect(rows({ row: 'pair', left, right: '1,163.25', indent: 2 })).toEqual([
    '  Contract, installment 3 of 6',
    '  for the connection at 118',
    '  Quarry Rd                       1,163.25',
  ]);
});

test('a right side that takes the row gets rows of its own', () => {
  const right = 'Wilhelmina Featherstonehaugh-Cholmondeley';
  expect(rows({ row: 'pair', left: 'Approved by', right })).toEqual(['Approved by', ` ${right}`]);
});

test('a name longer than the paper wraps', () => {
  const name = 'From Washington State Department of Social and Health Services, Region 2';
  expect(rows({ row: 'text', text: name })).toEqual([
    'From Washington State Department of Social',
    'and Health Services, Region 2',
  ]);
});

test('accents and wide letters do not push the amount', () => {
  const right = '86.40';
  const ends = rows(
    { row: 'pair', left: 'Nguye\u0302\u0303n', right },
    { row: 'pair', left: '李小龍', right },
    { row: 'pair', left: 'Hale', right },
  );
  expect(ends.map(columnsOf)).toEqual([42, 42, 42]);
});

test('banners stand large on top and at the bottom', () => {
  const slip: Slip = { title: '', rows: [{ row: 'text', text: 'x' }], banners: ['VOID', 'DUPLICATE 2'], qr: null };
  const large = [`${' '.repeat(15)}*** VOID ***`, `${' '.repeat(11)}*** DUPLICATE 2 ***`];
  expect(slipText(slip)).toEqual([...large, '', 'x', '', ...large]);
});

test('paper that is too narrow for an amount is our own mistake', () => {
  expect(() => slipText({ title: '', rows: [], banners: [], qr: null }, 10)).toThrow(BrokenPromise);
});

test('no row is wider than the paper, whatever the slip says', () => {
  fc.assert(
    fc.property(anySlip, fc.integer({ min: 24, max: 48 }), (slip, width) => {
      for (const row of slipText(slip, width)) expect(columnsOf(row)).toBeLessThanOrEqual(width);
      for (const row of layOut(slip, width, printable)) {
        if (row.row === 'text') expect(row.text.length).toBeLessThanOrEqual(width);
        if (row.row === 'large') expect(row.text.length).toBeLessThanOrEqual(width / 2);
      }
    }),
  );
});

test('no row carries a byte that commands a printer', () => {
  fc.assert(
    fc.property(anySlip, (slip) => {
      for (const row of slipText(slip)) expect(row).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    }),
  );
});
