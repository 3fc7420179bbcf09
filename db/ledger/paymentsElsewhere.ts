import { sql } from 'drizzle-orm';
import { ELSEWHERE_MAX, type PaymentElsewhere, type Undone } from '#domain/paymentElsewhere';
import type { TenderKind } from '#domain/tenderKind';
import type { LedgerTx } from './database.ts';
import type { StationKey } from './stations.ts';

type UndoingKind = 'receipt_voided' | 'receipt_corrected' | 'receipt_reversed' | 'refund_issued';

const UNDONE_BY: Record<UndoingKind, Undone> = {
  receipt_voided: 'void',
  receipt_corrected: 'correction',
  receipt_reversed: 'reversal',
  refund_issued: 'refund',
};

/** `leftCents`: what stands of the account's part after all that undid it. */
type Row = Omit<PaymentElsewhere, 'undone'> & {
  accountNumber: string;
  undoneBy: UndoingKind | null;
  leftCents: number;
};

/**
 * The last payments on accounts that are not in a station's own journal, at most {@link ELSEWHERE_MAX} of each account,
 * the latest first. Its own journal is that of its series in its epoch: what the series took before it was enrolled anew
 * is elsewhere by now. Accounts without any are left out.
 */
export async function paymentsElsewhere(
  tx: LedgerTx,
  station: StationKey,
  accountNumbers: readonly string[],
): Promise<Map<string, PaymentElsewhere[]>> {
  // Which are the last is told by when they arrived: so an index alone tells it, and no entry is read that is not shown.
  // What undid one is looked up by its own number: as a join, without statistics, it would walk back through the journal.
  const rows = await tx.rows<Row>(sql`
    SELECT asked.account_number AS "accountNumber", told.payload ->> 'label' AS label, e.recorded_at AS "issuedAt",
      part.cents, ARRAY(SELECT t.value ->> 'kind' FROM json_array_elements(told.payload -> 'tenders')
        WITH ORDINALITY AS t (value, place) ORDER BY t.place) AS tenders,
      (SELECT u.kind FROM entries u WHERE u.district_id = ${station.district} AND u.series = part.series
        AND u.epoch = part.epoch AND u.sequence = (SELECT max(b.sequence) FROM applications b
          WHERE b.undoes = part.sequence AND b.series = part.series AND b.epoch = part.epoch
            AND b.district_id = ${station.district} AND b.account_number = asked.account_number)) AS "undoneBy",
      part.cents + coalesce((SELECT sum(b.cents)::bigint FROM applications b
        WHERE b.undoes = part.sequence AND b.series = part.series AND b.epoch = part.epoch
          AND b.district_id = ${station.district} AND b.account_number = asked.account_number), 0) AS "leftCents"
    FROM unnest(${sql.param(accountNumbers)}::text[]) AS asked (account_number)
    CROSS JOIN LATERAL (
      SELECT series, epoch, sequence, sum(cents)::bigint AS cents, max(application_id) AS arrival FROM applications p
      WHERE p.account_number = asked.account_number AND p.district_id = ${station.district}
        AND p.cents > 0 AND p.undoes IS NULL AND p.sequence IS NOT NULL
        AND NOT (p.series = ${station.series} AND p.epoch = ${station.epoch})
      GROUP BY series, epoch, sequence ORDER BY arrival DESC LIMIT ${ELSEWHERE_MAX}
    ) part
    JOIN entries e ON e.district_id = ${station.district} AND e.series = part.series AND e.epoch = part.epoch
      AND e.sequence = part.sequence AND e.kind = 'receipt_issued'
    CROSS JOIN LATERAL (SELECT e.text::json -> 'payload' AS payload OFFSET 0) told
    ORDER BY e.recorded_at DESC, part.arrival DESC`);
  const payments = Map.groupBy(rows, (row) => row.accountNumber);
  return new Map([...payments].map(([accountNumber, found]) => [accountNumber, found.map(paymentOf)]));
}

function paymentOf({ label, issuedAt, cents, tenders, undoneBy, leftCents }: Row): PaymentElsewhere {
  const kinds = new Set<TenderKind>(tenders);
  const isInPart = undoneBy === 'refund_issued' && leftCents > 0;
  const undone = isInPart ? 'refund_in_part' : undoneBy && UNDONE_BY[undoneBy];
  return { label, issuedAt, cents, tenders: [...kinds], undone };
}
