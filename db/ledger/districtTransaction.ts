import { type SQL, sql } from 'drizzle-orm';
import type { PgTransactionConfig } from 'drizzle-orm/pg-core';
import type { Access, LedgerDb, LedgerTx } from './database.ts';
import { DURABILITY_SETTINGS, type DurabilitySettings } from './durable.ts';
import { withRetry } from './retry.ts';

/** The little that is the same in both drivers' transactions. */
type Executor = { execute(query: SQL): PromiseLike<Answered> };
type Answered = { rows: unknown[]; rowCount?: number | null; affectedRows?: number };

export type Transact = <T>(work: (tx: Executor) => Promise<T>, config: PgTransactionConfig) => Promise<T>;

const HOW: Record<Access, PgTransactionConfig> = {
  write: { isolationLevel: 'read committed' },
  read: { isolationLevel: 'repeatable read', accessMode: 'read only' },
};

/**
 * Makes a driver's transaction the ledger's: the restricted role, one district, another try where that helps.
 * @param judge told how the connection's server writes to disk, before anything is done on it
 */
export function districtTransaction(
  transact: Transact,
  judge: (settings: DurabilitySettings) => void,
): LedgerDb['inDistrict'] {
  return (district, access, work) =>
    withRetry(() =>
      transact(async (executor) => {
        // Both settings end with the transaction, so a pooled connection carries neither to the next one.
        const { rows } = await executor.execute(sql`SELECT set_config('role', 'counterfoil_service', true),
          set_config('counterfoil.district', ${district}, true), ${DURABILITY_SETTINGS}`);
        judge(rows[0] as DurabilitySettings);
        return work(ledgerTx(executor));
      }, HOW[access]),
    );
}

function ledgerTx(executor: Executor): LedgerTx {
  return {
    async rows<Row>(query: SQL) {
      return (await executor.execute(query)).rows as Row[];
    },
    async run(statement) {
      const answered = await executor.execute(statement);
      return answered.rowCount ?? answered.affectedRows ?? 0;
    },
  };
}
