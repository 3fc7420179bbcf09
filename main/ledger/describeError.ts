import { databaseTrouble } from '#db/ledger/sqlState';
import { BrokenPromise } from '#domain/assert';

/** An error for the log. A query's parameters hold people's names, so of the database only its own words are told. */
export function describeError(error: unknown): string {
  const trouble = databaseTrouble(error);
  if (trouble) return `${trouble.state} ${trouble.constraint} ${trouble.message}`.replace(/\s+/g, ' ');
  if (error instanceof BrokenPromise) return error.message;
  if (!(error instanceof Error)) return String(error);
  return error.message.startsWith('Failed query') ? error.name : (error.stack ?? error.message);
}
