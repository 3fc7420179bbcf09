import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEntry } from '#main/ledger/readEntry';
import { type Forged, forged, put, readJournal, verdict } from '../support/tampering.ts';

/* A forger who seals everything again, at the entries of cash that is no receipt. */

const golden = readJournal('test/golden/journal-day.jsonl');
const kinds = golden.lines.map((line) => JSON.parse(line.text).kind as string);

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-forgers-'));
  file = join(folder, 'journal.jsonl');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the verifier complains of, the entry's name left out. */
async function complaint(journal: typeof golden): Promise<string> {
  const said = await verdict(file, journal);
  const [, sentence] = /^Entry \d+ \(line \d+, W\d epoch \d+ sequence \d+ \w+\) is bad: (.*)$/.exec(said) ?? [];
  return sentence ?? said;
}

/** Why the ledger would park the bent entry, which it holds against itself alone; or that it is good. */
function parkedFor(journal: typeof golden, place: number): string {
  const { text = '', personal = null } = journal.lines[place] ?? {};
  const reading = readEntry(text, JSON.parse(text), personal as Parameters<typeof readEntry>[2]);
  return reading.state === 'parked' ? reading.detail : reading.state;
}

type Bend = [what: string, kind: string, change: (entry: Forged) => void, verify: string, ledger: string];
const at = (path: string, value: unknown) => (entry: Forged) => put(entry, path, value);
/** Another amount throughout, so that nothing but the drawer itself tells that it is wrong. */
const toCents = (cents: number, pieces: object) => (entry: Forged) => {
  put(entry, 'payload.cents', cents);
  put(entry, 'payload.pieces', pieces);
  for (const posting of entry.postings) posting.cents = cents;
};

test.each<Bend>([
  [
    'a drop of less than its pieces',
    'cash_dropped',
    at('payload.cents', 21_999),
    'The worth of the pieces is 220.00, but must be 219.99.',
    'its pieces are not worth its amount',
  ],
  [
    'a drop numbered twice',
    'cash_dropped',
    at('payload.number', 2),
    'The drop’s number is 2, but must be 1.',
    'its handoff is not its drawer’s and number’s',
  ],
  [
    'a drop of another handoff',
    'cash_dropped',
    at('payload.handoff', 'W3-D0005-drop-2'),
    'handoff is W3-D0005-drop-2, but must be W3-D0005-drop-1.',
    'its handoff is not its drawer’s and number’s',
  ],
  [
    'a drop of another batch',
    'cash_dropped',
    at('payload.batch', 'W3-B0004'),
    'batch is W3-B0004, but must be W3-B0005.',
    'good',
  ],
  [
    'a drop by somebody else',
    'cash_dropped',
    at('actor', 'l.haddad'),
    'The actor is l.haddad, but must be m.ortiz.',
    'good',
  ],
  [
    'a drop that went elsewhere',
    'cash_dropped',
    at('postings.0.account', 'over-short'),
    'The postings move 0.00 on transit:W3-D0005-drop-1, but must move 220.00.',
    'the postings are not those of its amount',
  ],
  [
    'a drop beyond what the drawer holds',
    'cash_dropped',
    toCents(60_000, { 2000: 30 }),
    'Drawer W3-D0005 does not hold so much cash.',
    'good',
  ],
  [
    'a drop refused that the drawer could bear',
    'drop_refused',
    toCents(2_000, { 2000: 1 }),
    'It was refused although the drawer holds so much.',
    'good',
  ],
  [
    'a drop refused of less than its pieces',
    'drop_refused',
    at('payload.cents', 39_999),
    'The worth of the pieces is 400.00, but must be 399.99.',
    'its pieces are not worth its amount',
  ],
  [
    'a drop refused that moves money',
    'drop_refused',
    at('postings', [
      { account: 'over-short', side: 'debit', cents: 1 },
      { account: 'drawer:W3-D0005:cash', side: 'credit', cents: 1 },
    ]),
    'The postings move 0.01 on over-short, but must move 0.00.',
    'money moves where none may',
  ],
  [
    'a drop refused to somebody else',
    'drop_refused',
    at('actor', 'l.haddad'),
    'The actor is l.haddad, but must be m.ortiz.',
    'good',
  ],
  [
    'a swap refused that the drawer could bear',
    'cash_out_refused',
    at('payload.cents', 2_000),
    'It was refused although the drawer holds so much.',
    'good',
  ],
  ['a swap refused to which nobody agreed', 'cash_out_refused', at('approver', null), 'Nobody approved it.', 'good'],
  [
    'a swap refused that moves money',
    'cash_out_refused',
    at('postings', [
      { account: 'over-short', side: 'debit', cents: 1 },
      { account: 'drawer:W3-D0005:cash', side: 'credit', cents: 1 },
    ]),
    'The postings move 0.01 on over-short, but must move 0.00.',
    'money moves where none may',
  ],
  [
    'cash refused that left in no known way',
    'cash_out_refused',
    at('payload.what', 'gift'),
    'It is no way in which cash leaves a drawer.',
    'payload.what: Invalid option: expected one of "paid-out"|"swap"|"refund"|"void"',
  ],
  [
    'a swap refused of another batch',
    'cash_out_refused',
    at('payload.batch', 'W3-B0004'),
    'batch is W3-B0004, but must be W3-B0005.',
    'good',
  ],
  ['a tray opened by nobody’s leave', 'no_sale', at('approver', null), 'Nobody approved it.', 'good'],
  [
    'a tray numbered twice',
    'no_sale',
    at('payload.number', 2),
    'number is 2, but must be 1.',
    'its label is not its number',
  ],
  [
    'a tray of another label',
    'no_sale',
    at('payload.label', 'W3-N0002'),
    'label is W3-N0002, but must be W3-N0001.',
    'its label is not its number',
  ],
  [
    'money without a sale',
    'no_sale',
    at('postings', [
      { account: 'drawer:W3-D0005:cash', side: 'credit', cents: 100 },
      { account: 'over-short', side: 'debit', cents: 100 },
    ]),
    'The postings move −1.00 on drawer:W3-D0005:cash, but must move 0.00.',
    'money moves where none may',
  ],
  [
    'cash paid in from another place',
    'cash_paid_in',
    at('payload.place.bars', '3435001'),
    'The postings move 0.00 on gl:401:3435001, but must move −3.50.',
    'good',
  ],
  [
    'cash paid in of more than its pieces',
    'cash_paid_in',
    at('payload.cents', 360),
    'The worth of the pieces is 3.50, but must be 3.60.',
    'its pieces are not worth its amount',
  ],
  [
    'cash paid in that nobody approved by its mark',
    'cash_paid_in',
    at('payload.mark', 'x'),
    'The mark is no hash.',
    'payload.mark: must be a hash of 64 hexadecimal digits',
  ],
  [
    'cash paid out of another fund',
    'cash_paid_out',
    at('payload.place.fund', '402'),
    'The postings move 0.00 on gl:402:5358031, but must move 10.00.',
    'the postings are not those of its amount',
  ],
  [
    'cash paid out beyond what the drawer holds',
    'cash_paid_out',
    toCents(60_000, { 2000: 30 }),
    'Drawer W3-D0005 does not hold so much cash.',
    'good',
  ],
  [
    'cash paid out with a receipt that has no hash',
    'cash_paid_out',
    at('payload.attachment.sha256', 'x'),
    'The attachment’s sha256 is no hash.',
    'payload.attachment.sha256: must be a hash of 64 hexadecimal digits',
  ],
  [
    'a swap of unequal worth',
    'change_swapped',
    at('payload.in', { 500: 3 }),
    'The worth that comes in is 15.00, but must be 20.00.',
    'its pieces are not worth its amount',
  ],
  [
    'a swap beyond what the drawer holds',
    'change_swapped',
    (entry) => Object.assign(entry.payload, { cents: 60_000, out: { 2000: 30 }, in: { 500: 120 } }),
    'Drawer W3-D0005 does not hold so much cash.',
    'good',
  ],
  [
    'a surprise count by the cashier herself',
    'drawer_checked',
    at('actor', 'm.ortiz'),
    'm.ortiz looked into a drawer of their own.',
    'good',
  ],
  [
    'a surprise count that hides what is short',
    'drawer_checked',
    at('payload.comparison.tenders.0.differenceCents', 0),
    'The difference in cash is 0.00, but must be −1.00.',
    'a difference is not counted less expected',
  ],
  [
    'a surprise count of another count',
    'drawer_checked',
    at('payload.count.cash.100', 3),
    'The cash counted is 272.50, but must be 273.50.',
    'the comparison is not of its count',
  ],
  [
    'totals that are none of the drawer',
    'totals_read',
    (entry) => {
      put(entry, 'payload.totals.tenders.0.cents', 27_351);
      put(entry, 'payload.totals.moves.0.cents', (told: number) => told + 1);
    },
    'The cash told is 273.51, but must be 273.50.',
    'good',
  ],
  [
    'totals that no moves come to',
    'totals_read',
    at('payload.totals.moves.0.cents', (told: number) => told + 1),
    'What moved cash is 273.51, but must be 273.50.',
    'what moved does not come to what is expected',
  ],
  [
    'totals read by the cashier',
    'totals_read',
    at('actor', 'm.ortiz'),
    'm.ortiz looked into a drawer of their own.',
    'good',
  ],
])('%s is caught', async (_, kind, change, verify, ledger) => {
  const place = kinds.indexOf(kind);
  const journal = forged(golden, place, change);
  expect(await complaint(journal)).toBe(verify);
  expect(parkedFor(journal, place)).toBe(ledger);
});

/** The last drawer that opened, whose cashier had returned another float before. */
const opening = kinds.lastIndexOf('drawer_opened');

test.each<[string, (entry: Forged) => void, string, string]>([
  [
    'another float than was returned, not told',
    (entry) => {
      delete entry.payload.returned;
    },
    'returned is null, but must be {"cents":20000,"drawer":"W3-D0001"}.',
    'good',
  ],
  [
    'another amount that was returned',
    at('payload.returned.cents', 19_000),
    'returned is {"cents":19000,"drawer":"W3-D0001"}, but must be {"cents":20000,"drawer":"W3-D0001"}.',
    'good',
  ],
  [
    'a float that does not differ',
    at('payload.returned.cents', 50_000),
    'returned is {"cents":50000,"drawer":"W3-D0001"}, but must be {"cents":20000,"drawer":"W3-D0001"}.',
    'the float is told to differ from what was returned, and does not',
  ],
  [
    'drawers left open without a mark',
    at('payload.left', ['W3-D0004']),
    'Drawers left open and their mark must both be there.',
    'drawers are left open without anybody’s leave',
  ],
  [
    'drawers left open that nobody approved',
    (entry) => Object.assign(entry.payload, { left: ['W3-D0004'], mark: 'a'.repeat(64) }),
    'Nobody approved that drawers are left open.',
    'its mark was approved by nobody',
  ],
  [
    'a drawer left open that is closed',
    (entry) => {
      Object.assign(entry.payload, { left: ['W3-D0001'], mark: 'a'.repeat(64) });
      put(entry, 'approver', 'j.whitebear');
    },
    'Drawer W3-D0001 is not open, and cannot be left open.',
    'good',
  ],
])('an opening that tells %s is caught', async (_, change, verify, ledger) => {
  const journal = forged(golden, opening, change);
  expect(await complaint(journal)).toBe(verify);
  expect(parkedFor(journal, opening)).toBe(ledger);
});
