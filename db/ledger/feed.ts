import { type SQL, sql } from 'drizzle-orm';
import type { AccountDelta, OpenCharge } from '#domain/account';
import type { Policy } from '#domain/district';
import type { Role } from '#domain/role';
import type { LedgerTx } from './database.ts';
import type { StationKey } from './stations.ts';

/** What comes down, in this order within one version. */
export const FEED_KINDS = [
  'policy',
  'person',
  'account',
  'float',
  'closed',
  'drawer',
  'counted',
  'taken_back',
] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** A row of the feed by its place: kinds in their order, keys in the order of their bytes. */
export type FeedPlace = { version: number; kind: FeedKind; key: string };

/** The places right after one, in order, at most so many. Floats and counts for the station, and its own closes; drawers of the others; a version closes one day. */
export function placesAfter(
  tx: LedgerTx,
  { district, series }: StationKey,
  after: FeedPlace,
  most: number,
): Promise<FeedPlace[]> {
  return tx.rows<FeedPlace>(sql`
    SELECT version, kind, key FROM (
      (SELECT version, 0 AS rank, 'policy' AS kind, '' COLLATE "C" AS key FROM policies
        WHERE district_id = ${district} AND version > ${after.version} ORDER BY version LIMIT ${most})
      UNION ALL
      (SELECT version, 1, 'person', person FROM people
        WHERE district_id = ${district} AND ${isAfter(after, 'person', sql`person`)}
        ORDER BY version, person LIMIT ${most})
      UNION ALL
      (SELECT version, 2, 'account', account_number FROM accounts
        WHERE district_id = ${district} AND ${isAfter(after, 'account', sql`account_number`)}
        ORDER BY version, account_number LIMIT ${most})
      UNION ALL
      (SELECT version, 3, 'float', handoff FROM floats_issued
        WHERE district_id = ${district} AND station = ${series} AND ${isAfter(after, 'float', sql`handoff`)}
        ORDER BY version, handoff LIMIT ${most})
      UNION ALL
      (SELECT DISTINCT version, 4, 'closed', day::text COLLATE "C" FROM (${closesFor(district, series)}) closed
        WHERE version > ${after.version} ORDER BY version LIMIT ${most})
      UNION ALL
      (SELECT version, 5, 'drawer', batch FROM drawers_told
        WHERE district_id = ${district} AND series <> ${series} AND ${isAfter(after, 'drawer', sql`batch`)}
        ORDER BY version, batch LIMIT ${most})
      UNION ALL
      (SELECT version, 6, 'counted', handoff FROM handoffs_counted
        WHERE district_id = ${district} AND station = ${series} AND ${isAfter(after, 'counted', sql`handoff`)}
        ORDER BY version, handoff LIMIT ${most})
      UNION ALL
      (SELECT version, 7, 'taken_back', handoff FROM floats_taken_back
        WHERE district_id = ${district} AND station = ${series} AND ${isAfter(after, 'taken_back', sql`handoff`)}
        ORDER BY version, handoff LIMIT ${most})
    ) places ORDER BY version, rank, key LIMIT ${most}`);
}

/** The days that are closed for a station, by their versions: by the district, or by itself before. */
function closesFor(district: string, series: string): SQL {
  return sql`SELECT version, day FROM day_closes WHERE district_id = ${district}
    UNION ALL SELECT version, day FROM station_closes WHERE district_id = ${district} AND station = ${series}`;
}

/** Whether a row of one kind comes after a place: one comparison, so that the index answers it. */
function isAfter(after: FeedPlace, kind: FeedKind, key: SQL): SQL {
  const isPassed = FEED_KINDS.indexOf(kind) < FEED_KINDS.indexOf(after.kind);
  const from = kind === after.kind ? after.key : '';
  return isPassed
    ? sql`version > ${after.version}`
    : sql`(version, ${key}) > (${after.version}::bigint, ${from}::text)`;
}

/** A person and the scrypt verifier of her PIN, in hex. */
export type PersonRow = {
  person: string;
  name: string;
  role: Role;
  active: boolean;
  pin: { salt: string; hash: string; cost: number };
};

export async function policyAt(tx: LedgerTx, district: string, version: number): Promise<Policy | null> {
  const [row] = await tx.rows<{ policy: Policy }>(sql`
    SELECT policy FROM policies WHERE district_id = ${district} AND version = ${version}`);
  return row?.policy ?? null;
}

export function peopleNamed(tx: LedgerTx, district: string, people: readonly string[]): Promise<PersonRow[]> {
  return tx.rows<PersonRow>(sql`
    SELECT person, name, role, active, json_build_object('salt', pin_salt, 'hash', pin_hash, 'cost', pin_cost) AS pin
    FROM people WHERE district_id = ${district} AND person = ANY(${sql.param(people)}::text[])`);
}

/** An account as it stands, whichever station asks. */
export type AccountStanding = Omit<AccountDelta, 'payments' | 'appliedThrough'>;

/** Accounts as they stand, without what only the asking station makes of them. */
export async function accountsNumbered(
  tx: LedgerTx,
  district: string,
  numbers: readonly string[],
): Promise<Map<string, AccountStanding>> {
  const holders = await tx.rows<Omit<AccountStanding, 'charges'>>(sql`
    SELECT account_number AS "accountNumber", customer, service_address AS "serviceAddress",
      mailing_address AS "mailingAddress", parcel, phone, email, status, language, flags,
      contract, permits, notes,
      coalesce((SELECT sum(cents)::bigint FROM applications p WHERE p.district_id = a.district_id
        AND p.account_number = a.account_number AND p.charge_id IS NULL), 0) AS "unappliedCents"
    FROM accounts a WHERE district_id = ${district} AND account_number = ANY(${sql.param(numbers)}::text[])`);
  const charges = await openCharges(tx, district, numbers);
  return new Map(
    holders.map((holder) => [holder.accountNumber, { ...holder, charges: charges.get(holder.accountNumber) ?? [] }]),
  );
}

async function openCharges(tx: LedgerTx, district: string, numbers: readonly string[]) {
  const rows = await tx.rows<OpenCharge & { accountNumber: string }>(sql`
    SELECT account_number AS "accountNumber", charge_id AS "chargeId", kind, period, due_day::text AS "dueDay",
      open_cents AS "openCents", fund, bars
    FROM charge_standings
    WHERE district_id = ${district} AND account_number = ANY(${sql.param(numbers)}::text[]) AND open_cents > 0
    ORDER BY charge_id`);
  const byAccount = new Map<string, OpenCharge[]>();
  for (const { accountNumber, ...charge } of rows) {
    const known = byAccount.get(accountNumber);
    if (known) known.push(charge);
    else byAccount.set(accountNumber, [charge]);
  }
  return byAccount;
}
