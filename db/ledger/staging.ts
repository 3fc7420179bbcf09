import { sql } from 'drizzle-orm';
import type { ChargeKind } from '#domain/chargeKind';
import type { LedgerTx } from './database.ts';

/** A row of accounts.csv with its line. Flags and permits are words with spaces between. */
export type StagedAccount = {
  line: number;
  accountNumber: string;
  customer: string;
  serviceAddress: string;
  mailingAddress: string;
  parcel: string;
  phone: string;
  email: string;
  status: string;
  language: string;
  flags: string;
  contract: string;
  permits: string;
  notes: string;
};

/** A row of charges.csv with its line. */
export type StagedCharge = {
  line: number;
  accountNumber: string;
  kind: ChargeKind;
  period: string;
  dueDay: string;
  cents: number;
  fund: string;
  bars: string;
};

/** Lays out the two tables in which a load is gathered. They are this transaction's own and go with it. */
export async function openStaging(tx: LedgerTx): Promise<void> {
  await tx.run(sql`
    CREATE TEMPORARY TABLE staged_accounts (line integer, account_number text COLLATE "C", customer text,
      service_address text, mailing_address text, parcel text, phone text, email text, status text, language text,
      flags text[], contract text, permits text[], notes text) ON COMMIT DROP`);
  await tx.run(sql`
    CREATE TEMPORARY TABLE staged_charges (line integer, account_number text COLLATE "C", kind text, period text,
      due_day date, cents bigint, fund text, bars text) ON COMMIT DROP`);
}

export async function stageAccounts(tx: LedgerTx, rows: readonly StagedAccount[]): Promise<void> {
  const column = (name: keyof StagedAccount) => sql.param(rows.map((row) => row[name]));
  await tx.run(sql`
    INSERT INTO staged_accounts
    SELECT line, account_number, customer, service_address, mailing_address, parcel, phone, email, status, language,
      string_to_array(flags, ' '), contract, string_to_array(permits, ' '), notes
    FROM unnest(${column('line')}::integer[], ${column('accountNumber')}::text[], ${column('customer')}::text[],
      ${column('serviceAddress')}::text[], ${column('mailingAddress')}::text[], ${column('parcel')}::text[],
      ${column('phone')}::text[], ${column('email')}::text[], ${column('status')}::text[],
      ${column('language')}::text[], ${column('flags')}::text[],
      ${column('contract')}::text[], ${column('permits')}::text[], ${column('notes')}::text[])
      AS staged (line, account_number, customer, service_address, mailing_address, parcel, phone, email, status,
        language, flags, contract, permits, notes)`);
}

export async function stageCharges(tx: LedgerTx, rows: readonly StagedCharge[]): Promise<void> {
  const column = (name: keyof StagedCharge) => sql.param(rows.map((row) => row[name]));
  await tx.run(sql`
    INSERT INTO staged_charges
    SELECT line, account_number, kind, period, due_day::date, cents, fund, bars
    FROM unnest(${column('line')}::integer[], ${column('accountNumber')}::text[], ${column('kind')}::text[],
      ${column('period')}::text[], ${column('dueDay')}::text[], ${column('cents')}::bigint[], ${column('fund')}::text[],
      ${column('bars')}::text[]) AS staged (line, account_number, kind, period, due_day, cents, fund, bars)`);
}

/** Lets the planner know how much was staged; it never looks at temporary tables by itself. */
export async function staged(tx: LedgerTx): Promise<{ accounts: number; charges: number }> {
  await tx.run(sql`ANALYZE staged_accounts`);
  await tx.run(sql`ANALYZE staged_charges`);
  const [counts] = await tx.rows<{ accounts: number; charges: number }>(sql`
    SELECT (SELECT count(*) FROM staged_accounts)::integer AS accounts,
      (SELECT count(*) FROM staged_charges)::integer AS charges`);
  return counts ?? { accounts: 0, charges: 0 };
}

/** The first account that comes twice, and where it came first. */
export async function accountTwice(tx: LedgerTx): Promise<{ line: number; first: number } | null> {
  const [row] = await tx.rows<{ line: number; first: number }>(sql`
    SELECT s.line, twice.first FROM (SELECT account_number, min(line) AS first FROM staged_accounts
      GROUP BY account_number HAVING count(*) > 1) twice
    JOIN staged_accounts s ON s.account_number = twice.account_number AND s.line > twice.first
    ORDER BY s.line LIMIT 1`);
  return row ?? null;
}

/** The first charge that comes twice: the same account, kind, period and due date. */
export async function chargeTwice(tx: LedgerTx): Promise<{ line: number; first: number } | null> {
  const [row] = await tx.rows<{ line: number; first: number }>(sql`
    SELECT s.line, twice.first FROM (SELECT account_number, kind, period, due_day, min(line) AS first
      FROM staged_charges GROUP BY account_number, kind, period, due_day HAVING count(*) > 1) twice
    JOIN staged_charges s ON s.account_number = twice.account_number AND s.kind = twice.kind
      AND s.period = twice.period AND s.due_day = twice.due_day AND s.line > twice.first
    ORDER BY s.line LIMIT 1`);
  return row ?? null;
}

/** The first charge whose account is neither in the file nor at the ledger. */
export async function chargeOfNobody(
  tx: LedgerTx,
  district: string,
): Promise<{ line: number; account: string } | null> {
  const [row] = await tx.rows<{ line: number; account: string }>(sql`
    SELECT s.line, s.account_number AS account FROM staged_charges s
    WHERE NOT EXISTS (SELECT FROM staged_accounts f WHERE f.account_number = s.account_number)
      AND NOT EXISTS (SELECT FROM accounts a WHERE a.district_id = ${district} AND a.account_number = s.account_number)
    ORDER BY s.line LIMIT 1`);
  return row ?? null;
}
