import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENTRY_KINDS, Entry, isOfTheOffice } from '#domain/entry';
import { verifyJournal } from '#main/verify/verifyJournal';
import {
  bent,
  type Forged,
  forged,
  holding,
  leavesOf,
  put,
  readJournal,
  resealed,
  verdict,
} from '../support/tampering.ts';

const GOLDEN = 'test/golden/office-day.jsonl';
const golden = readJournal(GOLDEN);
const kinds = golden.lines.map((line) => JSON.parse(line.text).kind as string);

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-office-forgers-'));
  file = join(folder, 'journal.jsonl');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is complained of, the entry's name left out. */
async function complaint(journal: typeof golden): Promise<string> {
  const said = await verdict(file, journal);
  const [, sentence] = /^Entry \d+ \(line \d+, L epoch \d+ sequence \d+ \w+\) is bad: (.*)$/.exec(said) ?? [];
  return sentence ?? said;
}

const less = (value: number) => value - 1;
const money = (debit: string, credit: string, cents = 100) => [
  { account: debit, side: 'debit', cents },
  { account: credit, side: 'credit', cents },
];

/** The last entry of the station in the golden day, as the office sealed it. */
const sealedAt = golden.lines[kinds.indexOf('day_closed')]?.text.match(/"seals":\[\{"epoch":1,"hash":"(\w+)"/)?.[1];

test('the golden day of the office is good', async () => {
  expect(await verifyJournal(GOLDEN, null)).toEqual([
    'Journal of the office in quarry-bay, exported 2026-12-09T20:01:00.000Z.',
    'Contiguous: 61 entries, 2 issued floats, 6 deposits, 1 close of days and 1 GL export without a gap.',
    `Chained: every hash is right. The last is ${golden.lines.at(-1)?.hash}.`,
    'Balanced: debits and credits are 6,434.10 each. 26 handoffs have the office’s half, 3 settled by a third count. 1 drawer was ended by the office.',
    'Totals agree: the safe holds 979.80 of a change fund of 1,000.00, 419.20 waits for its deposit, 262.80 is in deposits.',
  ]);
});

test('it has an entry of every kind of the office’s, reads by the schema, and seals again to itself', () => {
  for (const { text } of golden.lines) Entry.parse(JSON.parse(text));
  expect([...new Set(kinds)].sort()).toEqual(ENTRY_KINDS.filter(isOfTheOffice).sort());
  expect(resealed(structuredClone(golden.lines), 0)).toEqual(golden.lines);
});

test('what is personal in it may be redacted', async () => {
  const lines = golden.lines.map((line) => ({ ...line, personal: null }));
  expect(await verdict(file, { ...golden, lines })).toContain('what else was personal is missing from 19 entries');
});

test('of a journal from when nothing followed from another seal, all is good', async () => {
  const journal = forged(golden, kinds.indexOf('courier_missed'), ({ payload }) =>
    Object.assign(payload, { seal: 'S7', isSealWhole: false }),
  );
  const before = holding(journal, journal.lines.slice(0, kinds.indexOf('station_day_closed')));
  expect(await verdict(file, before)).toContain('Journal of the office');
});

describe('a forger of the office’s journal who seals everything again', () => {
  /** The kind's first entry, or the one after so many more of it. */
  const placeOf = (kind: string) => {
    const [name = '', skip = '0'] = kind.split('+');
    return kinds.flatMap((one, place) => (one === name ? [place] : []))[Number(skip)] ?? -1;
  };

  test.each<[string, string, string, unknown, string]>([
    [
      'a kind of a station',
      'batch_approved',
      'kind',
      'drawer_parked',
      'drawer_parked is no kind of entry of the office that this program knows.',
    ],
    [
      'a second epoch',
      'batch_approved',
      'epoch',
      2,
      'Entry 1 was expected here: the journal has a gap or a repetition.',
    ],
    ['a fund without a yes', 'change_fund_changed', 'approver', null, 'It has no approver.'],
    [
      'a fund of other pieces',
      'change_fund_changed',
      'payload.pieces.2000',
      bent,
      'The change of the fund is 1,000.00, but must be 1,020.00.',
    ],
    [
      'a fund that goes elsewhere',
      'change_fund_changed',
      'postings.0.account',
      'over-short',
      'The postings move 0.00 on safe, but must move 1,000.00.',
    ],
    ['a float of another number', 'float_issued', 'payload.number', 2, 'The float’s number is 2, but must be 1.'],
    [
      'a float of another name',
      'float_issued',
      'payload.handoff',
      'L-F0002',
      'handoff is L-F0002, but must be L-F0001.',
    ],
    ['a float to oneself', 'float_issued', 'payload.to', 'j.whitebear', 'j.whitebear gave a float to themself.'],
    [
      'a float of other pieces',
      'float_issued',
      'payload.pieces.2000',
      less,
      'The float is 200.00, but must be 180.00.',
    ],
    [
      'a handoff twice',
      'handoffs_counted+1',
      'payload.parts.2.handoff',
      'W3-D0001-cash',
      'Handoff W3-D0001-cash is counted twice.',
    ],
    [
      'a handoff of another drawer',
      'handoffs_counted',
      'payload.parts.2.handoff',
      'W4-D0001-cash',
      'Handoff W4-D0001-cash is not a cash of drawer W3-D0001.',
    ],
    [
      'a handoff of another batch',
      'handoffs_counted',
      'payload.parts.2.batch',
      'W3-B0002',
      'batch is W3-B0002, but must be W3-B0001.',
    ],
    [
      'a count of other pieces',
      'handoffs_counted',
      'payload.parts.2.pieces.2000',
      3,
      'The count is 40.00, but must be 60.00.',
    ],
    [
      'a count posted as less',
      'handoffs_counted',
      'payload.parts.3.cents',
      less,
      'The postings move 86.40 on undeposited:W3-B0001:check, but must move 86.39.',
    ],
    ['a drawer ended without a yes', 'drawer_ended', 'approver', null, 'It has no approver.'],
    [
      'a drawer ended with the yes of its cashier',
      'drawer_ended',
      'approver',
      'm.ortiz',
      'm.ortiz approved the end of a drawer of their own.',
    ],
    [
      'a drawer ended of another batch',
      'drawer_ended',
      'payload.batch',
      'W3-B0005',
      'batch is W3-B0005, but must be W3-B0006.',
    ],
    [
      'a drawer ended with another count',
      'drawer_ended',
      'payload.count.cash.2000',
      13,
      'The cash counted is 240.00, but must be 260.00.',
    ],
    [
      'a drawer ended that differs by another amount',
      'drawer_ended',
      'payload.comparison.tenders.0.differenceCents',
      0,
      'The difference in cash is 0.00, but must be −20.00.',
    ],
    [
      'a drawer ended with a check that nobody compared',
      'drawer_ended',
      'payload.comparison.unknownChecks',
      [{ checkNumber: '1', cents: 100 }],
      'What checks differ is 1.00, but must be 0.00.',
    ],
    [
      'a drawer ended whose float stays away',
      'drawer_ended',
      'payload.floatCents',
      10_000,
      'The postings move 200.00 on transit:W3-D0006-float-return, but must move 100.00.',
    ],
    [
      'what an ended drawer handed over counted by who gave it',
      'handoffs_counted+5',
      'actor',
      'j.whitebear',
      'j.whitebear counted handoff W3-D0006-float-return, which they gave.',
    ],
    [
      'what an ended drawer handed over settled as less',
      'handoff_resolved+2',
      'payload.givenCents',
      3_900,
      'The drawer’s half is 39.00, but must be 40.00.',
    ],
    ['no handoff', 'handoffs_counted', 'payload.parts', [], 'No handoff is counted.'],
    ['a settling without a yes', 'handoff_resolved', 'approver', null, 'It has no approver.'],
    [
      'a settling by who counted',
      'handoff_resolved',
      'approver',
      'j.whitebear',
      'j.whitebear approved a handoff that they counted.',
    ],
    [
      'a settling of nothing',
      'handoff_resolved',
      'payload.handoff',
      'W3-D0009-cash',
      'Handoff W3-D0009-cash has no half of the office.',
    ],
    [
      'a settling of another count',
      'handoff_resolved',
      'payload.countedCents',
      4_100,
      'The office’s half is 41.00, but must be 40.00.',
    ],
    [
      'a settling of what agrees',
      'handoff_resolved',
      'payload.givenCents',
      4_000,
      'Both halves of handoff W3-D0001-cash are the same.',
    ],
    [
      'a settling that finds more',
      'handoff_resolved',
      'payload.foundCents',
      6_000,
      'The postings move 10.00 on undeposited:W3-B0001:cash, but must move 20.00.',
    ],
    [
      'a settling that leaves some in transit',
      'handoff_resolved',
      'postings.2.account',
      'transit:W3-D0001-check',
      'The postings move 0.00 on transit:W3-D0001-cash, but must move −20.00.',
    ],
    [
      'a float back that was never issued',
      'float_taken_back',
      'payload.handoff',
      'L-F0009',
      'Float L-F0009 was never issued.',
    ],
    [
      'a float back that is back',
      'float_taken_back+1',
      'payload.handoff',
      'L-F0001',
      'Float L-F0001 is taken back twice.',
    ],
    [
      'a float back by who gave it',
      'float_taken_back',
      'actor',
      'j.whitebear',
      'j.whitebear took back a float that they gave.',
    ],
    [
      'a float back of other pieces',
      'float_taken_back',
      'payload.pieces.2000',
      less,
      'The float is 200.00, but must be 180.00.',
    ],
    [
      'a float back that goes elsewhere',
      'float_taken_back',
      'postings.0.account',
      'over-short',
      'The postings move 0.00 on safe, but must move 200.00.',
    ],
    [
      'a settling that forgets what came back',
      'handoff_resolved+1',
      'payload.returnedCents',
      15_000,
      'returnedCents is 15000, but must be 16000.',
    ],
    [
      'a settling that finds more of what came back',
      'handoff_resolved+1',
      'payload.foundCents',
      20_000,
      'The postings move 20.00 on safe, but must move 40.00.',
    ],
    [
      'a settling of what came back by who counted it',
      'handoff_resolved+1',
      'approver',
      'i.solheim',
      'i.solheim approved a handoff that they counted.',
    ],
    [
      'a count of the safe of another number',
      'safe_counted',
      'payload.number',
      2,
      'count is L-S0001, but must be L-S0002.',
    ],
    [
      'a count of the safe of other pieces',
      'safe_counted',
      'payload.pieces.10',
      less,
      'The count of the safe is 979.90, but must be 979.80.',
    ],
    [
      'a count of the safe beside other books',
      'safe_counted',
      'payload.bookCents',
      97_000,
      'bookCents is 970.00, but must be 979.90.',
    ],
    [
      'a second count by who made the first',
      'safe_counted+1',
      'actor',
      'e.lindqvist',
      'e.lindqvist counted the safe twice.',
    ],
    ['a count of the safe settled without a yes', 'safe_count_resolved', 'approver', null, 'It has no approver.'],
    [
      'a count of the safe settled by who counted',
      'safe_count_resolved',
      'approver',
      'i.solheim',
      'i.solheim approved a count of the safe that they made.',
    ],
    [
      'a count of the safe settled otherwise',
      'safe_count_resolved',
      'postings.0.account',
      'change-fund',
      'The postings move 0.00 on over-short, but must move 0.10.',
    ],
    [
      'a batch of its cashier',
      'batch_approved',
      'payload.cashier',
      'i.solheim',
      'i.solheim approved the batch of a drawer that they had in hand.',
    ],
    [
      'a batch by who closed it',
      'batch_approved',
      'payload.hands',
      ['i.solheim'],
      'i.solheim approved the batch of a drawer that they had in hand.',
    ],
    [
      'a batch that brought more',
      'batch_approved',
      'payload.brought.0.cents',
      bent,
      'What the batch brought is [{"cents":5001,"tender":"cash"},{"cents":8640,"tender":"check"}], but must be [{"cents":5000,"tender":"cash"},{"cents":8640,"tender":"check"}].',
    ],
    [
      'a batch that moves money',
      'batch_approved',
      'postings',
      money('safe', 'over-short'),
      'The postings move 1.00 on safe, but must move 0.00.',
    ],
    [
      'a batch of another drawer',
      'batch_approved',
      'payload.drawer',
      'W3-D0002',
      'batch is W3-B0001, but must be W3-B0002.',
    ],
    [
      'a batch approved twice',
      'batch_approved+2',
      'payload',
      () => JSON.parse(golden.lines[6]?.text ?? '').payload,
      'Batch W3-B0001 is approved already.',
    ],
    ['a batch sent back twice', 'batch_approved+1', 'kind', 'batch_sent_back', 'Batch W3-B0001 is sent back already.'],
    ['a deposit left out', 'deposit_prepared+1', 'payload.number', 3, 'The deposit’s number is 3, but must be 2.'],
    [
      'a deposit of another name',
      'deposit_prepared',
      'payload.deposit',
      'L-P0003',
      'deposit is L-P0003, but must be L-P0001.',
    ],
    ['a bag twice', 'deposit_prepared+1', 'payload.bag', 'QB00814473', 'Bag QB00814473 was used before.'],
    [
      'a batch not approved',
      'deposit_prepared',
      'payload.parts.0.batch',
      'W3-B0002',
      'Batch W3-B0002 is not approved.',
    ],
    [
      'a batch deposited twice',
      'deposit_prepared+1',
      'payload.parts.0.batch',
      'W3-B0001',
      'The cash of batch W3-B0001 is in a deposit already.',
    ],
    [
      'a part of less',
      'deposit_prepared',
      'payload.parts.0.cents',
      less,
      'The cash of batch W3-B0001 is 49.99, but must be 50.00.',
    ],
    ['cash of other pieces', 'deposit_prepared', 'payload.pieces.2000', 3, 'cashCents is 50.00, but must be 70.00.'],
    [
      'a check of less',
      'deposit_prepared',
      'payload.checks.0.cents',
      less,
      'The check papers of batch W3-B0001 is 86.39, but must be 86.40.',
    ],
    [
      'a check of no batch',
      'deposit_prepared',
      'payload.checks',
      (checks: Forged[]) => [...checks, { ...checks[0], batch: 'W3-B0009' }],
      'A check is of no batch of the deposit: W3-B0009 check 1010 8640.',
    ],
    ['checks told as less', 'deposit_prepared', 'payload.checkCents', less, 'checkCents is 86.39, but must be 86.40.'],
    [
      'a card taken to the bank',
      'deposit_prepared',
      'payload.parts.1.tender',
      'card',
      'card is not taken to the bank.',
    ],
    [
      'a deposit due before it began',
      'deposit_prepared',
      'payload.dueAt',
      1,
      'Deposit L-P0001 was due before it began.',
    ],
    [
      'a deposit that moves money too early',
      'deposit_prepared',
      'postings',
      money('deposit:L-P0001', 'safe'),
      'The postings move 1.00 on deposit:L-P0001, but must move 0.00.',
    ],
    [
      'a second count by the first',
      'deposit_witnessed',
      'actor',
      'j.whitebear',
      'j.whitebear counted deposit L-P0001 twice.',
    ],
    [
      'a second count said to agree',
      'deposit_witnessed',
      'payload.agrees',
      true,
      'Whether the counts agree is true, but must be false.',
    ],
    [
      'a second count of other pieces',
      'deposit_witnessed',
      'payload.pieces.2000',
      1,
      'cashCents is 50.00, but must be 30.00.',
    ],
    [
      'a deposit that posts less',
      'deposit_witnessed+1',
      'postings',
      (postings: Forged[]) => postings.slice(0, 0),
      'The postings move 0.00 on deposit:L-P0002, but must move 146.40.',
    ],
    [
      'a settling by the preparer',
      'deposit_resolved',
      'approver',
      'j.whitebear',
      'j.whitebear approved a deposit that they counted.',
    ],
    [
      'a settling by the witness',
      'deposit_resolved',
      'approver',
      'l.haddad',
      'l.haddad approved a deposit that they counted.',
    ],
    ['a deposit settled without a yes', 'deposit_resolved', 'approver', null, 'It has no approver.'],
    [
      'a check missing that never was there',
      'deposit_resolved',
      'payload.missing.0.checkNumber',
      '7',
      'A check that is missing was not in deposit L-P0001: W3-B0001 check 7 8640.',
    ],
    [
      'a check that is there after all',
      'deposit_resolved',
      'payload.missing',
      [],
      'checkCents is 0.00, but must be 86.40.',
    ],
    [
      'a seal that was whole',
      'courier_missed',
      'payload.isSealWhole',
      false,
      'isSealWhole is false, but must be true.',
    ],
    ['a broken seal that was whole', 'seal_broken', 'payload.seal', 'S992', 'The seal of deposit L-P0002 was whole.'],
    [
      'a broken seal of what lies in no bag',
      'seal_broken',
      'payload.deposit',
      'L-P0004',
      'Deposit L-P0004 is prepared, which does not allow this.',
    ],
    ['a recount into a bag twice', 'deposit_recounted', 'payload.bag', 'QB00814473', 'Bag QB00814473 was used before.'],
    ['a recount under the broken seal', 'deposit_recounted', 'payload.seal', 'S992', 'Seal S992 was broken.'],
    ['a recount told wrong', 'deposit_recounted', 'payload.cashCents', 6_000, 'cashCents is 60.00, but must be 40.00.'],
    [
      'a recount that moves money',
      'deposit_recounted',
      'postings',
      money('over-short', 'deposit:L-P0002', 2_000),
      'The postings move 20.00 on over-short, but must move 0.00.',
    ],
    [
      'a second recount by the first',
      'deposit_witnessed+4',
      'actor',
      'e.lindqvist',
      'e.lindqvist counted deposit L-P0002 twice.',
    ],
    [
      'recounts alike said to be what was deposited',
      'deposit_witnessed+4',
      'payload.agrees',
      true,
      'Whether the counts agree is true, but must be false.',
    ],
    ['a recount settled without a yes', 'recount_resolved', 'approver', null, 'It has no approver.'],
    [
      'a recount settled by who counted',
      'recount_resolved',
      'approver',
      'l.haddad',
      'l.haddad approved a deposit that they counted.',
    ],
    [
      'a recount that loses nothing',
      'recount_resolved',
      'postings',
      [],
      'The postings move 0.00 on over-short, but must move 20.00.',
    ],
    ['two carriers', 'deposit_handed', 'payload.person', 'i.solheim', 'The number of carriers is 2, but must be 1.'],
    [
      'a deposit handed that is not there',
      'deposit_handed',
      'payload.deposit',
      'L-P0009',
      'Deposit L-P0009 was never prepared, or is confirmed already.',
    ],
    [
      'a deposit handed twice',
      'deposit_confirmed',
      'kind',
      'deposit_handed',
      'Deposit L-P0001 is handed, which does not allow this.',
    ],
    [
      'a deposit taken back that is made',
      'deposit_withdrawn',
      'payload.deposit',
      'L-P0002',
      'Deposit L-P0002 is handed, which does not allow this.',
    ],
    [
      'an excuse before its time',
      'late_deposit_explained',
      'payload.dueAt',
      4_102_444_800_000,
      'Deposit L-P0004 was not late yet.',
    ],
    [
      'an excuse for nothing',
      'late_deposit_explained',
      'payload.deposit',
      'L-P0009',
      'Deposit L-P0009 was never prepared.',
    ],
    [
      'an excuse for what is no deposit',
      'late_deposit_explained',
      'payload.deposit',
      'L-F0001',
      'L-F0001 is no deposit.',
    ],
    ['change ordered by one alone', 'change_ordered', 'approver', null, 'It has no approver.'],
    ['a change order left out', 'change_ordered', 'payload.number', 2, 'The order’s number is 2, but must be 1.'],
    ['change of other pieces', 'change_ordered', 'payload.pieces.2000', 9, 'The order is 200.00, but must be 180.00.'],
    [
      'change received that nobody ordered',
      'change_received',
      'payload.order',
      'L-G0009',
      'Nothing is on its way for change order L-G0009.',
    ],
    [
      'change received for another amount',
      'change_received',
      'payload.orderedCents',
      less,
      'orderedCents is 199.99, but must be 200.00.',
    ],
    [
      'a dime that is not missing',
      'change_received',
      'payload.pieces.10',
      1_000,
      'What came back is 199.90, but must be 200.00.',
    ],
    [
      'images of what lies in a bag',
      'deposit_transmitted',
      'payload.deposit',
      'L-P0005',
      'Deposit L-P0005 lies in a bag: nothing of it was sent as images.',
    ],
    [
      'checks destroyed on the day they were sent',
      'deposit_transmitted',
      'payload.destroyAfter',
      '2026-11-24',
      'The checks of L-P0006 would be destroyed on the day they were sent.',
    ],
    [
      'checks destroyed too soon',
      'deposit_transmitted',
      'payload.destroyAfter',
      '2026-12-31',
      'The checks of L-P0006 are kept until 2026-12-31.',
    ],
    ['fewer checks destroyed', 'checks_destroyed', 'payload.items', 2, 'items is 2, but must be 1.'],
    [
      'checks destroyed of another deposit',
      'checks_destroyed',
      'payload.deposit',
      'L-P0005',
      'Deposit L-P0005 has no checks that may be destroyed.',
    ],
    ['checks destroyed by one alone', 'checks_destroyed', 'approver', null, 'It has no approver.'],
    [
      'images carried away',
      'deposit_handed+2',
      'payload.deposit',
      'L-P0006',
      'Deposit L-P0006 is handed, which does not allow this.',
    ],
    [
      'cash in no bag',
      'deposit_prepared+4',
      'payload',
      (payload: Forged) => ({ ...payload, bag: null, seal: null }),
      'Deposit L-P0005 holds cash and lies in no bag.',
    ],
    [
      'a bag without a seal',
      'deposit_prepared+4',
      'payload.seal',
      null,
      'Deposit L-P0005 has a bag without a seal, or a seal without a bag.',
    ],
    [
      'the county given less than it says',
      'deposit_confirmed+1',
      'payload.cents',
      6_000,
      'The postings move 59.00 on treasurer:401, but must move 60.00.',
    ],
    [
      'a slip of half a cent',
      'deposit_confirmed',
      'payload.cents',
      0.5,
      'The field “cents” must be a whole number, but is 0.5.',
    ],
    ['another amount told by one alone', 'deposit_confirmed+1', 'approver', null, 'It has no approver.'],
    ['a slip put right by one alone', 'confirmation_corrected', 'approver', null, 'It has no approver.'],
    [
      'a slip put right that was never told',
      'confirmation_corrected',
      'payload.deposit',
      'L-P0002',
      'Deposit L-P0002 is not confirmed.',
    ],
    [
      'a slip put right that moves nothing',
      'confirmation_corrected',
      'postings',
      [],
      'The postings move 0.00 on treasurer:401, but must move 0.90.',
    ],
    ['a close without a number', 'day_closed', 'payload.number', 2, 'The close’s number is 2, but must be 1.'],
    [
      'a close after one that was not',
      'day_closed',
      'payload.previous',
      '2026-11-20',
      'previous is 2026-11-20, but must be null.',
    ],
    ['a day closed before it came', 'day_closed', 'payload.day', '2026-12-24', '2026-12-24 was closed before it came.'],
    ['a close with loose ends and no yes', 'day_closed', 'approver', null, 'It has no approver.'],
    [
      'a close in order that somebody approved',
      'day_closed',
      'payload.looseEnds',
      0,
      'It has an approver, and nothing to approve.',
    ],
    [
      'a station’s seal set anew',
      'day_closed',
      'payload.seals.0.sequence',
      19,
      `The seal of W3 1, which its station set, is entry 19 with ${sealedAt}, but must be entry 25 with ${sealedAt}.`,
    ],
    [
      'the office sealed before its head',
      'day_closed',
      'payload.seals.1.sequence',
      35,
      'The office’s own seal is 35, but must be 36.',
    ],
    [
      'another station’s journal sealed',
      'station_day_closed',
      'payload.seals.0.series',
      'W4',
      'A sealed journal is W4, but must be W3.',
    ],
    ['an export without a number', 'gl_exported', 'payload.number', 2, 'The export’s number is 2, but must be 1.'],
    [
      'a close left out of exports',
      'gl_exported',
      'payload.closes.first',
      2,
      'The first close that is exported is 2, but must be 1.',
    ],
    [
      'an export of days that are open',
      'gl_exported',
      'payload.closes.last',
      2,
      'Close 2 is none that can be exported.',
    ],
    ['strays adopted without a yes', 'strays_adopted', 'approver', null, 'It has no approver.'],
    [
      'one more stray adopted than was',
      'strays_adopted',
      'payload.hashes',
      ['0'.repeat(64), '1'.repeat(64), '2'.repeat(64), '3'.repeat(64)],
      'The last entry that is adopted is 3, but must be 5.',
    ],
    [
      'strays adopted from another place on',
      'strays_adopted',
      'payload.first',
      3,
      'The first entry that is adopted is 3, but must be 2.',
    ],
    ['strays dismissed without a yes', 'strays_dismissed', 'approver', null, 'It has no approver.'],
    [
      'strays dismissed that move money',
      'strays_dismissed',
      'postings',
      money('over-short', 'safe'),
      'The postings move 1.00 on over-short, but must move 0.00.',
    ],
    ['an explanation without a yes', 'parked_explained', 'approver', null, 'It has no approver.'],
    ['a station closed with nothing', 'station_day_closed', 'payload.seals', [], 'Nothing of W3 is sealed.'],
  ])('is caught by %s', async (_, kind, path, value, sentence) => {
    const journal = forged(golden, placeOf(kind), (entry) => put(entry, path, value));
    expect(await complaint(journal)).toBe(sentence);
  });

  const FREE = /^(?:actor|approver|businessDay|commandId|recordedAt|personalDigest|previousHash)$/;
  const FREE_IN_PAYLOAD =
    /^payload\.(?:resolution|mark|to|station|cashier|bankAccount|bag|seal|firstReceiptAt|dueAt|reference|day|courier|confirmation|person|looseEnds|head\..*|hands\..*|parts\.\d+\.items|checks\.\d+\.checkNumber)$/;
  /** What of a drawer that the office ended stands in its station's journal alone. */
  const IN_ITS_STATION =
    /^payload\.(?:openedAt|receipts\..*|comparison\.tenders\.3\.expectedItems|count\.checks\.\d+\.checkNumber)$/;
  /** What came from a station and stands in its own journal, or in none. */
  const OF_STRAYS = /^payload\.(?:epoch|sequence|hash|hashes\.\d+|strays\..*)$/;
  /** Who and when, words that only people read, what is in no other entry of this journal, and a count that differs anyway. */
  const isFree = (entry: Forged, path: string) =>
    FREE.test(path) ||
    FREE_IN_PAYLOAD.test(path) ||
    (entry.kind === 'drawer_ended' && IN_ITS_STATION.test(path)) ||
    (/^(?:strays|parked)_/.test(entry.kind) && OF_STRAYS.test(path)) ||
    (entry.kind === 'deposit_confirmed' && path === 'payload.cents') ||
    (entry.kind === 'gl_exported' && /^payload\.(?:lines|policyVersion|sha256)$/.test(path)) ||
    (entry.payload.agrees === false && /^payload\.(?:checks|moneyOrders)\./.test(path));

  test.each(kinds.map((kind, place) => [`${place + 1} ${kind}`, place] as const))(
    'is caught by whatever amount, name or posting he changes in %s',
    async (_, place) => {
      const entry = JSON.parse(golden.lines[place]?.text ?? '{}');
      const held = leavesOf(entry).filter((path) => !isFree(entry, path));
      for (const path of held) {
        const journal = forged(golden, place, (one) => put(one, path, bent));
        expect([path, await verdict(file, journal)]).toEqual([
          path,
          expect.not.stringContaining('Journal of the office'),
        ]);
      }
      expect(held.length).toBeGreaterThan(5);
    },
  );
});
