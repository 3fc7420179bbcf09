import { type SQL, sql } from 'drizzle-orm';
import { OFFICE_SERIES, seriesOf } from '#domain/series';
import type { LedgerTx } from './database.ts';
import { batchesHalfCounted } from './handoffs.ts';

/** Of which days a report is, and which drawers' amounts nobody may be told yet. */
export type Span = {
  district: string;
  from: string;
  to: string;
  hidden: readonly string[];
  /** No drawer that is hidden is of an earlier day. */
  hiddenFrom: string | null;
};

/** A drawer of which no amount is told: it is open, or the office has not counted all that it handed over. */
export type HiddenDrawer = { drawer: string; batch: string; cashier: string; businessDay: string; isOpen: boolean };

/** As in a batch: until both halves of every handoff are there, nobody sees what a drawer holds. */
export function hiddenDrawers(tx: LedgerTx, district: string): Promise<HiddenDrawer[]> {
  return tx.rows<HiddenDrawer>(sql`
    SELECT b.drawer, b.batch, b.cashier, b.business_day::text AS "businessDay", c.step IS NULL AS "isOpen"
    FROM batches b LEFT JOIN batch_steps c ON c.district_id = b.district_id AND c.batch = b.batch AND c.step = 'closed'
    WHERE b.district_id = ${district} AND (c.step IS NULL OR b.batch IN (${batchesHalfCounted(district)}))
    ORDER BY b.business_day, b.drawer`);
}

/** Some business days, of which the amounts of those drawers are not told. */
export function spanOf(district: string, days: { from: string; to: string }, hidden: readonly HiddenDrawer[]): Span {
  const { from, to } = days;
  return { district, from, to, hidden: hidden.map(({ drawer }) => drawer), hiddenFrom: hidden[0]?.businessDay ?? null };
}

/** Entries `e`, postings `p` or lines `l` of receipts of the span's days. */
export function inSpan({ district, from, to }: Span, rows: 'e' | 'p' | 'l'): SQL {
  const row = sql.raw(rows);
  return sql`${row}.district_id = ${district} AND ${row}.business_day BETWEEN ${from}::date AND ${to}::date`;
}

/**
 * Posting `p` of a corrected tender whose drawer was closed: nothing lies in that any more, so it moves what the close
 * left unexplained of that tender (design §6).
 */
export const isExplained = sql`(p.account = 'over-short' OR p.account LIKE 'difference:%')`;

/** Of which tender a posting is that {@link isExplained}. */
export const explainedTender = sql`CASE p.account WHEN 'over-short' THEN 'cash' ELSE split_part(p.account, ':', 2) END`;

/** Two rows that belong to the same entry. */
export function sameEntry(one: string, other: string): SQL {
  const [left, right] = [sql.raw(one), sql.raw(other)];
  return sql`${left}.district_id = ${right}.district_id AND ${left}.series = ${right}.series
    AND ${left}.epoch = ${right}.epoch AND ${left}.sequence = ${right}.sequence`;
}

/** Entries `e` that were applied; those that move money are so where they have postings. */
export const isApplied = sql`NOT EXISTS (SELECT FROM parked k WHERE ${sameEntry('k', 'e')})
  AND e.sequence <= (SELECT s.applied_sequence FROM stations s WHERE s.district_id = e.district_id
    AND s.series = e.series AND s.epoch = e.epoch)`;

/** An entry `x` whose postings name no drawer, as a receipt paid by credit alone. */
const namesNoDrawer = sql`NOT EXISTS (SELECT FROM postings h WHERE ${sameEntry('h', 'x')} AND h.account LIKE 'drawer:%')`;

/**
 * The entries of drawers that are hidden, by their postings or, where none names a drawer, by their text. They are in the
 * journals of their stations, or the office's. Looked for once for a whole report: a posting of a long span is not asked
 * which drawer its entry is of.
 */
function hiddenEntries({ district, hidden, hiddenFrom }: Span): SQL {
  const drawers = sql.param(hidden);
  const series = sql.param([OFFICE_SERIES, ...new Set(hidden.map((drawer) => seriesOf(drawer.replace(/-D\d+$/, ''))))]);
  const among = (rows: 'h' | 'x') => sql`${sql.raw(rows)}.district_id = ${district}
    AND ${sql.raw(rows)}.series = ANY (${series}::text[]) AND ${sql.raw(rows)}.business_day >= ${hiddenFrom}::date`;
  return sql`
    SELECT h.series, h.epoch, h.sequence FROM postings h
    WHERE ${among('h')} AND h.account LIKE 'drawer:%' AND split_part(h.account, ':', 2) = ANY (${drawers}::text[])
    UNION ALL
    SELECT x.series, x.epoch, x.sequence
    FROM (SELECT * FROM entries x WHERE ${among('x')} AND x.kind <> 'receipt_corrected' AND ${namesNoDrawer} OFFSET 0) x
    WHERE coalesce(x.text::json #>> '{payload,drawer}', x.text::json #>> '{payload,receipt,drawer}')
      = ANY (${drawers}::text[])`;
}

/** Entries `e`, or postings `p` of entries, of which the amounts may be told. */
export function isShown(span: Span, rows: 'e' | 'p'): SQL {
  return isNotAmong(span, rows, hiddenEntries);
}

/** For a query that begins with {@link withHidden}: the same of `e` or `c`, also where it is asked row by row. */
export function isShownThere(span: Span, rows: 'e' | 'c'): SQL {
  return isNotAmong(span, rows, () => sql`SELECT series, epoch, sequence FROM hidden`);
}

/** The hidden entries, looked for once for a whole query. */
export function withHidden(span: Span): SQL {
  return span.hidden.length === 0 ? sql`` : sql`WITH hidden AS MATERIALIZED (${hiddenEntries(span)})`;
}

function isNotAmong(span: Span, rows: 'e' | 'p' | 'c', hidden: (span: Span) => SQL): SQL {
  if (span.hidden.length === 0) return sql`true`;
  const row = sql.raw(rows);
  return sql`(${row}.business_day < ${span.hiddenFrom}::date
    OR (${row}.series, ${row}.epoch, ${row}.sequence) NOT IN (${hidden(span)}))`;
}

/** Lines `l` of receipts of which the amounts may be told. */
export function isLineShown({ hidden, hiddenFrom }: Span): SQL {
  if (hidden.length === 0) return sql`true`;
  return sql`(l.business_day < ${hiddenFrom}::date OR coalesce(l.drawer, '') <> ALL (${sql.param(hidden)}::text[]))`;
}

/** Lets the server sort a year's receipts in memory; for the transaction of a report alone. */
export async function giveMoreMemory(tx: LedgerTx): Promise<void> {
  await tx.rows(sql`SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`);
}
