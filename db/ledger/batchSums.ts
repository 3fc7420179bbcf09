import { type SQL, sql } from 'drizzle-orm';
import type { Attachment } from '#domain/attachment';
import { BankTender, undepositedAccount } from '#domain/bankTender';
import type { Payload } from '#domain/entry';
import { type Cents, cents, ZERO } from '#domain/money';
import type { BatchRow } from './batches.ts';
import type { LedgerTx } from './database.ts';

/* What a batch's own entries say, added up from the journal each time it is asked. */

/** Tenders of a batch's receipts: how many and how much, of those issued and of those void. */
export type TenderSum = { kind: 'receipt_issued' | 'receipt_voided'; tender: string; items: number; cents: number };
export type ReceiptSum = { kind: TenderSum['kind']; count: number; cents: number };

/** A correction, reversal or refund of one of a batch's receipts. `told` is its payload. */
export type UndoingRow = {
  kind: 'receipt_corrected' | 'receipt_reversed' | 'refund_issued';
  at: number;
  actor: string;
  approver: string;
  epoch: number;
  sequence: number;
  hash: string;
  told: unknown;
};

/** Entries `e` that are not parked. */
export const isNotParked = sql`NOT EXISTS (SELECT FROM parked p WHERE p.district_id = e.district_id AND p.series = e.series
  AND p.epoch = e.epoch AND p.sequence = e.sequence)`;

/**
 * Entries `e` of the station from the batch's opening to its close, or to the last while it is open; or their receipts'
 * lines `l`. By epoch and number each for itself: of a pair the server does not know how few it leaves, and would read
 * the whole journal.
 */
export function span(
  district: string,
  { series, epoch, sequence, lastEpoch, lastSequence }: BatchRow,
  rows: 'e' | 'l' = 'e',
): SQL {
  const [at, number] = [sql.raw(`${rows}.epoch`), sql.raw(`${rows}.sequence`)];
  const own = sql`${sql.raw(rows)}.district_id = ${district} AND ${sql.raw(rows)}.series = ${series}`;
  if (lastEpoch === epoch)
    return sql`${own} AND ${at} = ${epoch} AND ${number} BETWEEN ${sequence} AND ${lastSequence}`;
  const from = sql`${own} AND (${at} = ${epoch} AND ${number} >= ${sequence} OR ${at} > ${epoch})`;
  return lastEpoch === null
    ? from
    : sql`${from} AND (${at} = ${lastEpoch} AND ${number} <= ${lastSequence} OR ${at} < ${lastEpoch})`;
}

const receiptsOf = (district: string, batch: BatchRow) => sql`
  SELECT e.kind, CASE e.kind WHEN 'receipt_issued' THEN e.text::json -> 'payload'
    ELSE e.text::json #> '{payload,receipt}' END AS receipt
  FROM entries e
  WHERE ${span(district, batch)} AND e.kind IN ('receipt_issued', 'receipt_voided') AND ${isNotParked}`;

/** What the closes of batches tell of their receipts, issued without those void, by batch. Those that are open have none. */
export async function takenByBatch(
  tx: LedgerTx,
  district: string,
  batches: readonly BatchRow[],
): Promise<Map<string, number>> {
  const closed = batches.filter(({ closedSequence }) => closedSequence !== null);
  const column = (name: 'batch' | 'closedSeries' | 'closedEpoch' | 'closedSequence') =>
    sql.param(closed.map((batch) => batch[name]));
  const rows = await tx.rows<{ batch: string; cents: number }>(sql`
    SELECT c.batch, (t.told ->> 'issuedCents')::bigint - (t.told ->> 'voidedCents')::bigint AS cents
    FROM unnest(${column('batch')}::text[], ${column('closedSeries')}::text[], ${column('closedEpoch')}::integer[],
      ${column('closedSequence')}::bigint[]) AS c (batch, series, epoch, sequence)
    JOIN entries e ON e.district_id = ${district} AND e.series = c.series AND e.epoch = c.epoch AND e.sequence = c.sequence
    CROSS JOIN LATERAL (SELECT e.text::json #> '{payload,receipts}' AS told OFFSET 0) t`);
  return new Map(rows.map(({ batch, cents: taken }) => [batch, taken]));
}

/** How many receipts of a batch were issued and made void, and what their lines come to; every receipt has a first one. */
export function receiptSums(tx: LedgerTx, district: string, batch: BatchRow): Promise<ReceiptSum[]> {
  return tx.rows<ReceiptSum>(sql`
    SELECT 'receipt_' || l.done AS kind, count(*) FILTER (WHERE l.place = 0)::integer AS count,
      sum(l.cents)::bigint AS cents
    FROM receipt_lines l WHERE ${span(district, batch, 'l')} AND l.drawer = ${batch.drawer}
      AND l.done IN ('issued', 'voided')
    GROUP BY l.done`);
}

/** The tenders of a batch's receipts, added up. */
export function tenderSums(tx: LedgerTx, district: string, batch: BatchRow): Promise<TenderSum[]> {
  return tx.rows<TenderSum>(sql`
    SELECT kind, tender ->> 'kind' AS tender, count(*)::integer AS items, sum((tender ->> 'cents')::bigint)::bigint AS cents
    FROM (${receiptsOf(district, batch)}) r CROSS JOIN LATERAL json_array_elements(receipt -> 'tenders') tender
    WHERE receipt ->> 'batch' = ${batch.batch} GROUP BY 1, 2`);
}

/** What was put right or given back of a batch's receipts, whenever and out of whichever drawer, in order. */
export function undoingsOf(tx: LedgerTx, district: string, batch: BatchRow): Promise<UndoingRow[]> {
  return tx.rows<UndoingRow>(sql`
    WITH receipts AS MATERIALIZED (SELECT receipt ->> 'label' AS label FROM (${receiptsOf(district, batch)}) r
      WHERE kind = 'receipt_issued' AND receipt ->> 'batch' = ${batch.batch})
    SELECT e.kind, e.recorded_at AS at, e.actor, e.text::json ->> 'approver' AS approver, e.epoch, e.sequence, e.hash,
      e.text::json -> 'payload' AS told
    FROM entries e WHERE e.district_id = ${district} AND e.series = ${batch.series}
      AND (e.epoch, e.sequence) > (${batch.epoch}, ${batch.sequence})
      AND e.kind IN ('receipt_corrected', 'receipt_reversed', 'refund_issued') AND ${isNotParked}
      AND e.text::json #>> '{payload,receipt}' IN (SELECT label FROM receipts)
    ORDER BY e.epoch, e.sequence`);
}

/** Cash that left the batch's drawer as refunds, whatever receipts they were of. */
export async function refundsOutOf(
  tx: LedgerTx,
  district: string,
  batch: BatchRow,
): Promise<{ items: number; cents: number }> {
  const [row] = await tx.rows<{ items: number; cents: number }>(sql`
    SELECT count(*)::integer AS items, coalesce(sum((e.text::json #>> '{payload,cents}')::bigint), 0)::bigint AS cents
    FROM entries e WHERE ${span(district, batch)} AND e.kind = 'refund_issued' AND ${isNotParked}
      AND e.text::json #>> '{payload,means,batch}' = ${batch.batch}`);
  return row ?? { items: 0, cents: 0 };
}

/** A paid-in of a batch. */
export type PaidInRow = {
  label: string;
  cents: number;
  at: number;
  actor: string;
  approver: string;
  personal: string | null;
};

/** A paid-out of a batch. `attachment` is what its entry tells of the file that proves it. */
export type PaidOutRow = PaidInRow & {
  attachment: Attachment;
  /** The file has come up. */
  isHere: boolean;
};

/** Entries of one kind in the batch's drawer, with what they tell. */
const toldInDrawer = (district: string, batch: BatchRow, kind: 'cash_paid_in' | 'cash_paid_out') => sql`
  SELECT e.epoch, e.sequence, e.recorded_at AS at, e.actor, e.personal, e.text::json ->> 'approver' AS approver,
    e.text::json -> 'payload' AS told
  FROM entries e WHERE ${span(district, batch)} AND e.kind = ${kind} AND ${isNotParked}`;

/** Cash that came into the batch's drawer and is no receipt, in order, at most so many. */
export function paidInsOf(tx: LedgerTx, district: string, batch: BatchRow, most: number): Promise<PaidInRow[]> {
  return tx.rows<PaidInRow>(sql`
    SELECT told ->> 'label' AS label, (told ->> 'cents')::bigint AS cents, at, actor, approver, personal
    FROM (${toldInDrawer(district, batch, 'cash_paid_in')}) paid
    WHERE told ->> 'batch' = ${batch.batch} ORDER BY epoch, sequence LIMIT ${most}`);
}

/** Cash that left the batch's drawer for something that is no refund, in order, at most so many. */
export function paidOutsOf(tx: LedgerTx, district: string, batch: BatchRow, most: number): Promise<PaidOutRow[]> {
  return tx.rows<PaidOutRow>(sql`
    SELECT told ->> 'label' AS label, (told ->> 'cents')::bigint AS cents, at, actor, approver, personal,
      told -> 'attachment' AS attachment, EXISTS (SELECT FROM attachments a WHERE a.district_id = ${district}
        AND a.sha256 = told #>> '{attachment,sha256}') AS "isHere"
    FROM (${toldInDrawer(district, batch, 'cash_paid_out')}) paid
    WHERE told ->> 'batch' = ${batch.batch} ORDER BY epoch, sequence LIMIT ${most}`);
}

/** What the close of a drawer says of it, by its station or by the office, and the last entry of its station by then. */
export type DrawerEnd = Pick<Payload<'drawer_closed'>, 'floatCents' | 'count' | 'comparison'>;
export type CloseRow = { epoch: number; sequence: number; hash: string; told: DrawerEnd };

/** The close of a batch, with its station's last entry that is summed; null while it is open. */
export async function closeOf(tx: LedgerTx, district: string, batch: BatchRow): Promise<CloseRow | null> {
  const [row] = await tx.rows<CloseRow>(sql`
    SELECT l.epoch, l.sequence, l.hash, c.text::json -> 'payload' AS told FROM entries c
    JOIN entries l ON l.district_id = c.district_id AND l.series = ${batch.series} AND l.epoch = ${batch.lastEpoch}
      AND l.sequence = ${batch.lastSequence}
    WHERE c.district_id = ${district} AND c.series = ${batch.closedSeries} AND c.epoch = ${batch.closedEpoch}
      AND c.sequence = ${batch.closedSequence}`);
  return row ?? null;
}

/** What of batches waits for its deposit, by tender. Nothing is left out that is not zero. */
export async function undepositedOf(
  tx: LedgerTx,
  district: string,
  batches: readonly string[],
): Promise<{ batch: string; tender: BankTender; cents: Cents }[]> {
  const places = batches.flatMap((batch) =>
    BankTender.options.map((tender) => ({ batch, tender, account: undepositedAccount(batch, tender) })),
  );
  const accounts = places.map(({ account }) => account);
  const rows = await tx.rows<{ account: string; cents: number }>(sql`
    SELECT account, sum(CASE side WHEN 'debit' THEN cents ELSE -cents END)::bigint AS cents FROM postings
    WHERE district_id = ${district} AND series = 'L' AND account = ANY(${sql.param(accounts)}::text[])
      AND account LIKE 'undeposited:%'
    GROUP BY account`);
  const held = new Map(rows.map((row) => [row.account, cents(row.cents)]));
  return places.flatMap(({ batch, tender, account }) => {
    const amount = held.get(account) ?? ZERO;
    return amount === 0 ? [] : [{ batch, tender, cents: amount }];
  });
}

/** Who said yes to voids of a batch's receipts. */
export async function voidApproversOf(tx: LedgerTx, district: string, batch: BatchRow): Promise<string[]> {
  const rows = await tx.rows<{ approver: string }>(sql`
    SELECT DISTINCT e.text::json ->> 'approver' AS approver FROM entries e
    WHERE ${span(district, batch)} AND e.kind = 'receipt_voided' AND ${isNotParked}
      AND e.text::json #>> '{payload,receipt,batch}' = ${batch.batch}`);
  return rows.map(({ approver }) => approver);
}

/** Who counted the batch's drawer by surprise. */
export async function checkersOf(tx: LedgerTx, district: string, batch: BatchRow): Promise<string[]> {
  const rows = await tx.rows<{ actor: string }>(sql`
    SELECT DISTINCT e.actor FROM entries e WHERE ${span(district, batch)} AND e.kind = 'drawer_checked' AND ${isNotParked}
      AND e.text::json #>> '{payload,drawer}' = ${batch.drawer}`);
  return rows.map(({ actor }) => actor);
}
