import type { Pool, PoolClient } from 'pg';
import { assert } from '#domain/assert';
import { CommitUnknown } from './commitUnknown.ts';
import type { LedgerDb } from './database.ts';
import { districtTransaction } from './districtTransaction.ts';
import { refuseWhereOff } from './durable.ts';
import { isOutOfReach } from './sqlState.ts';

const CONNECTIONS_MAX = 10;
const INT8 = 20;

/**
 * Opens a PostgreSQL server through a pool of connections. The user of the address may become `counterfoil_service`, as
 * which all but migrations is done; only who owns the schema, or is to, can migrate. A server that may lose what it
 * confirms is refused at every transaction.
 * @param url `postgres://user:password@host:port/database`
 * @param lost told when a connection breaks; the pool replaces it by itself
 */
export async function openServer(url: string, lost: (message: string) => void): Promise<LedgerDb> {
  const [{ default: pg }, { drizzle }] = await Promise.all([import('pg'), import('drizzle-orm/node-postgres')]);
  pg.types.setTypeParser(INT8, safeInteger);
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: 10_000,
    // Dates are read as text, whatever the server's habit. To compile a query takes longer than any of ours.
    options: '-c datestyle=ISO -c jit=off',
  });
  pool.on('error', (error) => lost(error.message));
  // One that breaks while it is in use tells nobody else but whoever waits for its answer, and then ends the process.
  pool.on('connect', (client) => client.on('error', (error) => lost(error.message)));
  return {
    inDistrict: districtTransaction(
      (work, { isolationLevel, accessMode }) =>
        inTransaction(pool, `BEGIN ISOLATION LEVEL ${isolationLevel} ${accessMode ?? 'read write'}`, (client) =>
          work(drizzle(client)),
        ),
      refuseWhereOff,
    ),
    asOwner: (work) =>
      inTransaction(pool, 'BEGIN', (client) =>
        work({
          async script(text) {
            await client.query(text);
          },
          async query<Row>(text: string, values: readonly unknown[] = []) {
            return (await client.query(text, [...values])).rows as Row[];
          },
        }),
      ),
    close: () => pool.end(),
  };
}

/** Whatever happens, the connection goes back to the pool, or away when it cannot even roll back. */
async function inTransaction<T>(pool: Pool, begin: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(begin);
    const result = await work(client);
    const { command } = await client.query('COMMIT').catch((error: unknown) => {
      throw isOutOfReach(error) ? new CommitUnknown(error) : error;
    });
    // The server answers so, without an error, when a statement failed before and nobody minded.
    assert(command === 'COMMIT', 'the transaction had failed before it was committed');
    client.release();
    return result;
  } catch (error) {
    const isClean = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    );
    client.release(!isClean);
    throw error;
  }
}

function safeInteger(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `the database holds ${text}, which is more than this program counts to`);
  return value;
}
