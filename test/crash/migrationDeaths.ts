import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MIGRATIONS, migrate } from '#db/station/migrate';
import { type Lives, quietLife } from './lives.ts';
import type { Faults } from './oracle.ts';

/** An account as the program of before 0007 wrote it. */
const ACCOUNT = `
  INSERT INTO accounts (account_id, account_number, customer, service_address, mailing_address, parcel, phone, email,
      status, language, flags, unapplied_cents, applied_epoch, applied_sequence)
    VALUES (1, '40-12871-01', 'O’Sullivan, Niamh', '118 Quarry Rd', '118 Quarry Rd', '0418-22-0071', '360-555-0100', '',
      'active', 'en', '[]', 3500, 1, 12);`;
/** The migration that makes the table of accounts. */
const ACCOUNTS_SINCE = 2;

/**
 * Opens a database of before one migration with a process that dies at a step of it, and then again: every migration is
 * applied once, and what was there is there.
 * @returns the step at which it died, or null where it lived on
 */
export async function dieInMigration(
  lives: Lives,
  folder: string,
  { number, step }: { number: number; step: number },
  faults: Faults,
): Promise<string | null> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'station.db');
  const hasAccount = number > ACCOUNTS_SINCE;
  const before = new Database(file);
  before.pragma('journal_mode = WAL');
  migrate(before, MIGRATIONS.slice(0, number - 1));
  if (hasAccount) before.exec(ACCOUNT);
  before.close();
  let died: string | null = null;
  const plan = { ...quietLife(folder), diesInStart: true };
  await lives.live({ ...plan, deathAt: step }, (said) => {
    if (said.says === 'step') died = said.step;
  });
  const { by, log } = await lives.live(plan, (said) => {
    if (said.says === 'refused to start') faults.other.push(`after a death in migration ${number}: ${said.why}`);
  });
  if (by !== 0) faults.other.push(`after a death in migration ${number} it ended by ${by}: ${log}`);
  const after = new Database(file, { readonly: true });
  const applied = after.prepare('SELECT count(*) FROM migrations').pluck().get();
  const customers = after.prepare('SELECT customer FROM accounts').pluck().all();
  const sound = after.pragma('integrity_check', { simple: true });
  after.close();
  if (applied !== MIGRATIONS.length || sound !== 'ok' || customers.length !== (hasAccount ? 1 : 0))
    faults.other.push(
      `after a death in migration ${number}: ${applied} applied, ${sound}, ${customers.length} accounts`,
    );
  return died;
}
