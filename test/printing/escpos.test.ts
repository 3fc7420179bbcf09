import fc from 'fast-check';
import { printable } from '#printing/codePages';
import { KICK, KICK_AT_ONCE, slipBytes } from '#printing/escpos';
import { layOut } from '#printing/layout';
import type { Slip } from '#printing/slip';
import { anySlip } from '#test/support/anySlip';
import { type ReadEvent, readEscpos } from '#test/support/escposReader';

/** What is said where a letter is lacking. */
const LACKING = ['Each ? stands for a letter that this', 'printer does not have.'];

const QR = `W3-000417 ${'7C1E90B4A2F80000'.repeat(4)}`;

function read(slip: Slip): ReadEvent[] {
  const { events, rest } = readEscpos(slipBytes(slip));
  expect(rest).toBe(0);
  return events;
}

function slipOf(text: string, weight: 'normal' | 'bold' | 'double' = 'normal'): Slip {
  return { title: '', rows: [{ row: 'text', text, weight }], banners: [], qr: null };
}

test('a slip starts from a fresh printer and ends with the cut', () => {
  const row = { event: 'row', text: 'Hale, Dorothea', align: 'left', bold: false, wide: 1, high: 1 };
  expect(read(slipOf('Hale, Dorothea'))).toEqual([
    { event: 'initialize' },
    row,
    { event: 'feed', rows: 4 },
    { event: 'cut', how: 'partial' },
    { event: 'initialize' },
  ]);
});

test.each(['Щербаков-Ёлкин, Александр', 'Castellanos, Inés – “Łukasz”', 'Παπαδόπουλος', 'Sep–Oct 2026 ··8841'])(
  '%s comes out of the printer as it is',
  (text) => {
    expect(read(slipOf(text))).toContainEqual(expect.objectContaining({ text }));
  },
);

test('a Vietnamese name stays readable', () => {
  expect(read(slipOf('From Nguyễn Thị Hương'))).toContainEqual(
    expect.objectContaining({ text: 'From Nguyên Thi Huong' }),
  );
});

test('bold and double say what they mean, and end with their row', () => {
  const slip: Slip = {
    title: '',
    banners: ['VOID'],
    qr: null,
    rows: [
      { row: 'text', text: 'bold', weight: 'bold' },
      { row: 'text', text: 'double', weight: 'double' },
      { row: 'text', text: 'normal' },
    ],
  };
  const looks = read(slip).flatMap((event) =>
    event.event === 'row' && event.text !== '' ? [[event.text.trim(), event.bold, event.wide, event.high]] : [],
  );
  expect(looks).toEqual([
    ['VOID', true, 2, 2],
    ['bold', true, 1, 1],
    ['double', true, 1, 2],
    ['normal', false, 1, 1],
    ['VOID', true, 2, 2],
  ]);
});

test('the QR code holds the label and the full hash', () => {
  const events = read({ title: '', rows: [], banners: [], qr: QR });
  expect(events).toContainEqual({ event: 'qr', content: QR, model: 2, module: 4, correction: 'M' });
});

test('the pulse for the drawer carries its times', () => {
  expect(readEscpos(KICK)).toEqual({
    events: [{ event: 'kick', pin: 2, onMs: 50, offMs: 500, atOnce: false }],
    rest: 0,
  });
  expect(readEscpos(KICK_AT_ONCE)).toEqual({
    events: [{ event: 'kick', pin: 2, onMs: 100, offMs: 100, atOnce: true }],
    rest: 0,
  });
});

test('a slip never opens the drawer, whatever a name holds', () => {
  expect(read(slipOf('\u001Bp\u0000\u0019ú and on')).map((event) => event.event)).not.toContain('kick');
});

test('the printer reads exactly the rows that were laid out', () => {
  fc.assert(
    fc.property(anySlip, (slip) => {
      const laid = layOut(slip, 42, printable).flatMap((row) => (row.row === 'qr' ? [] : [row.text]));
      const rows = read(slip).flatMap((event) => (event.event === 'row' ? [event.text] : []));
      expect(rows.filter((row) => !LACKING.includes(row))).toEqual(laid);
    }),
  );
});

test('a slip with letters that no code page has says what its question marks stand for', () => {
  const printed = (text: string) => {
    const { events } = readEscpos(slipBytes({ title: '', rows: [{ row: 'text', text }], banners: [], qr: null }));
    return events.flatMap((event) => (event.event === 'row' ? [event.text.trim()] : []));
  };
  expect(printed('From 王小明')).toEqual(['From ???', ...LACKING]);
  expect(printed('От Щербаков? Sí')).toEqual(['От Щербаков? Sí']);
});
