import { sql } from 'drizzle-orm';
import type { StationDb } from './open.ts';
import { correctedTenders, receipts, tenders } from './schema.ts';
import { statement } from './statement.ts';

const stands = sql`not exists (select 1 from voids v where v.receipt_position = ${receipts.position})
  and not exists (select 1 from undos u where u.receipt_position = ${receipts.position} and u.kind = 'reversal')`;
const asIssued = statement((db) =>
  db
    .select({ label: receipts.label })
    .from(tenders)
    .innerJoin(receipts, sql`${receipts.position} = ${tenders.position}`)
    .where(
      sql`${tenders.paper} = ${sql.placeholder('paper')} and ${stands} and not exists (select 1 from corrected_tenders c
        where c.receipt_position = ${tenders.position} and c.place = ${tenders.place})`,
    )
    .orderBy(sql`${tenders.position} desc`)
    .limit(1)
    .prepare(),
);
const asCorrected = statement((db) =>
  db
    .select({ label: receipts.label })
    .from(correctedTenders)
    .innerJoin(receipts, sql`${receipts.position} = ${correctedTenders.receiptPosition}`)
    .where(
      sql`${correctedTenders.paper} = ${sql.placeholder('paper')} and ${stands} and not exists
        (select 1 from corrected_tenders c where c.receipt_position = ${correctedTenders.receiptPosition}
          and c.place = ${correctedTenders.place} and c.position > ${correctedTenders.position})`,
    )
    .orderBy(sql`${correctedTenders.position} desc`)
    .limit(1)
    .prepare(),
);

/** The receipt that has the same check or money order, as it was issued or as a correction put it right; or null. */
export function receiptOfPaper(db: StationDb, paper: string): string | null {
  return asIssued(db).get({ paper })?.label ?? asCorrected(db).get({ paper })?.label ?? null;
}
