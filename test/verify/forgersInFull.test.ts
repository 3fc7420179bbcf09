import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonical } from '#domain/canonical';
import {
  bent,
  type Forged,
  forged,
  holding,
  type Line,
  put,
  readJournal,
  resealed,
  verdict,
} from '../support/tampering.ts';

/* A forger who seals everything again, at the entries of a full counter: other lines and tenders, undoings, forms. */

const golden = readJournal('test/golden/journal-day.jsonl');
const kinds = golden.lines.map((line) => JSON.parse(line.text).kind as string);

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-forgers-'));
  file = join(folder, 'journal.jsonl');
});
afterAll(() => rmSync(folder, { recursive: true }));

const less = (value: number) => value - 1;
const moved = [
  { account: 'drawer:W3-D0003:cash', side: 'debit', cents: 100 },
  { account: 'over-short', side: 'credit', cents: 100 },
];
const undone = (receipt: string, issuedSequence: number) => (payload: object) => ({
  ...payload,
  receipt,
  issuedSequence,
});

/** Where the entry of that label is. */
const placeOf = (label: string, kind?: string) =>
  golden.lines.findIndex(
    (line, place) => JSON.parse(line.text).payload.label === label && (kind ?? kinds[place]) === kinds[place],
  );

/** Holds what is complained of, the entry's name left out. */
async function caught(journal: typeof golden, sentence: string | RegExp): Promise<void> {
  const said = await verdict(file, journal);
  const [, complaint] = /^Entry \d+ \(line \d+, W\d epoch \d+ sequence \d+ \w+\) is bad: (.*)$/.exec(said) ?? [];
  if (typeof sentence === 'string') expect(complaint ?? said).toBe(sentence);
  else expect(complaint ?? said).toMatch(sentence);
}

const bendsAll = (label: string, change: (entry: Forged) => void, sentence: string | RegExp) =>
  caught(forged(golden, placeOf(label), change), sentence);

const bends = (label: string, path: string, value: unknown, sentence: string | RegExp) =>
  bendsAll(label, (entry) => put(entry, path, value), sentence);

/** The same entries numbered again, after one was taken out. */
function renumbered(lines: Line[]): Line[] {
  const again = lines.map((line, place) => ({
    ...line,
    text: canonical({ ...JSON.parse(line.text), sequence: place + 1 }),
  }));
  return resealed(again, 0);
}

describe('is caught', () => {
  test.each<[string, string, string, unknown, string]>([
    [
      'a permit of another fund',
      'W3-000006',
      'payload.lines.0.shares.0.fund',
      '401',
      'The postings move −89.79 on gl:401, but must move −1,183.25.',
    ],
    [
      'a share of less',
      'W3-000006',
      'payload.lines.0.shares.0.cents',
      less,
      'Line 1 is 1,163.25, but must be 1,163.24.',
    ],
    ['a line that is none', 'W3-000006', 'payload.lines.1.kind', 'gift', 'gift is no line.'],
    [
      'suspense of another receipt',
      'W3-000006',
      'postings.5.account',
      'suspense:W3-000009:2',
      'The postings move 0.00 on suspense:W3-000006:2, but must move −50.00.',
    ],
    [
      'a money order posted as cash',
      'W3-000006',
      'postings.0.account',
      'drawer:W3-D0003:cash',
      'The postings move 0.00 on drawer:W3-D0003:money-order, but must move 1,000.00.',
    ],
    [
      'credit of another account',
      'W3-000007',
      'payload.tenders.0.accountNumber',
      '40-11902-01',
      'The postings move 0.00 on unapplied:40-11902-01, but must move 6.00.',
    ],
    [
      'rounding that is not there',
      'W3-000006',
      'payload.roundingCents',
      2,
      'The sum of the tenders is 1,233.25, but must be 1,233.27.',
    ],
    [
      'a payment that was never set aside',
      'W3-000006',
      'payload.resumed',
      'W3-H0009',
      'Payment W3-H0009 is not set aside.',
    ],
    ['a payment that ended', 'W3-000006', 'payload.resumed', 'W3-H0003', 'Payment W3-H0003 is not set aside.'],
    [
      'cash rounded to what is no five cents',
      'W3-000006',
      'payload.tenders',
      [{ kind: 'cash', cents: 123_326, tenderedCents: 123_326, changeCents: 0, roundingCents: 1 }],
      'Cash of 1,233.26 was not rounded to five cents.',
    ],
    [
      'cash rounded away altogether',
      'W3-000006',
      'payload.tenders',
      [{ kind: 'cash', cents: 0, tenderedCents: 5, changeCents: 5, roundingCents: -2 }],
      'Cash of 0.00 was not rounded to five cents.',
    ],
  ])('in a receipt: %s', async (_, label, path, value, sentence) => {
    await caught(
      forged(golden, placeOf(label, 'receipt_issued'), (entry) => put(entry, path, value)),
      sentence,
    );
  });

  test.each<[string, string, string, unknown, string | RegExp]>([
    ['no approver', 'W3-C000001', 'approver', null, 'The undoing of receipt W3-000006 has no approver.'],
    ['who asked as approver', 'W3-C000001', 'approver', 's.tuiasosopo', 's.tuiasosopo approved an entry of their own.'],
    ['a number left out', 'W3-C000002', 'payload.number', 3, 'The number of the undoing is 3, but must be 2.'],
    ['a number twice', 'W3-C000002', 'payload.number', 1, 'The number of the undoing is 1, but must be 2.'],
    ['another label', 'W3-C000002', 'payload.label', 'W3-C000009', 'label is W3-C000009, but must be W3-C000002.'],
    ['another receipt', 'W3-C000001', 'payload.receipt', 'W3-000005', 'issuedSequence is 29, but must be 19.'],
    ['no receipt', 'W3-C000001', 'payload.receipt', 'W3-000099', 'Receipt W3-000099 was never issued.'],
    [
      'a receipt that is void',
      'W3-C000003',
      'payload',
      undone('W3-000003', 4),
      'Nothing of receipt W3-000003 stands any more.',
    ],
    [
      'a larger amount',
      'W3-C000001',
      'payload.correction.to.cents',
      bent,
      'What is corrected is 50.01, but must be 50.00.',
    ],
    [
      'neither line nor tender',
      'W3-C000001',
      'payload.correction.what',
      'price',
      'price is nothing that is corrected.',
    ],
    [
      'another fund',
      'W3-C000001',
      'postings.1.account',
      'gl:402:3221000',
      'The postings move 0.00 on unapplied:40-12093-01, but must move −50.00.',
    ],
    [
      'a tender that was not there',
      'W3-C000002',
      'payload.correction.place',
      0,
      /^The tender corrected is .*"kind":"card".* but must be .*"kind":"credit"/,
    ],
    [
      'money from an open drawer for a closed one',
      'W3-C000003',
      'postings.1.account',
      'drawer:W3-D0003:cash',
      'The postings move 0.00 on over-short, but must move −101.40.',
    ],
  ])('in a correction: %s', (_, label, path, value, sentence) => bends(label, path, value, sentence));

  test.each<[string, string, string, unknown, string]>([
    ['no approver', 'W3-R000001', 'approver', null, 'The undoing of receipt W3-000005 has no approver.'],
    ['a number left out', 'W3-R000002', 'payload.number', 3, 'The number of the undoing is 3, but must be 2.'],
    ['more than its parts', 'W3-R000001', 'payload.cents', bent, 'The refund is 20.01, but must be 20.00.'],
    [
      'another fund',
      'W3-R000001',
      'postings.0.account',
      'gl:402:3221000',
      'The postings move 0.00 on unapplied:40-12093-01, but must move 20.00.',
    ],
    ['another’s drawer', 'W3-R000001', 'actor', 'm.ortiz', 'The actor is m.ortiz, but must be s.tuiasosopo.'],
    ['a drawer that is closed', 'W3-R000001', 'payload.means.drawer', 'W3-D0001', 'Drawer W3-D0001 is not open.'],
    ['another batch', 'W3-R000001', 'payload.means.batch', 'W3-B0001', 'batch is W3-B0001, but must be W3-B0003.'],
    ['another day', 'W3-R000001', 'businessDay', '2026-11-23', 'businessDay is 2026-11-23, but must be 2026-11-24.'],
    ['a strange means', 'W3-R000003', 'payload.means.kind', 'wampum', 'wampum is no way to refund.'],
    [
      'cash called a warrant',
      'W3-R000001',
      'payload.means',
      { kind: 'warrant' },
      'The postings move 0.00 on refunds-payable, but must move −20.00.',
    ],
  ])('in a refund: %s', (_, label, path, value, sentence) => bends(label, path, value, sentence));

  test('a refund of more than stands of its receipt, well balanced', () =>
    bendsAll(
      'W3-R000003',
      (entry) => {
        const all = { ...entry.payload.parts[0].line, cents: 2_001, unappliedCents: 2_001 };
        Object.assign(entry.payload, { cents: 2_001, parts: [{ place: 0, line: all }] });
        for (const posting of entry.postings) posting.cents = 2_001;
      },
      'Receipt W3-000008 has less than that left.',
    ));

  test('bug: a refund with a rounding that its receipt never had, well balanced', () =>
    bendsAll(
      'W3-R000001',
      (entry) => {
        Object.assign(entry.payload, { cents: 2_002, roundingCents: 2 });
        entry.postings[1].cents = 2_002;
        entry.postings.push({ account: 'rounding', side: 'debit', cents: 2 });
      },
      'The rounding taken back is 0.02, but must be 0.00.',
    ));

  test('a line that is taken back twice at once', () =>
    bendsAll(
      'W3-R000003',
      (entry) => {
        const [part] = entry.payload.parts;
        Object.assign(entry.payload, { cents: 1_000, parts: [part, part] });
        for (const posting of entry.postings) posting.cents *= 2;
      },
      'Line 1 of receipt W3-000008 is taken back twice at once.',
    ));

  test('a second reversal of one receipt', () =>
    bendsAll(
      'W3-V000002',
      (entry) => {
        Object.assign(entry.payload, { receipt: 'W3-000004', issuedSequence: 6 });
      },
      'Nothing of receipt W3-000004 stands any more.',
    ));

  test.each<[string, string, string, unknown, string]>([
    ['no approver', 'W3-V000001', 'approver', null, 'The undoing of receipt W3-000004 has no approver.'],
    ['a number left out', 'W3-V000002', 'payload.number', 3, 'The number of the undoing is 3, but must be 2.'],
    [
      'less than the whole',
      'W3-V000001',
      'payload.parts',
      (parts: unknown[]) => parts.slice(1),
      'What is reversed is 10.00, but must be 50.00.',
    ],
    [
      'a difference in another tender',
      'W3-V000001',
      'payload.tenders.0.tender',
      'card',
      'The postings move −10.00 on difference:card, but must move −35.00.',
    ],
    [
      'credit that is not given back',
      'W3-V000002',
      'payload.credits',
      [],
      'The postings move −6.00 on unapplied:40-12093-01, but must move 0.00.',
    ],
  ])('in a reversal: %s', (_, label, path, value, sentence) => bends(label, path, value, sentence));

  test('a reversal while the drawer is open', () =>
    bendsAll(
      'W3-V000001',
      (entry) => {
        Object.assign(entry.payload, { receipt: 'W3-000005', issuedSequence: 19 });
      },
      'Receipt W3-000005 is reversed while its drawer is open.',
    ));

  test.each<[string, string, string, unknown, string]>([
    ['a number left out', 'payment_suspended', 'payload.label', 'W3-H0002', 'label is W3-H0002, but must be W3-H0001.'],
    [
      'a line of more',
      'payment_suspended',
      'payload.lines.0.cents',
      bent,
      'The sum of the lines is 56.01, but must be 56.00.',
    ],
    ['none set aside', 'payment_suspended', 'payload.resumed', 'W3-H0007', 'Payment W3-H0007 is not set aside.'],
    ['none taken up', 'payment_resumed', 'payload.label', 'W3-H0007', 'Payment W3-H0007 is not set aside.'],
    ['none dropped', 'suspension_dropped', 'payload.label', 'W3-H0001', 'Payment W3-H0001 is not set aside.'],
    ['another’s drawer', 'payment_resumed', 'actor', 'm.ortiz', 'The actor is m.ortiz, but must be s.tuiasosopo.'],
    [
      'money in a form left',
      'form_left',
      'postings',
      moved,
      'The postings move 1.00 on drawer:W3-D0003:cash, but must move 0.00.',
    ],
    [
      'money turned away',
      'tender_refused',
      'postings',
      moved,
      'The postings move 1.00 on drawer:W3-D0003:cash, but must move 0.00.',
    ],
    ['another who parks', 'drawer_parked', 'actor', 'm.ortiz', 'The actor is m.ortiz, but must be s.tuiasosopo.'],
    ['another who unparks', 'drawer_unparked', 'actor', 'm.ortiz', 'The actor is m.ortiz, but must be s.tuiasosopo.'],
    ['a drawer that is closed', 'drawer_parked', 'payload.drawer', 'W3-D0001', 'Drawer W3-D0001 is not open.'],
  ])('beside the money: %s', async (_, kind, path, value, sentence) => {
    await caught(
      forged(golden, kinds.indexOf(kind), (entry) => put(entry, path, value)),
      sentence,
    );
  });

  test('a receipt in a parked drawer', async () => {
    const lines = golden.lines.filter((_, place) => place !== kinds.indexOf('drawer_unparked'));
    await caught(holding(golden, renumbered(lines)), 'Drawer W3-D0003 is parked, which does not allow this.');
  });
});
