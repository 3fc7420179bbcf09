import { createHash } from 'node:crypto';
import type { Language } from '#domain/account';
import { type Comparison, type Count, compare } from '#domain/balancing';
import { receiptPostings } from '#domain/distribution';
import type { Policy } from '#domain/district';
import { drawerEmptied } from '#domain/drawerPostings';
import { Entry, type EntryKind, type EntryOf, entryText, type Payload, type Personal, preimage } from '#domain/entry';
import type { AccountLine, FeeLine, PaidCharge, ReceiptLine } from '#domain/line';
import { cents } from '#domain/money';
import { reversed } from '#domain/posting';
import type { Receipt } from '#domain/receipt';
import type { Recorded } from '#domain/recorded';
import { correctionPostings, refundPostings, reversalPostings } from '#domain/undoPostings';
import { permitSlip } from '#printing/permitSlip';
import { receiptSlip } from '#printing/receiptSlip';
import type { Slip } from '#printing/slip';
import type { SlipFacts } from '#printing/slipParts';
import { correctionSlip, refundSlip, reversalSlip } from '#printing/undoSlip';
import { voidSlip } from '#printing/voidSlip';
import { zSlip } from '#printing/zSlip';
import { PLAIN } from './journalBuilder.ts';

const FUNDS: Policy['funds'] = [
  { fund: '401', name: 'Sewer operations', basis: { kind: 'cash' } },
  { fund: '402', name: 'Sewer capital', basis: { kind: 'cash' } },
];

const NAMES: Readonly<Record<string, string>> = { 'm.ortiz': 'M. Ortiz', 'j.whitebear': 'J. Whitebear' };

/** The facts of the sample district on paper, in and out of training. */
export function slipFacts(training = false): SlipFacts {
  return {
    district: {
      name: 'Quarry Bay Sewer District',
      header: ['1200 Quarry Rd, Quarry Bay WA'],
      footer: ['Questions? 360 555 0100'],
      timeZone: 'America/Los_Angeles',
    },
    training,
    nameOf: (person) => NAMES[person] ?? person,
  };
}

/** An entry as the journal has it, checked against its schema, with its true hash. */
export function recorded<K extends EntryKind>(
  kind: K,
  payload: Payload<K>,
  more: Partial<Omit<EntryOf<K>, 'kind' | 'payload'>> = {},
  personal: Personal | null = null,
): Recorded<K> {
  const entry = Entry.parse({
    formula: 1,
    district: 'quarry-bay',
    series: 'W3',
    epoch: 1,
    sequence: 1204,
    kind,
    businessDay: '2026-11-23',
    recordedAt: Date.parse('2026-11-23T10:43:00-08:00'),
    actor: 'm.ortiz',
    approver: null,
    commandId: '0b8f2a54-51a3-4f0e-9d0c-3a2f6c1de001',
    postings: [],
    personalDigest: null,
    previousHash: '0'.repeat(64),
    payload,
    ...more,
  }) as EntryOf<K>;
  return {
    entry,
    hash: createHash('sha256')
      .update(preimage(entryText(entry)))
      .digest('hex'),
    personal,
  };
}

export function paidCharge(kind: PaidCharge['kind'], period: string, amount: number, chargeId = 1): PaidCharge {
  return { chargeId, kind, period, dueDay: '2026-11-30', fund: '401', bars: '3435001', cents: amount };
}

/** The receipt of the mock-up, as far as accounts go: two accounts, a check, and cash with change. */
export function twoTenderReceipt(): Receipt {
  return {
    number: 417,
    label: 'W3-000417',
    drawer: 'W3-D0012',
    batch: 'W3-B0012',
    lines: [
      {
        kind: 'account',
        accountNumber: '40-11872-03',
        cents: 10_140,
        charges: [paidCharge('service', 'Sep–Oct 2026', 8_640), paidCharge('penalty', 'Jul–Aug 2026', 1_500, 2)],
        unappliedCents: 0,
        namedWhy: null,
      },
      {
        kind: 'account',
        accountNumber: '40-11880-01',
        cents: 116_325,
        charges: [paidCharge('permit', 'SSP-2026-0118', 108_825, 3), paidCharge('fee', 'Returned check', 4_000, 4)],
        unappliedCents: 3_500,
        namedWhy: null,
      },
    ],
    tenders: [
      {
        kind: 'check',
        cents: 120_000,
        checkNumber: '1187',
        routing: '021000021',
        sealedAccount: '1.sealed',
        lastFour: '4410',
        form: 'check',
        paper: 'ab'.repeat(16),
      },
      { kind: 'cash', cents: 6_465, tenderedCents: 8_000, changeCents: 1_535, roundingCents: 0 },
    ],
    payments: [
      { line: 0, tender: 0, cents: 10_140 },
      { line: 1, tender: 0, cents: 109_860 },
      { line: 1, tender: 1, cents: 6_465 },
    ],
    totalCents: 126_465,
    changeCents: 1_535,
    ...PLAIN,
    offlineSince: null,
    accountsAsOf: Date.parse('2026-11-23T10:19:00-08:00'),
  };
}

/** A card payment of a Russian customer, taken in training while the ledger was out of reach. */
export function offlineReceipt(): Receipt {
  return {
    number: 9,
    label: 'T1-000009',
    drawer: 'T1-D0001',
    batch: 'T1-B0001',
    lines: [
      {
        kind: 'account',
        accountNumber: '40-11902-01',
        cents: 6_250,
        charges: [paidCharge('contract', 'installment 3 of 6', 6_250)],
        unappliedCents: 0,
        namedWhy: null,
      },
    ],
    tenders: [{ kind: 'card', cents: 6_250, brand: 'visa', lastFour: '8841', approvalCode: '02419Z' }],
    payments: [{ line: 0, tender: 0, cents: 6_250 }],
    totalCents: 6_250,
    changeCents: 0,
    ...PLAIN,
    offlineSince: Date.parse('2026-11-23T10:19:30-08:00'),
    accountsAsOf: Date.parse('2026-11-23T10:19:00-08:00'),
  };
}

const SALT = '00112233445566778899aabbccddeeff';
const MARK = `7c1e90b4a2f8${'0'.repeat(52)}`;

export function receiptRecorded(receipt: Receipt, payer: string, series = 'W3'): Recorded<'receipt_issued'> {
  const postings = receiptPostings(receipt, FUNDS);
  return recorded('receipt_issued', receipt, { series, postings }, { salt: SALT, payer });
}

export function voidRecorded(receipt = twoTenderReceipt()): Recorded<'receipt_voided'> {
  return recorded(
    'receipt_voided',
    { receipt, issuedSequence: 1204, reason: 'wrong_account', mark: MARK },
    {
      sequence: 1205,
      approver: 'j.whitebear',
      recordedAt: Date.parse('2026-11-23T11:04:00-08:00'),
      postings: reversed(receiptPostings(receipt, FUNDS)),
    },
    { salt: SALT, payer: 'Hale, Dorothea', words: 'Permit belongs to parcel 0418-22-0017, payer will pay again' },
  );
}

/** A side sewer permit over two funds, beside money whose owner was not found; by money order, credit and rounded cash. */
export function permitReceipt(): Receipt {
  const permit: FeeLine = {
    kind: 'fee',
    code: 'side-sewer-permit',
    name: 'Side sewer permit',
    accountNumber: '40-11872-03',
    told: [
      { field: 'Permit number', told: 'SS-2026-0412' },
      { field: 'Parcel', told: '0418-22-0071' },
      { field: 'Address', told: '118 Quarry Rd, behind the old boat shed at the creek' },
      { field: 'Contractor', told: 'Щербаков и сыновья' },
      { field: 'Kind of work', told: 'New side sewer' },
    ],
    quantity: 1,
    cents: 116_325,
    shares: [
      { fund: '402', bars: '3221000', cents: 109_346 },
      { fund: '401', bars: '3424000', cents: 6_979 },
    ],
    prints: 'permit',
  };
  return {
    ...twoTenderReceipt(),
    lines: [permit, { kind: 'suspense', parcel: '0418-22-0017', cents: 5_002 }],
    tenders: [
      { kind: 'money-order', cents: 100_000, issuer: 'usps', serial: '26011874453', paper: 'cd'.repeat(16) },
      { kind: 'credit', cents: 20_000, accountNumber: '40-12093-01' },
      { kind: 'cash', cents: 1_325, tenderedCents: 2_000, changeCents: 675, roundingCents: -2 },
    ],
    payments: [
      { line: 0, tender: 0, cents: 100_000 },
      { line: 0, tender: 1, cents: 16_325 },
      { line: 1, tender: 1, cents: 3_675 },
      { line: 1, tender: 2, cents: 1_327 },
    ],
    totalCents: 121_327,
    changeCents: 675,
    roundingCents: -2,
  };
}

/** What every undoing of the mock-up's receipt has in common. */
const undoing = (label: string) => ({ number: 1, label, receipt: 'W3-000417', issuedSequence: 1204, mark: MARK });
const undone = { sequence: 1206, approver: 'j.whitebear', recordedAt: Date.parse('2026-11-23T11:04:00-08:00') };

/** The mock-up's second account was the wrong one. */
export function correctionRecorded(): Recorded<'receipt_corrected'> {
  const from = twoTenderReceipt().lines[1] as AccountLine;
  const to = { ...from, accountNumber: '40-12093-01', charges: [], unappliedCents: from.cents };
  const correction = { what: 'line' as const, place: 1, from, to };
  const of = { label: 'W3-000417', drawer: 'W3-D0012', isDrawerOpen: true };
  return recorded(
    'receipt_corrected',
    { ...undoing('W3-C000001'), correction, reason: 'wrong_account' },
    { ...undone, postings: correctionPostings(of, correction, FUNDS) },
    { salt: SALT, payer: 'Hale, Dorothea', words: 'The permit is the neighbour’s' },
  );
}

/** What was keyed as a check was a card. */
export function tenderCorrectionRecorded(): Recorded<'receipt_corrected'> {
  const [from] = twoTenderReceipt().tenders;
  if (!from) throw new Error('the receipt has no tender');
  const card = { kind: 'card' as const, brand: 'visa' as const, lastFour: '8841', approvalCode: '02419Z' };
  const correction = { what: 'tender' as const, place: 0, from, to: { ...card, cents: from.cents } };
  const of = { label: 'W3-000417', drawer: 'W3-D0012', isDrawerOpen: false };
  return recorded(
    'receipt_corrected',
    { ...undoing('W3-C000002'), correction, reason: 'wrong_tender' },
    { ...undone, postings: correctionPostings(of, correction, FUNDS) },
  );
}

export function reversalRecorded(): Recorded<'receipt_reversed'> {
  const reversing: Pick<Payload<'receipt_reversed'>, 'parts' | 'tenders' | 'credits' | 'roundingCents'> = {
    parts: twoTenderReceipt().lines.map((line, place) => ({ place, line })),
    tenders: [
      { tender: 'cash', cents: 6_465 },
      { tender: 'check', cents: 120_000 },
    ],
    credits: [],
    roundingCents: 0,
  };
  return recorded(
    'receipt_reversed',
    { ...undoing('W3-V000001'), ...reversing, reason: 'keyed_twice' },
    { ...undone, postings: reversalPostings('W3-000417', reversing, FUNDS) },
    { salt: SALT, payer: 'Hale, Dorothea' },
  );
}

/** A part of the permit's receipt back in cash, with the rounding that was taken. */
export function refundRecorded(means: 'cash' | 'warrant' = 'cash'): Recorded<'refund_issued'> {
  const refunding: Pick<Payload<'refund_issued'>, 'parts' | 'cents' | 'roundingCents' | 'means'> = {
    parts: [{ place: 1, line: { kind: 'suspense', parcel: '0418-22-0017', cents: 5_002 } }],
    cents: 5_000,
    roundingCents: -2,
    means: means === 'cash' ? { kind: means, drawer: 'W3-D0012', batch: 'W3-B0012' } : { kind: means },
  };
  return recorded(
    'refund_issued',
    { ...undoing('W3-R000001'), ...refunding, reason: 'paid_twice' },
    { ...undone, postings: refundPostings('W3-000417', refunding, FUNDS) },
    { salt: SALT, payer: 'Nguyễn, Minh Châu', words: 'Paid at the bank as well' },
  );
}

const COUNT: Count = {
  cash: {
    '10000': 4,
    '5000': 1,
    '2000': 31,
    '1000': 12,
    '500': 9,
    '100': 37,
    '25': 40,
    '10': 22,
    '5': 11,
    '1': 35,
  },
  checks: [
    { checkNumber: '1187', cents: 120_000 },
    { checkNumber: '5120', cents: 103_680 },
  ],
  moneyOrders: [],
  cardTotalCents: 221_610,
};

/** The close of the mock-up: cash short, one check missing and one that nobody expected, cards that disagree. */
export function zRecorded(comparison: Comparison = comparisonOfMockup()): Recorded<'drawer_closed'> {
  return recorded(
    'drawer_closed',
    {
      drawer: 'W3-D0012',
      batch: 'W3-B0012',
      cashier: 'm.ortiz',
      z: { number: 12, label: 'W3-Z0012' },
      openedAt: Date.parse('2026-11-23T08:02:00-08:00'),
      floatCents: 20_000,
      countNumber: 2,
      count: COUNT,
      comparison,
      receipts: {
        issued: 42,
        voided: 1,
        first: 'W3-000376',
        last: 'W3-000417',
        issuedCents: 556_780,
        voidedCents: 4_320,
      },
      grandTotalCents: 128_403_915,
      mark: MARK,
    },
    {
      sequence: 1290,
      approver: 'j.whitebear',
      recordedAt: Date.parse('2026-11-23T16:58:00-08:00'),
      postings: drawerEmptied('W3-D0012', cents(20_000), comparison),
    },
    { salt: SALT, words: 'Gave a 5 too much in change at noon, payer not found' },
  );
}

function comparisonOfMockup(): Comparison {
  const checks = [
    { checkNumber: '1187', cents: 120_000 },
    { checkNumber: '5102', cents: 103_680 },
  ];
  return compare({ cashCents: cents(128_935), checks, moneyOrders: [], cardCents: cents(220_610), cards: 9 }, COUNT);
}

/** The first print of an undo whose payer reads English. */
export const ENGLISH = { copy: 1, language: 'en' } as const;

/** The golden slips by name. */
export function goldenSlips(): Record<string, Slip> {
  const hale = receiptRecorded(twoTenderReceipt(), 'Hale, Dorothea');
  return {
    'receipt-two-tenders': receiptSlip(hale, slipFacts()),
    'receipt-offline-training': receiptSlip(
      receiptRecorded(offlineReceipt(), 'Щербаков-Ёлкин, Александр', 'T1'),
      slipFacts(true),
    ),
    duplicate: receiptSlip(hale, slipFacts(), { copy: 2, isVoid: false }),
    void: voidSlip(voidRecorded(), slipFacts()),
    'z-short': zSlip(zRecorded(), slipFacts(), { copy: 1, countedBy: 'i.solheim' }),
    'receipt-permit': receiptSlip(receiptRecorded(permitReceipt(), 'Hale, Dorothea'), slipFacts()),
    permit: permitSlip(receiptRecorded(permitReceipt(), 'Hale, Dorothea'), slipFacts()),
    'correction-line': correctionSlip(correctionRecorded(), slipFacts(), ENGLISH),
    'correction-tender': correctionSlip(tenderCorrectionRecorded(), slipFacts(), ENGLISH),
    reversal: reversalSlip(reversalRecorded(), slipFacts(), ENGLISH),
    'refund-cash': refundSlip(refundRecorded(), slipFacts(), ENGLISH),
    'refund-warrant': refundSlip(refundRecorded('warrant'), slipFacts(true), { copy: 2, language: 'en' }),
    ...slipsIn('es'),
    ...slipsIn('ru'),
  };
}

/** Every slip that a payer reads, in a second language. */
function slipsIn(language: Language): Record<string, Slip> {
  const receipt = { ...twoTenderReceipt(), language };
  const plan = { ...offlineReceipt(), language };
  const permit = { ...permitReceipt(), language, lines: permitReceipt().lines.map(named) };
  const first = { copy: 1, language };
  return {
    [`receipt-two-tenders-${language}`]: receiptSlip(receiptRecorded(receipt, 'Castellanos, Inés'), slipFacts()),
    [`receipt-offline-training-${language}`]: receiptSlip(
      receiptRecorded(plan, 'Щербаков-Ёлкин, Александр', 'T1'),
      slipFacts(true),
      { copy: 2, isVoid: true },
    ),
    [`receipt-permit-${language}`]: receiptSlip(receiptRecorded(permit, 'Hale, Dorothea'), slipFacts()),
    [`permit-${language}`]: permitSlip(receiptRecorded(permit, 'Hale, Dorothea'), slipFacts()),
    [`void-${language}`]: voidSlip(voidRecorded(permit), slipFacts()),
    [`correction-tender-${language}`]: correctionSlip(tenderCorrectionRecorded(), slipFacts(), first),
    [`reversal-${language}`]: reversalSlip(reversalRecorded(), slipFacts(), first),
    [`refund-cash-${language}`]: refundSlip(refundRecorded(), slipFacts(), first),
    [`refund-warrant-${language}`]: refundSlip(refundRecorded('warrant'), slipFacts(), first),
  };
}

/** A receipt type whose name the district gives in other languages too. */
function named(line: ReceiptLine): ReceiptLine {
  const names = { es: 'Permiso de conexión al alcantarillado', ru: 'Разрешение на подключение к канализации' };
  return line.kind === 'fee' ? { ...line, names } : line;
}
