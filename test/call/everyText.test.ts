import { randomUUID } from 'node:crypto';
import type { CallName } from '#contract/contract';
import { documentOf } from '#main/views/document';
import { slipBytes } from '#printing/escpos';
import { readEscpos } from '../support/escposReader.ts';
import { type TextField, textFields } from '../support/everyText.ts';
import { account, charge } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { everyRow } from '../support/tables.ts';

/*
 * Hostile text in every field of every call, at a station at work. Whatever is sent is answered with a sentence or
 * done; it never breaks the program, and nothing of it that could do harm is ever kept, shown or printed.
 */

const HALE = '40-11872-03';
/** A published test number, as people paste and write one. */
const CARD = '4111111111111111';
const SPELLINGS = [
  CARD,
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  '4111.1111.1111.1111',
  '4111\u00A01111\u00A01111\u00A01111',
  '4111\u200B1111\u200B1111\u200B1111',
  '4111 1111\t1111 1111',
  '4111x1111x1111x1111',
  'card 4111 1111 1111 1111 09/27',
  '４１１１１１１１１１１１１１１１',
  '٤١١١١١١١١١١١١١١١',
  '3782 822463 10005',
];
/** Digits by nature, and secrets: no free text fits in, or nothing of it is kept (a bank account is sealed). */
const NOT_SCREENED = new Set([
  ...['commandId', 'bankAccount', 'routing', 'pin', 'password', 'mark', 'approval', 'token', 'ledger'],
  // A file's bytes: no text, and kept only where they begin as a PDF, JPEG or PNG does.
  'base64',
]);

const HOSTILE = [
  'x'.repeat(10_000),
  '\u001B@\u001Bp0\u0019\u00FA',
  'Hale\u0000',
  'a\nb',
  '\u202Eevil',
  '\uD83D',
  '\u200B',
  '=HYPERLINK("http://x","y")',
  "+1'-1;--",
  '<script>alert(1)</script>',
  '👩‍👩‍👧🧾',
  '\u0301'.repeat(20),
  'ﷺ'.repeat(10),
];

let station: TestStation;
let ortiz: Caller;
let fields: TextField[];
let samples: Record<string, unknown>;

beforeAll(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)])],
  });
  ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 5 } });
  const told = ['Key deposit'];
  const goesTo = { fund: '402', bars: '3790000' };
  const misc = { kind: 'fee' as const, code: 'misc-receipt', quantity: 1, cents: 100, told, goesTo };
  const tenders = [{ kind: 'cash' as const, cents: 100 }];
  const { label } = await ortiz.tell('takePayment', { drawer, lines: [misc], tenders });
  samples = {
    drawer,
    label,
    accountNumber: HALE,
    lines: [misc],
    tenders,
    code: 'misc-receipt',
    told,
    goesTo,
    cents: 100,
    businessDay: '2026-11-23',
    checkNumber: '1187',
    serial: '26011874453',
    routing: '021000021',
    bankAccount: '4000123412',
    lastFour: '8841',
    approvalCode: '04417B',
    fund: '402',
    bars: '3790000',
    mark: 'a'.repeat(64),
    person: 'm.ortiz',
    pin: '4172',
    token: 'enrolment-token',
    ledger: 'https://ledger.invalid',
    address: '7 Slate Ln',
    server: { host: 'mail.invalid', port: 587, safety: 'starttls', user: 'counter', from: 'counter@quarrybay.example' },
    to: 'dorothea@quarrybay.example',
    message: 1,
  };
  fields = textFields(() => ({ ...samples, commandId: randomUUID() }));
});
afterAll(() => station.close());

/** Makes a call with one text in one field. Answers why it was refused, or null where it was done. */
async function told({ call, path, key, holding }: TextField, text: string): Promise<string | null> {
  const answer = await ortiz.door.call(call, holding(text));
  if (answer.ok) return null;
  if (!('refusal' in answer)) throw new Error(`${path} with ${JSON.stringify(text)} broke: ${answer.failure}`);
  expect(answer.refusal.sentence).toMatch(/^\p{Lu}.*\.$/u);
  expect(answer.refusal.sentence.length).toBeLessThan(500);
  if (answer.refusal.code === 'not_signed_in') throw new Error(`${path}: somebody signed out at ${key}`);
  return answer.refusal.code;
}

/** What would sign the cashier out, or send paper elsewhere, is not for this. */
const aside = (call: CallName) => call === 'signIn' || call === 'choosePrinter';

test('a pasted card number is refused in every field, in all usual spellings', async () => {
  const taken: string[] = [];
  for (const field of fields.filter(({ key }) => !NOT_SCREENED.has(key)))
    for (const text of SPELLINGS) {
      const code = await told(field, text);
      if (code !== 'card_number_in_text' && code !== 'bad_input') taken.push(`${field.path} ${text}: ${code}`);
    }
  expect(taken).toEqual([]);
}, 120_000);

test('hostile text is refused with a sentence or kept safe: no answer, row, slip or PDF carries a command of it', async () => {
  const done = new Set<string>();
  for (const field of fields.filter(({ call }) => !aside(call)))
    for (const text of HOSTILE) if ((await told(field, text)) === null) done.add(field.key);
  // It got as deep as what is kept and printed.
  expect([...done]).toEqual(expect.arrayContaining(['payer', 'told', 'name', 'words', 'text']));
  const rows = JSON.stringify(everyRow(station.look));
  expect(rows).not.toMatch(/\\u00(?:0|1)|\\ud8|[\p{Cc}\u200B\u202A-\u202E]/iu);
  expect(rows).not.toContain('x'.repeat(1_000));
  expect(rows).not.toContain(CARD);
  const { receipts } = await ortiz.ask('receipts', {});
  expect(receipts.length).toBeGreaterThan(20);
  for (const { label } of receipts) {
    const document = { kind: 'receipt' as const, label };
    const { rows: shown, width } = await ortiz.ask('slip', { document });
    for (const row of shown) expect([row, [...row].length <= width + 20]).toEqual([row, true]);
    expect(shown.join('')).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
    const { events, rest } = readEscpos(slipBytes(documentOf(station.look, document)));
    expect(rest).toBe(0);
    expect(new Set(events.map(({ event }) => event))).toEqual(new Set(['initialize', 'row', 'qr', 'feed', 'cut']));
  }
  const { base64 } = await ortiz.ask('slipPdf', { document: { kind: 'receipt', label: receipts[0]?.label ?? '' } });
  expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
}, 120_000);
