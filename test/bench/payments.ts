import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Input } from '#contract/contract';
import type { BenchStation } from './benchStation.ts';
import { percentile } from './measures.ts';

/** Pays accounts in cash, one after another, each a part of what it owes. */
export type Payer = {
  /** Takes so many payments and answers how long each `call` took, in milliseconds. Between two the station comes to rest. */
  pay(times: number): Promise<number[]>;
};

/** Nobody pays less: most accounts owe more, and a receipt then pays one charge. */
const PAID_CENTS = 2_500;
const TENDERED_CENTS = 4_000;

export function payerAt(station: BenchStation, drawer: string): Payer {
  const owing = accountsOwing(join(station.folder, 'station.db'));
  let next = 0;
  return {
    async pay(times) {
      const took: number[] = [];
      for (let payment = 0; payment < times; payment++) {
        const accountNumber = owing[next++ % owing.length] ?? '';
        const from = performance.now();
        await station.tell('takePayment', { drawer, ...cashPayment(accountNumber) });
        took.push(performance.now() - from);
        await station.quiet();
      }
      return took;
    },
  };
}

/** Lines and tenders of a part of what an account owes, in cash. */
export function cashPayment(accountNumber: string): Pick<Input<'takePayment'>, 'lines' | 'tenders'> {
  return {
    lines: [{ kind: 'account', accountNumber, cents: PAID_CENTS }],
    tenders: [{ kind: 'cash', cents: TENDERED_CENTS }],
  };
}

export const p50 = (took: readonly number[]) => percentile(took, 50);

/** Accounts that owe something and take every tender, scattered over the file as those who come to a counter are. */
export function accountsOwing(file: string, limit = 20_000): string[] {
  const db = new Database(file, { readonly: true });
  const rows = db
    .prepare(
      `SELECT account_number AS n FROM charges JOIN accounts USING (account_number)
       WHERE flags NOT LIKE '%no-checks%'
       GROUP BY account_number HAVING sum(open_cents) > 5000
       ORDER BY (max(charge_id) * 2654435761) % 4294967296
       LIMIT ?`,
    )
    .all(limit);
  db.close();
  return (rows as { n: string }[]).map((row) => row.n);
}
