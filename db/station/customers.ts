import { eq, sql } from 'drizzle-orm';
import type { StationDb } from './open.ts';
import { accounts } from './schema.ts';
import { statement } from './statement.ts';

const byNumber = statement((db) =>
  db
    .select({ customer: accounts.customer })
    .from(accounts)
    .where(eq(accounts.accountNumber, sql.placeholder('accountNumber')))
    .prepare(),
);

/** The name an account is in, or null for an unknown account. */
export function customerOf(db: StationDb, accountNumber: string): string | null {
  return byNumber(db).get({ accountNumber })?.customer ?? null;
}
