import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import { numbersFor } from './districts.ts';
import type { StationKey } from './stations.ts';

/** A charge as far as payments are concerned: whose it is, what is billed, and what is applied to it (all in cents). */
export type ChargeStanding = { chargeId: number; accountNumber: string; billedCents: number; appliedCents: number };

/** What an entry does to an account. No charge: its unapplied credit, `meantFor` the charge that had no room. */
export type Application = {
  sequence: number;
  accountNumber: string;
  chargeId: number | null;
  meantFor: number | null;
  cents: number;
  /** The entry whose application is taken back. */
  undoes: number | null;
};

export function chargeStandings(
  tx: LedgerTx,
  district: string,
  chargeIds: readonly number[],
): Promise<ChargeStanding[]> {
  return tx.rows<ChargeStanding>(sql`
    SELECT charge_id AS "chargeId", account_number AS "accountNumber", billed_cents AS "billedCents",
      applied_cents AS "appliedCents"
    FROM charge_standings WHERE district_id = ${district} AND charge_id = ANY(${sql.param(chargeIds)}::bigint[])`);
}

/** What these entries of a chain did, and what undid or put right some of it, in the order in which it was done. */
export function applicationsOf(tx: LedgerTx, key: StationKey, sequences: readonly number[]): Promise<Application[]> {
  return tx.rows<Application>(sql`
    SELECT sequence, account_number AS "accountNumber", charge_id AS "chargeId", meant_for AS "meantFor", cents, undoes
    FROM applications
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch}
      AND (sequence = ANY(${sql.param(sequences)}::bigint[]) OR undoes = ANY(${sql.param(sequences)}::bigint[]))
    ORDER BY application_id`);
}

/** Those of these entries whose application was taken back already. */
export async function undoneAlready(tx: LedgerTx, key: StationKey, sequences: readonly number[]): Promise<Set<number>> {
  const rows = await tx.rows<{ undoes: number }>(sql`
    SELECT DISTINCT undoes FROM applications
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch}
      AND undoes = ANY(${sql.param(sequences)}::bigint[])`);
  return new Set(rows.map((row) => row.undoes));
}

export async function insertApplications(
  tx: LedgerTx,
  key: StationKey,
  applications: readonly Application[],
): Promise<void> {
  const column = (name: keyof Application) => sql.param(applications.map((application) => application[name]));
  const before = await numbersFor(tx, key.district, 'application', applications.length);
  await tx.run(sql`
    INSERT INTO applications (district_id, application_id, series, epoch, sequence, account_number, charge_id, meant_for,
      cents, undoes)
    SELECT ${key.district}::text, ${before}::bigint + place, ${key.series}::text, ${key.epoch}::integer, sequence,
      account_number, charge_id, meant_for, cents, undoes
    FROM unnest(${column('sequence')}::bigint[], ${column('accountNumber')}::text[], ${column('chargeId')}::bigint[],
      ${column('meantFor')}::bigint[], ${column('cents')}::bigint[], ${column('undoes')}::bigint[])
      WITH ORDINALITY AS fresh (sequence, account_number, charge_id, meant_for, cents, undoes, place)`);
}

/** Gives accounts a version, so that every station learns how they stand now. */
export async function touchAccounts(
  tx: LedgerTx,
  district: string,
  accountNumbers: readonly string[],
  version: number,
): Promise<void> {
  await tx.run(sql`
    UPDATE accounts SET version = ${version}
    WHERE district_id = ${district} AND account_number = ANY(${sql.param(accountNumbers)}::text[])`);
}
