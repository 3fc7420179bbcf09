import type { Output } from '#contract/contract';
import { type RefusalCode, sentenceOf } from '#domain/refusal';
import { glHeader, glRows } from '#formats/glCsv';
import { sha256Hex } from '#main/chain/sha256';
import type { Host } from '#main/host';
import type { OfficeRequest } from '#main/sync/wire';
import { MONDAY } from './dayOffice.ts';
import { TIE_OF_FRIDAY } from './dayTies.ts';
import { officeLine } from './officeLine.ts';
import { officeReceiptsTold } from './officeReceipts.ts';

type Days = Output<'days'>['days'];
type Lines = Output<'glLines'>['lines'];

/** A stand-in for the ledger's days and exports: it lists, closes and exports, and keeps what it was told. */
export type LedgerOutOffice = {
  /** The mark of what would be closed, where it is another by now. */
  closeMark?: string;
  /** The day after the newest that is listed, unless it is another. */
  today?: Days[number]['day'];
  days: Days;
  lines: Lines;
  looseEnds: Output<'dayClose'>['looseEnds'];
  told: OfficeRequest[];
  /** What would be closed is refused with this. */
  refusesToTell?: RefusalCode;
  /** The next command is refused with this. */
  refuses: RefusalCode | null;
  isAway: boolean;
  line(usual: Host): Partial<Host>;
};

export function ledgerOutOffice(): LedgerOutOffice {
  const office: LedgerOutOffice = {
    ...{ days: DAYS.map((day) => ({ ...day })), lines: LINES, looseEnds: LOOSE },
    ...{ told: [], refuses: null, isAway: false },
    line: (usual) => officeLine(usual, office, (request) => answered(office, request)),
  };
  return office;
}

export const CLOSE_MARK = '4b5c1eb7'.repeat(8);

function refusal(code: RefusalCode, facts: Record<string, string>): Response {
  return Response.json({ code, facts, sentence: sentenceOf(code, facts) }, { status: 422 });
}

function answered(office: LedgerOutOffice, request: OfficeRequest): Response {
  if (request.call === 'dayClose' && office.refusesToTell)
    return refusal(office.refusesToTell, { aheadDay: String(request.input.day) });
  const value = toldOf(office, request);
  if (value !== undefined) return Response.json({ value });
  office.told.push(request);
  const code = office.refuses;
  office.refuses = null;
  const facts = {
    closedDay: '2026-11-23',
    label: String(request.input.label),
    what: 'cash on hand',
    place: 'cashOnHand',
  };
  if (request.call === 'traced' || code !== null) return refusal(code ?? 'trace_unknown', facts);
  return Response.json({ value: done(office, request) });
}

/** A line with entries that come to it: of W1’s batch those of its receipts, of any other some of every kind. */
function glLineOf(lines: Lines, number: number): Output<'glLine'> | undefined {
  const line = lines[number - 1];
  if (!line) return undefined;
  const [first, ...others] = line.batch.startsWith('W1') ? ENTRIES_OF_W1 : ENTRIES;
  const rest = others.reduce((sum, { cents }) => sum + cents, 0);
  if (!first || rest >= line.cents)
    return { line, entries: first ? [{ ...first, cents: line.cents }] : [], more: false };
  return { line, entries: [{ ...first, cents: line.cents - rest }, ...others], more: false };
}

function toldOf(office: LedgerOutOffice, request: OfficeRequest): unknown {
  const { call, input } = request;
  const ofReceipt = officeReceiptsTold(request);
  if (ofReceipt !== undefined) return ofReceipt;
  const { days, looseEnds, lines } = office;
  if (call === 'days')
    return { closedThrough: closedThrough(days), today: office.today ?? '2026-11-24', days, more: false };
  if (call === 'glExports') return { exports: [exportOf(lines)], more: false };
  if (call === 'glLines') return { lines, more: false };
  if (call === 'glLine') return glLineOf(lines, Number(input.line));
  if (call === 'traced' && input.label === 'W3-000482') return TRACED;
  if (call === 'day')
    return { ...MONDAY, day: input.day ?? MONDAY.day, ...(input.day === MONDAY.day ? {} : TIE_OF_FRIDAY) };
  if (call === 'depositable') return { bankAccounts: [], batches: [] };
  if (call !== 'dayClose') return undefined;
  return {
    ...{ day: input.day, previous: closedThrough(days), looseEnds, looseEndsInAll: looseEnds.length },
    seals: [
      { station: 'W1.2', sequence: 1204, receipts: 61, isClosed: false },
      { station: 'W3', sequence: 2031, receipts: 48, isClosed: false },
    ].filter(({ station }) => input.station === undefined || station.startsWith(String(input.station))),
    mark: typeof input.reason === 'string' ? (office.closeMark ?? CLOSE_MARK) : '0'.repeat(64),
  };
}

function done(office: LedgerOutOffice, { call, input }: OfficeRequest): unknown {
  const day = office.days.find((one) => one.day === (input.day ?? input.through));
  if (call === 'closeDay') {
    Object.assign(day ?? {}, { state: 'closed', closedByName: 'Joseph Whitebear', closedAt: AT });
    return { day: input.day, number: 3, sealed: 3 };
  }
  if (call === 'closeStationDay') return { day: input.day, station: input.station, sealed: 1 };
  if (day) day.glExport = 12;
  const { number, through, lines, debitCents, sha256 } = exportOf(office.lines);
  return { number, through, lines, debitCents, sha256 };
}

const closedThrough = (days: Days) => days.find(({ state }) => state === 'closed')?.day ?? null;

/** 18:40 in Quarry Bay, on Monday. */
const AT = Date.UTC(2026, 10, 24, 2, 40);

function listed(day: string, over: Partial<Days[number]>): Days[number] {
  const open = {
    ...{ closedByName: null, closedAt: null, approverName: null, words: null },
    ...{ stationsClosed: [], batchesLeft: 0, glExport: null, late: [] },
  };
  return { ...open, day: day as Days[number]['day'], state: 'open', receipts: 109, ...over };
}

const closed = { state: 'closed' as const, closedByName: 'Joseph Whitebear', closedAt: AT - 86_400_000 };
const agreed = { approverName: 'Ingrid Solheim', words: 'Drawer W2 stays over night' };

const LATE: Days[number]['late'] = [
  { receipts: 1, cents: 8_640, postsTo: '2026-11-20' as Days[number]['day'] },
  { receipts: 3, cents: 25_920, postsTo: null },
];

const DAYS: Days = [
  listed('2026-11-23', { batchesLeft: 2 }),
  listed('2026-11-20', { ...closed, ...agreed, receipts: 131, stationsClosed: ['W4'] }),
  listed('2026-11-19', { ...closed, receipts: 1_098, glExport: 12, late: LATE }),
  listed('2026-11-18', { ...closed, receipts: 98, glExport: 11 }),
];

const LOOSE: Output<'dayClose'>['looseEnds'] = [
  {
    ...{ why: 'batch_not_approved', station: 'W3', batch: 'W3-B0012', cashierName: 'Marisol Ortiz' },
    ...{ drawers: null, businessDay: '2026-11-23' as Days[number]['day'], entries: null, heardAt: null },
  },
  {
    ...{ why: 'station_silent', station: 'W4', batch: null, cashierName: null, businessDay: null, entries: null },
    ...{ drawers: null, heardAt: AT - 20_000_000 },
  },
  {
    ...{ why: 'drawers_at_once', station: 'W3', batch: null, cashierName: 'Marisol Ortiz' },
    ...{ drawers: ['W3-D0012', 'W4-D0031'], businessDay: '2026-11-23' as Days[number]['day'] },
    ...{ entries: null, heardAt: null },
  },
];

const one = (line: number, over: Partial<Lines[number]>): Lines[number] => ({
  ...{ export: 12, line, day: '2026-11-19' as Days[number]['day'], batch: 'W3-B0011', deposit: '' },
  ...{ fund: '401', bars: '1113000', name: 'Cash on hand', side: 'debit', cents: 126_465 },
  ...over,
});

const LINES: Lines = [
  one(1, { batch: '', deposit: 'L-P0228', bars: '1119000', name: 'Deposits in transit', cents: 1_341_855 }),
  one(2, {}),
  one(3, { bars: '1220000', name: 'Customer accounts receivable', side: 'credit', cents: 98_640 }),
  one(4, { bars: '2391000', name: 'Unapplied customer credit', side: 'credit', cents: 6_000 }),
  one(5, { bars: '3424000', name: 'Inspection fees', side: 'credit', cents: 21_825 }),
  one(6, { deposit: 'L-P0228', side: 'credit', cents: 1_341_855 }),
  one(7, { fund: '402', cents: 109_346, batch: 'W1-B0086' }),
  one(8, {
    fund: '402',
    bars: '3221000',
    name: 'Side sewer permits',
    side: 'credit',
    cents: 109_346,
    batch: 'W1-B0086',
  }),
];

const ENTRIES: Output<'glLine'>['entries'] = [
  {
    ...{ journal: 'W3', sequence: 1_988, kind: 'receipt_issued', label: 'W3-000482', at: AT },
    ...{ byName: 'Marisol Ortiz', cents: 118_000, handoff: null, receipt: null, file: null },
  },
  {
    ...{ journal: 'W3', sequence: 1_991, kind: 'receipt_issued', label: 'W3-000485', at: AT + 60_000 },
    ...{ byName: 'Marisol Ortiz', cents: 8_465, handoff: null, receipt: null, file: null },
  },
  {
    ...{ journal: 'W3', sequence: 1_994, kind: 'cash_paid_out', label: 'W3-O0002', at: AT + 120_000 },
    ...{ byName: 'Marisol Ortiz', cents: 2_000, handoff: null, receipt: null },
    file: { name: 'stamps.pdf', type: 'application/pdf', sha256: 'c'.repeat(64), station: 'W3', isHere: true },
  },
  {
    ...{ journal: 'W3', sequence: 1_997, kind: 'cash_paid_out', label: 'W3-O0003', at: AT + 180_000 },
    ...{ byName: 'Marisol Ortiz', cents: 1_150, handoff: null, receipt: null },
    file: { name: 'IMG_20261123_140212.jpg', type: 'image/jpeg', sha256: 'd'.repeat(64), station: 'W3', isHere: false },
  },
  {
    ...{ journal: 'L', sequence: 412, kind: 'handoff_resolved', label: 'W3-B0012', at: AT + 240_000 },
    ...{
      byName: 'Joseph Whitebear',
      cents: 500,
      handoff: { handoff: 'W3-D0011-drop-2', what: 'drop' },
      receipt: null,
      file: null,
    },
  },
];

const ENTRIES_OF_W1: Output<'glLine'>['entries'] = [
  {
    ...{ journal: 'W1', sequence: 20_114, kind: 'receipt_issued', label: 'W1-004710', at: AT },
    ...{ byName: 'Layla Haddad', cents: 100_000, handoff: null, receipt: null, file: null },
  },
  {
    ...{ journal: 'W1', sequence: 20_131, kind: 'refund_issued', label: 'W1-R000012', at: AT + 60_000 },
    ...{ byName: 'Layla Haddad', cents: 9_346, handoff: null, receipt: 'W1-004712', file: null },
  },
];

const TRACED: Output<'traced'> = {
  ...{ label: 'W3-000482', what: 'receipt', batch: 'W3-B0011', closedWith: '2026-11-19' as Days[number]['day'] },
  deposits: [{ deposit: 'L-P0228', state: 'confirmed' }],
  lines: LINES.slice(1, 3),
};

function exportOf(lines: Lines): Output<'glExports'>['exports'][number] {
  const debitCents = lines.reduce((total, { side, cents }) => total + (side === 'debit' ? cents : 0), 0);
  const day = '2026-11-19' as Days[number]['day'];
  return {
    ...{
      number: 12,
      first: day,
      through: day,
      layout: 'batch',
      lines: lines.length,
      debitCents,
      creditCents: debitCents,
    },
    ...{ sha256: sha256Hex(glHeader() + glRows(lines)), exportedAt: AT, exportedByName: 'Erik Lindqvist' },
  };
}
