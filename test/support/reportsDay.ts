import type { Output } from '#contract/contract';
import type { ReceiptLine } from '#domain/line';
import type { Report, ReportName } from '#domain/report';
import { seededChance } from '#main/sample/chance';
import { lineFor, type Offer } from './journalBuilder.ts';
import { FIRST, SECOND, type TestContext } from './ledger.ts';
import { type OfficeDay, officeDay, TWO_HUNDRED } from './officeDay.ts';

/** The day of which a journal of tests is. */
export const DAY = '2026-11-23';

/** The cells of one column of a report, and its total. */
export function column(report: Report, name: string): { cells: Report['rows'][number]; total: unknown } {
  const at = report.columns.findIndex((one) => one.name === name);
  if (at < 0) throw new Error(`the report has no column ${name}`);
  return { cells: report.rows.map((row) => row[at] ?? null), total: report.totals?.[at] };
}

export type ReportsDay = OfficeDay & {
  /** A report of the day, as an auditor reads it. */
  told(report: ReportName, over?: { from?: string; to?: string; after?: string }): Promise<Output<'report'>>;
  /** The office counts all that a batch handed over, rightly or not: both halves are there. */
  countBatch(batch: string): Promise<void>;
};

export async function reportsDay(context: TestContext): Promise<ReportsDay> {
  const day = await officeDay(context);
  return {
    ...day,
    told: (report, over = {}) => day.auditor.ask('report', { report, from: DAY, to: DAY, ...over }),
    async countBatch(batch) {
      const { handoffs } = await day.whitebear.ask('batch', { batch });
      const parts = handoffs.map(({ handoff, what }) =>
        what === 'check' || what === 'money-order'
          ? { handoff, items: 1, cents: 1 }
          : { handoff, pieces: what === 'cash' || what === 'drop' ? { 100: 1 } : TWO_HUNDRED },
      );
      if (parts.length > 0) await day.whitebear.tell('countHandoffs', { parts });
    },
  };
}

/** Drawers of receipts by chance: accounts, fees and suspense, by cash, checks and cards, some of them made void. */
export async function someDrawers(day: ReportsDay, seed: number): Promise<number> {
  const chance = seededChance(seed);
  const { journal } = day.station;
  const drawers = 1 + chance.whole(3);
  for (let drawer = 1; drawer <= drawers; drawer += 1) {
    journal.openDrawer(TWO_HUNDRED);
    for (let receipt = chance.whole(6); receipt >= 0; receipt -= 1) {
      const lines = Array.from({ length: 1 + chance.whole(2) }, () =>
        someLine(chance.whole(3), 1 + chance.whole(9_999)),
      );
      const total = lines.reduce((sum, line) => sum + line.cents, 0);
      const built = journal.pay(lines, someOffers(chance.whole(4), total));
      if (chance.likely(20)) journal.voidReceipt(built);
    }
    journal.closeDrawer(chance.whole(400) - 200);
  }
  await day.station.send();
  for (let drawer = 1; drawer <= drawers; drawer += 1) await day.countBatch(`W3-B${String(drawer).padStart(4, '0')}`);
  return drawers;
}

function someOffers(which: number, total: number): Offer[] {
  if (which === 0) return [{ kind: 'cash', cents: total + 500 }];
  if (which === 1) return [{ kind: 'check', cents: total }];
  if (which === 2) return [{ kind: 'card', cents: total }];
  const part = Math.max(1, Math.floor(total / 2));
  if (part === total) return [{ kind: 'card', cents: total }];
  return [
    { kind: 'check', cents: part },
    { kind: 'cash', cents: total - part },
  ];
}

/** A line of one of the three kinds. */
export function someLine(which: number, cents: number): ReceiptLine {
  if (which === 0) return lineFor({ accountNumber: cents % 2 ? FIRST : SECOND, charges: [] }, cents);
  if (which === 1) return { kind: 'suspense', parcel: '0418', cents };
  return {
    ...{ kind: 'fee', code: 'copies', name: 'Copies', accountNumber: null, told: [], quantity: 1, cents },
    ...{ shares: [{ fund: '401', bars: '3418100', cents }], prints: 'nothing' },
  };
}
