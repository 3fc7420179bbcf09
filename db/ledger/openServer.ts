import { assert } from '#domain/assert';
import type { LedgerDb, OwnerTx } from './database.ts';
import { districtTransaction } from './districtTransaction.ts';

const CONNECTIONS_MAX = 10;
const INT8 = 20;

/**
 * Opens a PostgreSQL server through a pool of connections. The user of the address owns the schema and may become
 * `counterfoil_service`, as which all but migrations is done.
 * @param url `postgres://user:password@host:port/database`
 * @param lost told when an idle connection breaks; the pool replaces it by itself
 */
export async function openServer(url: string, lost: (message: string) => void): Promise<LedgerDb> {
  const [{ default: pg }, { drizzle }] = await Promise.all([import('pg'), import('drizzle-orm/node-postgres')]);
  pg.types.setTypeParser(INT8, safeInteger);
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: 10_000,
    // Dates are read as text, whatever the server's habit.
    options: '-c datestyle=ISO',
  });
  pool.on('error', (error) => lost(error.message));
  const db = drizzle(pool);
  return {
    inDistrict: districtTransaction((work, config) => db.transaction((tx) => work(tx), config)),
    async asOwner<T>(work: (tx: OwnerTx) => Promise<T>) {
      const client = await pool.connect();
      const owner: OwnerTx = {
        async script(text) {
          await client.query(text);
        },
        async query<Row>(text: string, values: readonly unknown[] = []) {
          return (await client.query(text, [...values])).rows as Row[];
        },
      };
      try {
        await client.query('BEGIN');
        const result = await work(owner);
        await client.query('COMMIT');
        client.release();
        return result;
      } catch (error) {
        // A connection that failed in the middle of something is not used again.
        client.release(true);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

function safeInteger(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `the database holds ${text}, which is more than this program counts to`);
  return value;
}
