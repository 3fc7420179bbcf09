import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import { numbersFor } from './districts.ts';
import { type Missing, NAMED_MAX } from './mergeAccounts.ts';

export type MergedCharges = {
  added: number;
  addedCents: number;
  changed: number;
  changedCents: number;
  missing: Missing;
  missingCents: number;
  withdrawn: number;
  creditedCents: number;
};

/**
 * Brings staged charges into the district as a dated difference: new ones are billed, changed amounts are added up to
 * beside what was billed before, and what is missing stays open unless it is to be withdrawn. What was paid beyond what
 * is billed now becomes the account's unapplied credit, so nothing is ever open below zero.
 */
export async function mergeCharges(
  tx: LedgerTx,
  district: string,
  version: number,
  withdrawMissing: boolean,
): Promise<MergedCharges> {
  // Before the new ones, of which the planner knows nothing: it would look through all that is staged for each of them.
  const { missing, missingCents } = await findMissing(tx, district);
  await matchCharges(tx, district);
  const { changed, changedCents } = await billAgain(tx, district, version);
  const { added, addedCents } = await billNew(tx, district, version);
  const withdrawn = withdrawMissing ? await withdraw(tx, district, version) : 0;
  const creditedCents = await creditSurplus(tx, district, version);
  await touch(tx, district, version);
  return { added, addedCents, changed, changedCents, missing, missingCents, withdrawn, creditedCents };
}

/** Charges that the file names and the ledger knows: what they were, and what they are to be. */
async function matchCharges(tx: LedgerTx, district: string): Promise<void> {
  await tx.run(sql`
    CREATE TEMPORARY TABLE matched_charges ON COMMIT DROP AS
    SELECT c.charge_id, s.line, s.cents - (c.billed_cents + coalesce(d.cents, 0)) AS cents,
      c.fund AS fund_before, c.bars AS bars_before, s.fund, s.bars,
      (c.fund, c.bars) <> (s.fund, s.bars) AS is_recoded
    FROM staged_charges s
    JOIN charges c ON c.district_id = ${district} AND c.account_number = s.account_number AND c.kind = s.kind
      AND c.period = s.period AND c.due_day = s.due_day
    LEFT JOIN (SELECT charge_id, sum(cents)::bigint AS cents FROM charge_differences WHERE district_id = ${district}
      GROUP BY charge_id) d ON d.charge_id = c.charge_id`);
  await tx.run(sql`ANALYZE matched_charges`);
}

async function billAgain(tx: LedgerTx, district: string, version: number) {
  const [said] = await tx.rows<{ changed: number; cents: number }>(sql`
    WITH again AS (
      INSERT INTO charge_differences (district_id, charge_id, version, why, cents, fund_before, bars_before)
      SELECT ${district}::text, charge_id, ${version}::bigint, 'billed_again', cents,
        CASE WHEN is_recoded THEN fund_before END, CASE WHEN is_recoded THEN bars_before END
      FROM matched_charges WHERE cents <> 0 OR is_recoded
      RETURNING cents)
    SELECT count(*)::integer AS changed, coalesce(sum(cents), 0)::bigint AS cents FROM again`);
  await tx.run(sql`
    UPDATE charges c SET fund = m.fund, bars = m.bars FROM matched_charges m
    WHERE c.district_id = ${district} AND c.charge_id = m.charge_id AND m.is_recoded`);
  return { changed: said?.changed ?? 0, changedCents: said?.cents ?? 0 };
}

async function billNew(tx: LedgerTx, district: string, version: number) {
  const unmatched = sql`FROM staged_charges s WHERE NOT EXISTS (SELECT FROM matched_charges m WHERE m.line = s.line)`;
  const [said] = await tx.rows<{ added: number; cents: number }>(sql`
    SELECT count(*)::integer AS added, coalesce(sum(cents), 0)::bigint AS cents ${unmatched}`);
  const { added, cents } = said ?? { added: 0, cents: 0 };
  const before = await numbersFor(tx, district, 'charge', added);
  await tx.run(sql`
    INSERT INTO charges (district_id, charge_id, account_number, kind, period, due_day, billed_cents, fund, bars, version)
    SELECT ${district}::text, ${before}::bigint + row_number() OVER (ORDER BY line), account_number, kind, period,
      due_day, cents, fund, bars, ${version}::bigint
    ${unmatched}`);
  return { added, addedCents: cents };
}

/** Charges that are open and no longer in the file. */
async function findMissing(tx: LedgerTx, district: string) {
  await tx.run(sql`
    CREATE TEMPORARY TABLE missing_charges ON COMMIT DROP AS
    SELECT charge_id, account_number, kind, period, due_day, open_cents FROM charge_standings c
    WHERE district_id = ${district} AND open_cents > 0
      AND NOT EXISTS (SELECT FROM staged_charges s WHERE s.account_number = c.account_number AND s.kind = c.kind
        AND s.period = c.period AND s.due_day = c.due_day)`);
  const [said] = await tx.rows<{ count: number; cents: number }>(sql`
    SELECT count(*)::integer AS count, coalesce(sum(open_cents), 0)::bigint AS cents FROM missing_charges`);
  const rows = await tx.rows<{ named: string }>(sql`
    SELECT concat_ws(' ', account_number, kind, period, due_day::text) AS named FROM missing_charges
    ORDER BY account_number, due_day, charge_id LIMIT ${NAMED_MAX}`);
  return {
    missing: { count: said?.count ?? 0, named: rows.map((row) => row.named) },
    missingCents: said?.cents ?? 0,
  };
}

/** Takes back what is still open of missing charges. What was paid on them stays paid. */
function withdraw(tx: LedgerTx, district: string, version: number): Promise<number> {
  return tx.run(sql`
    INSERT INTO charge_differences (district_id, charge_id, version, why, cents)
    SELECT ${district}::text, charge_id, ${version}::bigint, 'withdrawn', -open_cents FROM missing_charges`);
}

async function creditSurplus(tx: LedgerTx, district: string, version: number): Promise<number> {
  await tx.run(sql`
    CREATE TEMPORARY TABLE surplus ON COMMIT DROP AS
    SELECT charge_id, account_number, -open_cents AS cents, row_number() OVER (ORDER BY charge_id) AS place
    FROM charge_standings
    WHERE district_id = ${district} AND open_cents < 0 AND charge_id IN (SELECT charge_id FROM charge_differences
      WHERE district_id = ${district} AND version = ${version})`);
  const [said] = await tx.rows<{ count: number; cents: number }>(sql`
    SELECT count(*)::integer AS count, coalesce(sum(cents), 0)::bigint AS cents FROM surplus`);
  const { count, cents } = said ?? { count: 0, cents: 0 };
  const before = await numbersFor(tx, district, 'application', 2 * count);
  await tx.run(sql`
    INSERT INTO applications (district_id, application_id, account_number, charge_id, meant_for, cents, load_version)
    SELECT ${district}::text, ${before}::bigint + 2 * place - 1, account_number, charge_id, NULL::bigint, -cents,
      ${version}::bigint FROM surplus
    UNION ALL
    SELECT ${district}::text, ${before}::bigint + 2 * place, account_number, NULL::bigint, charge_id, cents,
      ${version}::bigint FROM surplus`);
  return cents;
}

/** Every account of a charge that is new or different gets this load's version, so that stations learn of it. */
async function touch(tx: LedgerTx, district: string, version: number): Promise<void> {
  await tx.run(sql`
    UPDATE accounts SET version = ${version} WHERE district_id = ${district} AND version <> ${version}
      AND account_number IN (
        SELECT account_number FROM charges WHERE district_id = ${district} AND version = ${version}
        UNION
        SELECT c.account_number FROM charge_differences d
        JOIN charges c ON c.district_id = d.district_id AND c.charge_id = d.charge_id
        WHERE d.district_id = ${district} AND d.version = ${version})`);
}
