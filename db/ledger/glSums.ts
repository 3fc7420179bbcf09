import { type SQL, sql } from 'drizzle-orm';
import type { GlLayout } from '#domain/glLayout';
import type { GlLineFormula } from '#domain/glLine';
import { type GlPlaces, PLACES_OF_ACCOUNTS } from '#domain/glPlaces';
import type { LedgerTx } from './database.ts';
import { depositShares } from './glDepositShares.ts';
import { glPostings, goneBefore } from './glFloats.ts';
import { type EntryPlace, entriesOfClose } from './postingDays.ts';

/** One close of days, with the chart, the layout and the formula with which it goes out. */
export type GlAsked = {
  district: string;
  close: number;
  places: GlPlaces;
  layout: GlLayout;
  formula: GlLineFormula;
};

/** What a line of the general ledger sums: a posting day, a batch and a deposit (empty where none), a fund and a code. */
export type GlSum = {
  day: string;
  batch: string;
  deposit: string;
  fund: string;
  bars: string;
  side: 'debit' | 'credit';
  cents: number;
};

/** Which place of `standing` an account of the journal stands at; what has a code of its own is not asked. */
const place = sql`CASE WHEN p.is_float THEN 'changeFund'
  ${sql.raw(PLACES_OF_ACCOUNTS.map(([pattern, name]) => `WHEN p.account LIKE '${pattern}' THEN '${name}'`).join(' '))}
  ELSE p.account END`;

/** What settles a handoff is of the batch that the handoff belongs to, also where an account names none. */
const settledBatch = (formula: GlLineFormula) => {
  if (formula === 1) return sql``;
  const isUnexplained = sql`(p.account = 'over-short' OR p.account LIKE 'difference:%')`;
  return sql`WHEN e.kind = 'handoff_resolved' AND ${formula < 4 ? isUnexplained : sql`true`}
    THEN e.text::json #>> '{payload,batch}'`;
};

/** The batch that a posting belongs to, as its account's name says; null where it says none. */
const ownBatch = (formula: GlLineFormula) => sql`CASE ${settledBatch(formula)}
  WHEN e.kind = 'drawer_ended' THEN e.text::json #>> '{payload,batch}'
  WHEN p.is_float THEN NULL
  WHEN p.account LIKE 'undeposited:%' THEN split_part(p.account, ':', 2)
  WHEN p.account LIKE 'drawer:%' THEN replace(split_part(p.account, ':', 2), '-D', '-B')
  WHEN p.account LIKE 'transit:%-D%' THEN replace(substring(p.account FROM '^transit:(.*-D[0-9]+)-'), '-D', '-B') END`;

/** The batch of an entry whose accounts name none: that of its receipt. */
const toldBatch = sql`CASE WHEN e.series = 'L' THEN '' WHEN e.kind = 'receipt_issued' THEN e.text::json #>> '{payload,batch}'
  WHEN e.kind = 'receipt_voided' THEN e.text::json #>> '{payload,receipt,batch}'
  ELSE coalesce((SELECT i.text::json #>> '{payload,batch}' FROM entries i WHERE i.district_id = e.district_id
    AND i.series = e.series AND i.epoch = e.epoch AND i.kind = 'receipt_issued'
    AND i.sequence = (e.text::json #>> '{payload,issuedSequence}')::bigint
    AND i.text::json #>> '{payload,label}' = e.text::json #>> '{payload,receipt}'), '') END`;

/** Postings of a close with where they stand; `fund` is null where the chart has no place for them. */
function moved({ district, close, formula, places: { places, treasurer } }: GlAsked, only: SQL): SQL {
  const column = (name: 'name' | 'fund' | 'bars') => sql.param(places.map((one) => one[name]));
  return sql`
    chart AS (SELECT * FROM unnest(${column('name')}::text[], ${column('fund')}::text[], ${column('bars')}::text[])
      AS at (name, fund, bars)),
    moved AS MATERIALIZED (
      SELECT e.series, e.epoch, e.sequence, e.posting_day AS day, p.account, ${ownBatch(formula)} AS own_batch,
        CASE WHEN p.account LIKE 'deposit:%' THEN split_part(p.account, ':', 2) END AS own_deposit,
        CASE WHEN p.account LIKE 'gl:%' THEN split_part(p.account, ':', 2)
          WHEN p.account LIKE 'treasurer:%' AND ${treasurer}::text IS NOT NULL THEN split_part(p.account, ':', 2)
          ELSE c.fund END AS fund,
        CASE WHEN p.account LIKE 'gl:%' THEN split_part(p.account, ':', 3)
          WHEN p.account LIKE 'treasurer:%' THEN ${treasurer}::text ELSE c.bars END AS bars,
        CASE WHEN p.account LIKE 'treasurer:%' THEN 'treasurer' ELSE ${place} END AS place,
        CASE p.side WHEN 'debit' THEN p.cents ELSE -p.cents END AS cents
      FROM (${entriesOfClose(district, close)}) e
      CROSS JOIN LATERAL (${glPostings({ district, formula })}) p
      LEFT JOIN chart c ON c.name = ${place}
      WHERE ${only}),
    entry AS MATERIALIZED (
      SELECT m.*, CASE WHEN m.batch IS NOT NULL OR m.series = 'L' THEN coalesce(m.batch, '') ELSE (
          SELECT ${toldBatch} FROM entries e WHERE e.district_id = ${district} AND e.series = m.series
            AND e.epoch = m.epoch AND e.sequence = m.sequence) END AS told
      FROM (SELECT series, epoch, sequence, min(own_batch) AS batch, coalesce(max(own_deposit), '') AS deposit
        FROM moved GROUP BY series, epoch, sequence) m)`;
}

/**
 * What each entry moves at each place: its postings there against one another, then what makes each of its funds balance
 * by itself. What only goes from one hand to the next within a place is nothing to the general ledger.
 */
function nets(asked: GlAsked, only: SQL): SQL {
  const { layout, places } = asked;
  const batch =
    layout === 'day' ? sql`''` : sql`CASE WHEN m.series = 'L' THEN coalesce(m.own_batch, '') ELSE n.told END`;
  const pooled = places.pool === null ? sql`` : sql`UNION ALL ${pool(asked)}`;
  return sql`WITH ${goneBefore(asked)} ${moved(asked, only)},
    ${depositShares(asked)},
    plain AS MATERIALIZED (
      SELECT m.series, m.epoch, m.sequence, m.day, ${batch} AS batch, n.deposit, m.fund, m.bars, n.told,
        sum(m.cents) AS cents
      FROM (${stands(asked)}) m JOIN entry n USING (series, epoch, sequence)
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(m.cents) <> 0),
    nets AS MATERIALIZED (
      SELECT series, epoch, sequence, day, batch, deposit, fund, bars, sum(cents) AS cents
      FROM (SELECT series, epoch, sequence, day, batch, deposit, fund, bars, cents FROM plain ${pooled}) parts GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(cents) <> 0)`;
}

/** Postings where they stand: what an entry moves of a deposit in each of its funds, where it tells any. */
function stands({ places: { transitFunds } }: GlAsked): SQL {
  return sql`
    SELECT series, epoch, sequence, day, own_batch, fund, bars, cents FROM moved WHERE own_deposit IS NULL
    UNION ALL
    SELECT d.series, d.epoch, d.sequence, d.day, d.own_batch, CASE WHEN s.fund IS NULL THEN d.fund
        WHEN s.fund = ANY(${sql.param(transitFunds)}::text[]) THEN s.fund END,
      d.bars, CASE WHEN s.fund IS NULL THEN d.cents ELSE s.cents END
    FROM (SELECT series, epoch, sequence, day, own_batch, own_deposit, fund, bars, sum(cents) AS cents FROM moved
      WHERE own_deposit IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) d
    LEFT JOIN shares s ON s.deposit = d.own_deposit AND s.series = d.series AND s.epoch = d.epoch
      AND s.sequence = d.sequence`;
}

/** A fund that an entry leaves with more debits than credits, or fewer, and the pool that has the rest. */
function pool({ layout, places, formula }: GlAsked): SQL {
  const { fund = '', claim = '', owed = '' } = places.pool ?? {};
  // A deposit settles between funds what it holds of all its batches.
  const ofBatch = formula < 3 ? sql`f.told` : sql`CASE f.deposit WHEN '' THEN f.told ELSE '' END`;
  const batch = layout === 'day' ? sql`''` : ofBatch;
  return sql`
    SELECT f.series, f.epoch, f.sequence, f.day, ${batch}, f.deposit, side.fund, side.bars, side.cents
    FROM (SELECT series, epoch, sequence, day, deposit, told, fund, sum(cents) AS cents FROM plain
      GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(cents) <> 0 AND fund <> ${fund}) f
    CROSS JOIN LATERAL (VALUES (f.fund, ${claim}::text, -f.cents), (${fund}::text, ${owed}::text, f.cents))
      AS side (fund, bars, cents)`;
}

const all = sql`true`;

/** What a close comes to in the general ledger, line by line, in an order that is the same everywhere. */
export function glSums(tx: LedgerTx, asked: GlAsked): Promise<GlSum[]> {
  return tx.rows<GlSum>(sql`${nets(asked, all)} ${lines(sql`nets`)}`);
}

function lines(of: SQL): SQL {
  const side = sql`CASE WHEN cents > 0 THEN 'debit' ELSE 'credit' END`;
  return sql`
    SELECT day::text AS day, batch, deposit, fund, bars, ${side} AS side, sum(abs(cents))::bigint AS cents FROM ${of}
    GROUP BY 1, 2, 3, 4, 5, 6
    ORDER BY 1, batch COLLATE "C", deposit COLLATE "C", fund COLLATE "C", bars COLLATE "C", 6 DESC`;
}

/** A place that a close needs and the chart has not; `fund`: it is only missing in that one. */
export type GlMissing = { place: string; fund: string | null };

/** Places that a close needs and the chart has not; the pool comes last, for where a fund does not balance without one. */
export function glMissing(tx: LedgerTx, asked: GlAsked): Promise<GlMissing[]> {
  return tx.rows<GlMissing>(sql`${nets(asked, all)}
    SELECT place, fund FROM (SELECT DISTINCT place, NULL AS fund FROM moved WHERE fund IS NULL OR bars IS NULL
      UNION ALL SELECT DISTINCT 'depositsInTransit', fund FROM shares
        WHERE fund <> ALL(${sql.param(asked.places.transitFunds)}::text[])
      UNION ALL SELECT 'pool', NULL WHERE EXISTS (SELECT FROM nets GROUP BY series, epoch, sequence, fund
        HAVING sum(cents) <> 0)) needed
    ORDER BY place = 'pool', place COLLATE "C", fund COLLATE "C" NULLS FIRST`);
}

/** The lines to which these entries of a close belong. */
export function glSumsOf(tx: LedgerTx, asked: GlAsked, entries: readonly EntryPlace[]): Promise<GlSum[]> {
  const column = (name: keyof EntryPlace) => sql.param(entries.map((entry) => entry[name]));
  const only = sql`(e.series, e.epoch, e.sequence) IN (SELECT * FROM unnest(${column('series')}::text[],
    ${column('epoch')}::integer[], ${column('sequence')}::bigint[]))`;
  return tx.rows<GlSum>(sql`${nets(asked, only)} ${lines(sql`nets`)}`);
}

/** One entry that a line sums. */
export type GlEntry = EntryPlace & { kind: string; at: number; actor: string; told: unknown; cents: number };

/** The entries that a line sums, in the order of their journals, after one of them, at most so many. */
export function glEntries(
  tx: LedgerTx,
  asked: GlAsked,
  { day, batch, deposit, fund, bars, side }: GlSum,
  after: EntryPlace | null,
  most: number,
): Promise<GlEntry[]> {
  const later =
    after === null ? all : sql`(n.series, n.epoch, n.sequence) > (${after.series}, ${after.epoch}, ${after.sequence})`;
  const sign = side === 'debit' ? sql`n.cents > 0` : sql`n.cents < 0`;
  return tx.rows<GlEntry>(sql`${nets(asked, all)}
    SELECT n.series, n.epoch, n.sequence, e.kind, e.recorded_at AS at, e.actor, e.text::json -> 'payload' AS told,
      sum(abs(n.cents))::bigint AS cents
    FROM nets n JOIN entries e ON e.district_id = ${asked.district} AND e.series = n.series AND e.epoch = n.epoch
      AND e.sequence = n.sequence
    WHERE n.day = ${day}::date AND n.batch = ${batch} AND n.deposit = ${deposit} AND n.fund = ${fund} AND n.bars = ${bars}
      AND ${sign} AND ${later}
    GROUP BY n.series, n.epoch, n.sequence, e.kind, e.recorded_at, e.actor, e.text
    ORDER BY n.series, n.epoch, n.sequence LIMIT ${most}`);
}
