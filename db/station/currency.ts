import { sql } from 'drizzle-orm';
import { type Cents, cents } from '#domain/money';
import { payerKey } from '#domain/payer';
import type { StationDb, Tx } from './open.ts';
import { currency } from './schema.ts';
import { statement } from './statement.ts';

const insert = statement((db) =>
  db
    .insert(currency)
    .values({
      payer: sql.placeholder('payer'),
      receivedAt: sql.placeholder('receivedAt'),
      position: sql.placeholder('position'),
      cents: sql.placeholder('cents'),
    })
    .prepare(),
);
const since = statement((db) =>
  db
    .select({ cents: sql<number>`coalesce(sum(${currency.cents}), 0)` })
    .from(currency)
    .where(
      sql`${currency.payer} = ${sql.placeholder('payer')} and ${currency.receivedAt} >= ${sql.placeholder('since')}`,
    )
    .prepare(),
);

/**
 * Counts currency that a payer brought, or takes off what an undoing says never was currency.
 * @param moved `receivedAt`: when the receipt was issued, also where its undoing came later
 */
export function moveCurrency(
  tx: Tx,
  moved: { payer: string; receivedAt: number; position: number; cents: number },
): void {
  const payer = payerKey(moved.payer);
  if (payer === '' || moved.cents === 0) return;
  insert(tx).run({ ...moved, payer });
}

/** Currency that this station has of one payer, however the name is written, since an instant (ms). */
export function currencyFrom(db: StationDb, payer: string, sinceAt: number): Cents {
  return cents(since(db).get({ payer: payerKey(payer), since: sinceAt })?.cents ?? 0);
}
