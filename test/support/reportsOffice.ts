import { sentenceOf } from '#domain/refusal';
import type { Cell, Report, ReportName } from '#domain/report';
import type { Host } from '#main/host';
import type { OfficeRequest } from '#main/sync/wire';
import { askedAtHome, officeLine } from './officeLine.ts';

/** A stand-in for the ledger's reports. */
export type ReportsOffice = {
  asked: OfficeRequest[];
  isAway: boolean;
  /** Receipts of every report by number. */
  receipts: number;
  line(usual: Host): Partial<Host>;
};

const PAGE = 1_000;

export function reportsOffice(receipts = 240): ReportsOffice {
  const office: ReportsOffice = {
    ...{ asked: [], isAway: false, receipts },
    line: (usual) => officeLine(usual, office, (request) => answered(office, request)),
  };
  return office;
}

function answered(office: ReportsOffice, request: OfficeRequest): Response {
  const { report, from, to, after } = request.input as { report: ReportName; from: string; to: string; after?: string };
  office.asked.push(request);
  if (request.call !== 'report')
    return askedAtHome(request.call) ?? Response.json({ value: NOTHING_ELSE[request.call] });
  if (to < from) return refused('span_backwards', { from, to });
  return Response.json({ value: told(office, report, Number(after ?? 0)) });
}

function refused(code: 'span_backwards', facts: Record<string, string>): Response {
  return Response.json({ code, facts, sentence: sentenceOf(code, facts) }, { status: 422 });
}

const NOTHING_ELSE: Readonly<Record<string, unknown>> = {
  batches: { batches: [], more: false },
};

function told(office: ReportsOffice, report: ReportName, from: number): Report {
  const whole = { totals: null, notes: [], plot: null, more: null };
  switch (report) {
    case 'receipts':
      return receiptsFrom(office, from);
    case 'hours':
      return { ...whole, ...HOURS, plot: { title: 'Receipts by hour', names: 0, values: 1 } };
    case 'tenders':
      return { ...whole, ...TENDERS, plot: { title: 'Kept by tender', names: 0, values: 3 } };
    case 'over_short':
      return { ...whole, ...overShort(), plot: { title: 'Over or short, in order of time', names: 0, values: 5 } };
    case 'cashiers':
      return { ...whole, ...CASHIERS, notes: [{ words: LEFT_OUT, isLoud: false }] };
    case 'deposits':
      return { ...whole, ...DEPOSITS };
    case 'late_deposits':
      return { ...whole, ...LATE, plot: { title: 'Hours late', names: 0, values: 6 } };
    default:
      return { ...whole, columns: [{ name: 'Account', kind: 'label' }], rows: [] };
  }
}

const LEFT_OUT = 'Left out of amounts until the office has counted all: W3-D0013 (not closed).';
const MORNING = Date.UTC(2026, 10, 23, 16, 2);
const DAY = '2026-11-23';
const SUMS = [
  { name: 'Receipts', kind: 'count' },
  { name: 'Issued', kind: 'cents' },
  { name: 'Voids', kind: 'count' },
  { name: 'Voided', kind: 'cents' },
  { name: 'Kept', kind: 'cents' },
] as const;

const CASHIERS: Pick<Report, 'columns' | 'rows' | 'totals'> = {
  columns: [{ name: 'Cashier', kind: 'text' }, { name: 'Drawers', kind: 'count' }, ...SUMS],
  rows: [
    ['Leila Haddad', 1, 97, 1_204_412, 1, -8_640, 1_195_772],
    ['Marisol Ortiz', 2, 143, 1_881_905, 3, -22_110, 1_859_795],
  ],
  totals: ['All cashiers', 3, 240, 3_086_317, 4, -30_750, 3_055_567],
};

const BY_HOUR = [12, 41, 38, 29, 17, 33, 36, 26, 8];
const HOURS: Pick<Report, 'columns' | 'rows' | 'totals'> = {
  columns: [{ name: 'Hour', kind: 'text' }, ...SUMS],
  rows: BY_HOUR.map((receipts, at) => {
    const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
    return [`${clock(8 + at)}–${clock(9 + at)}`, receipts, receipts * 12_841, 0, 0, receipts * 12_841];
  }),
  totals: ['All hours', 240, 240 * 12_841, 0, 0, 240 * 12_841],
};

const TENDERS: Pick<Report, 'columns' | 'rows' | 'totals'> = {
  columns: [
    { name: 'Tender', kind: 'text' },
    ...['Taken', 'Voided', 'Kept', 'Corrected', 'Reversed', 'Refunded', 'Stands'].map((name) => ({
      ...{ name, kind: 'cents' as const },
    })),
  ],
  rows: [
    ['Cash', 1_128_405, -8_640, 1_119_765, -4_200, 0, -12_000, 1_103_565],
    ['Check', 1_640_220, -22_110, 1_618_110, 0, 0, 0, 1_618_110],
    ['Money order', 48_000, 0, 48_000, 0, 0, 0, 48_000],
    ['Card', 269_692, 0, 269_692, 4_200, 0, 0, 273_892],
  ],
  totals: ['All tenders', 3_086_317, -30_750, 3_055_567, 0, 0, -12_000, 3_043_567],
};

const DEPOSITS: Pick<Report, 'columns' | 'rows' | 'totals'> = {
  columns: [
    { name: 'Deposit', kind: 'label', opens: 'deposit' },
    { name: 'Day', kind: 'day' },
    ...['Bank account', 'State'].map((name) => ({ name, kind: 'text' as const })),
    { name: 'Batches', kind: 'count' },
    ...['Cash', 'Checks', 'Money orders', 'Total'].map((name) => ({ name, kind: 'cents' as const })),
    { name: 'At the bank', kind: 'day' },
    { name: 'Days to bank', kind: 'count' },
    { name: 'Bank differs', kind: 'difference' },
  ],
  rows: [
    ['L-P0231', DAY, 'Operating account', 'confirmed', 3, 349_760, 2_470_310, 0, 2_820_070, '2026-11-24', 1, -500],
    ['L-P0232', DAY, 'Capital projects', 'counted again once', 1, null, null, null, null, null, null, null],
  ],
  totals: ['All deposits', null, null, null, 4, 349_760, 2_470_310, 0, 2_820_070, null, null, -500],
};

const HOUR_MS = 3_600_000;

/** One was three minutes over its day, another left the office days later. */
const LATE: Pick<Report, 'columns' | 'rows' | 'totals'> = {
  columns: [
    { name: 'Deposit', kind: 'label', opens: 'deposit' },
    { name: 'Batch', kind: 'label', opens: 'batch' },
    { name: 'Day', kind: 'day' },
    ...['First receipt', 'Due', 'Left the office'].map((name) => ({ name, kind: 'instant' as const })),
    { name: 'Late by', kind: 'duration' },
    { name: 'Why', kind: 'text' },
  ],
  rows: [
    ['not deposited', 'W3-B0212', DAY, MORNING, MORNING + 24 * HOUR_MS, null, 31 * HOUR_MS, ''],
    lateBy('L-P0219', 24 * HOUR_MS + 180_000, 'no reason yet'),
    lateBy('L-P0226', 50 * HOUR_MS, 'The armored car broke down'),
  ],
  totals: null,
};

function lateBy(deposit: string, late: number, why: string): Cell[] {
  const due = MORNING + 24 * HOUR_MS;
  return [deposit, null, DAY, MORNING, due, due + late, late, why];
}

function overShort(): Pick<Report, 'columns' | 'rows' | 'totals'> {
  const found = [0, -425, 0, 1_000, 0, 0, -25, 0, 5, -1_050, 0, 0, 200, 0, -75];
  return {
    columns: [
      { name: 'Where', kind: 'text' },
      { name: 'Batch', kind: 'label', opens: 'batch' },
      { name: 'Day', kind: 'day' },
      { name: 'Who', kind: 'text' },
      { name: 'Z report', kind: 'label' },
      { name: 'Over or short', kind: 'over_short' },
      ...['Checks differ', 'Money orders differ', 'Cards differ'].map((name) => ({
        ...{ name, kind: 'difference' as const },
      })),
    ],
    rows: found.map((cents, at): Cell[] => {
      const number = String(at + 1).padStart(4, '0');
      const day = `2026-11-${String(at + 2).padStart(2, '0')}`;
      return [
        `W3-D${number}`,
        `W3-B${number}`,
        day,
        'Marisol Ortiz',
        `W3-Z${number}`,
        cents,
        0,
        0,
        at === 3 ? 1_000 : 0,
      ];
    }),
    totals: ['All together', null, null, null, null, found.reduce((sum, cents) => sum + cents, 0), 0, 0, 1_000],
  };
}

/** Receipts by number, any number of them; a gap that nobody explains stands after the third. */
function receiptsFrom({ receipts }: ReportsOffice, from: number): Report {
  const rows = Array.from({ length: Math.min(PAGE, receipts - from) }, (_, at) => receiptRow(from + at));
  if (from === 0) rows.splice(3, 0, ['W3-000004', null, null, null, GAP, null, null, null, null]);
  return {
    columns: [
      { name: 'Receipt', kind: 'label', opens: 'receipt' },
      { name: 'Day', kind: 'day' },
      { name: 'When', kind: 'instant' },
      { name: 'Total', kind: 'cents' },
      { name: 'State', kind: 'text' },
      { name: 'Paid by', kind: 'text' },
      { name: 'Payer', kind: 'text' },
      { name: 'Cashier', kind: 'text' },
      { name: 'Drawer', kind: 'label' },
    ],
    rows,
    totals:
      from > 0
        ? null
        : [
            `${receipts.toLocaleString('en-US')} receipts, voids included`,
            null,
            null,
            3_086_317,
            ...Array(5).fill(null),
          ],
    notes: from > 0 ? [] : [{ words: 'W3-000004: a number that nothing explains.', isLoud: true }],
    plot: null,
    more: from + PAGE < receipts ? String(from + PAGE) : null,
  };
}

const GAP = 'MISSING: a number that nothing explains';

function receiptRow(at: number): Cell[] {
  const number = at < 3 ? at + 1 : at + 2;
  const payer = at % 3 === 0 ? 'Nguyen Thi Lan' : at % 3 === 1 ? 'Cannery Row Cold Storage, LLC' : '';
  return [
    ...[`W3-${String(number).padStart(6, '0')}`, DAY, MORNING + at * 90_000, 1_000 + ((at * 7_919) % 15_000)],
    ...[at === 1 ? 'void: Wrong amount' : '', at % 2 ? 'Check' : 'Cash', payer, 'Marisol Ortiz', 'W3-D0012'],
  ];
}
