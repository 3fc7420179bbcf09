import { type SQL, sql } from 'drizzle-orm';
import type { DepositCheck, DepositPart, DepositState, DepositStep } from '#domain/deposit';
import { type Cents, cents } from '#domain/money';
import type { LedgerTx } from './database.ts';
import type { StationKey } from './stations.ts';

export type NewDeposit = {
  deposit: string;
  number: number;
  bankAccount: string;
  /** Null where its checks are sent as images. */
  bag: string | null;
  firstReceiptAt: number;
  dueAt: number;
  sequence: number;
};

/** One step of a deposit, and the entry that tells it. */
export type NewDepositStep = {
  deposit: string;
  step: DepositStep;
  person: string;
  at: number;
  /** What was counted, found, or confirmed by the bank; null where nothing was. */
  cents: number | null;
  sequence: number;
};

/** A deposit and how far it has come. */
export type DepositRow = NewDeposit & {
  businessDay: string;
  preparer: string;
  /** Who counted it first, or first of the recounts after its seal was broken. */
  counter: string;
  preparedAt: number;
  /** What it was prepared with. */
  cents: number;
  /** When it left the office last; null while it is there. */
  handedAt: number | null;
  /** What is personal in the entry that explains why it is late (JSON). */
  explained: string | null;
  state: DepositState;
  /** What the bank confirmed less what was counted; null until it is confirmed. */
  differenceCents: number | null;
};

/** A step with what its entry tells, and what is personal in it (JSON). */
export type DepositStepRow = Omit<NewDepositStep, 'deposit'> & {
  hash: string;
  told: unknown;
  personal: string | null;
  /** Who said yes to it; null where nobody had to. */
  approver: string | null;
};

export async function insertDeposit(
  tx: LedgerTx,
  key: StationKey,
  row: NewDeposit,
  parts: readonly DepositPart[],
): Promise<void> {
  await tx.run(sql`
    INSERT INTO deposits (district_id, deposit, number, bank_account, bag, first_receipt_at, due_at, series, epoch, sequence)
    VALUES (${key.district}, ${row.deposit}, ${row.number}, ${row.bankAccount}, ${row.bag}, ${row.firstReceiptAt},
      ${row.dueAt}, ${key.series}, ${key.epoch}, ${row.sequence})`);
  const column = (name: keyof DepositPart) => sql.param(parts.map((part) => part[name]));
  await tx.run(sql`
    INSERT INTO deposit_parts (district_id, deposit, batch, tender, cents, turn)
    SELECT ${key.district}::text, ${row.deposit}::text, batch, tender, cents, 1 + (SELECT count(*)::integer
      FROM deposit_parts p WHERE p.district_id = ${key.district} AND p.batch = fresh.batch AND p.tender = fresh.tender)
    FROM unnest(${column('batch')}::text[], ${column('tender')}::text[], ${column('cents')}::bigint[])
      AS fresh (batch, tender, cents)`);
}

export async function insertDepositStep(tx: LedgerTx, key: StationKey, row: NewDepositStep): Promise<void> {
  await tx.run(sql`
    INSERT INTO deposit_steps (district_id, deposit, step, person, at, cents, series, epoch, sequence)
    VALUES (${key.district}, ${row.deposit}, ${row.step}, ${row.person}, ${row.at}, ${row.cents}, ${key.series},
      ${key.epoch}, ${row.sequence})`);
}

/** How many deposits there are: the next one's number is one more. */
export async function depositsPrepared(tx: LedgerTx, district: string): Promise<number> {
  const [row] = await tx.rows<{ last: number }>(sql`
    SELECT coalesce(max(number), 0)::integer AS last FROM deposits WHERE district_id = ${district}`);
  return row?.last ?? 0;
}

const bagTold = sql`e.text::json #>> '{payload,bag}'`;
const sealTold = sql`e.text::json #>> '{payload,seal}'`;

/** The deposit that a bag was used for, or null. */
export async function depositInBag(tx: LedgerTx, district: string, bag: string): Promise<string | null> {
  const [row] = await tx.rows<{ deposit: string }>(sql`
    SELECT deposit FROM deposits WHERE district_id = ${district} AND bag = ${bag}
    UNION ALL SELECT s.deposit FROM deposit_steps s JOIN entries e USING (district_id, series, epoch, sequence)
    WHERE s.district_id = ${district} AND s.step = 'recounted' AND ${bagTold} = ${bag}`);
  return row?.deposit ?? null;
}

/** The deposit that a seal was used for, or was read on when nobody came for it; null where there is none. */
export async function depositUnderSeal(tx: LedgerTx, district: string, seal: string): Promise<string | null> {
  const [row] = await tx.rows<{ deposit: string }>(sql`
    SELECT s.deposit FROM deposit_steps s JOIN entries e USING (district_id, series, epoch, sequence)
    WHERE s.district_id = ${district} AND s.step IN ('prepared', 'missed', 'broken', 'recounted')
      AND ${sealTold} = ${seal}
    ORDER BY s.sequence LIMIT 1`);
  return row?.deposit ?? null;
}

/** Another deposit to the same bank account whose slip, as it was told last, has that number; null where there is none. */
export async function depositBySlip(
  tx: LedgerTx,
  district: string,
  slip: { deposit: string; bankAccount: string; reference: string },
): Promise<string | null> {
  const [row] = await tx.rows<{ deposit: string }>(sql`
    SELECT d.deposit FROM deposits d CROSS JOIN LATERAL (
      SELECT e.text::json #>> '{payload,reference}' AS reference FROM deposit_steps s
      JOIN entries e USING (district_id, series, epoch, sequence)
      WHERE s.district_id = d.district_id AND s.deposit = d.deposit AND s.step IN ('confirmed', 'corrected')
      ORDER BY s.sequence DESC LIMIT 1) told
    WHERE d.district_id = ${district} AND d.bank_account = ${slip.bankAccount} AND d.deposit <> ${slip.deposit}
      AND told.reference = ${slip.reference}`);
  return row?.deposit ?? null;
}

/** How far a deposit has come by its last step. */
export const stateAt = (step: SQL) => sql`CASE ${step} WHEN 'missed' THEN 'made' WHEN 'resealed' THEN 'made'
  WHEN 'transmitted' THEN 'handed' WHEN 'corrected' THEN 'confirmed' ELSE ${step} END`;

/** When a deposit `d`, whose last step is `l`, left the office last; null while it is there. */
export const leftAt = sql`CASE WHEN l.step IN ('handed', 'transmitted', 'confirmed', 'corrected') THEN (SELECT max(s.at)
  FROM deposit_steps s WHERE s.district_id = d.district_id AND s.deposit = d.deposit
    AND s.step IN ('handed', 'transmitted')) END`;

const standing = (district: string) => sql`
  SELECT d.deposit, d.number, d.bank_account AS "bankAccount", coalesce(r.bag, d.bag) AS bag, d.first_receipt_at AS "firstReceiptAt",
    d.due_at AS "dueAt", d.sequence, e.business_day::text AS "businessDay", p.person AS preparer,
    coalesce(r.person, p.person) AS counter, p.at AS "preparedAt", p.cents, x.personal AS explained, ${leftAt} AS "handedAt",
    ${stateAt(sql`l.step`)} AS state,
    CASE WHEN l.step IN ('confirmed', 'corrected') THEN l.cents - (SELECT m.cents FROM deposit_steps m
      WHERE m.district_id = d.district_id AND m.deposit = d.deposit AND m.step IN ('made', 'resealed')
      ORDER BY m.sequence DESC LIMIT 1) END AS "differenceCents"
  FROM deposits d
  JOIN entries e ON e.district_id = d.district_id AND e.series = d.series AND e.epoch = d.epoch AND e.sequence = d.sequence
  JOIN deposit_steps p ON p.district_id = d.district_id AND p.deposit = d.deposit AND p.step = 'prepared'
  CROSS JOIN LATERAL (SELECT s.step, s.cents FROM deposit_steps s WHERE s.district_id = d.district_id AND s.deposit = d.deposit
      AND s.step NOT IN ('destroyed', 'explained') ORDER BY s.sequence DESC LIMIT 1) l
  LEFT JOIN LATERAL (SELECT s.person, ${bagTold} AS bag FROM deposit_steps s
    JOIN entries e USING (district_id, series, epoch, sequence)
    WHERE s.district_id = d.district_id AND s.deposit = d.deposit AND s.step = 'recounted'
    ORDER BY s.sequence DESC LIMIT 1) r ON true
  LEFT JOIN LATERAL (SELECT coalesce(t.personal, '{}') AS personal FROM deposit_steps s
    JOIN entries t USING (district_id, series, epoch, sequence)
    WHERE s.district_id = d.district_id AND s.deposit = d.deposit AND s.step = 'explained') x ON true
  WHERE d.district_id = ${district}`;

/** The deposit of that number, or null. */
export async function depositNamed(tx: LedgerTx, district: string, deposit: string): Promise<DepositRow | null> {
  const [row] = await tx.rows<DepositRow>(sql`${standing(district)} AND d.deposit = ${deposit}`);
  return row ?? null;
}

/** Which deposits a page lists: `late` those alone that left the office too late, or are there beyond their time. */
export type DepositsAsked = {
  /** Left out: those of any state. */
  states?: readonly DepositState[];
  late: boolean;
  before: number | undefined;
  now: number;
};

/** Deposits from the newest on, at most so many. */
export function depositsListed(
  tx: LedgerTx,
  district: string,
  { states, late, before, now }: DepositsAsked,
  most: number,
): Promise<DepositRow[]> {
  return tx.rows<DepositRow>(sql`
    SELECT * FROM (${standing(district)}) listed
    WHERE ${states === undefined ? sql`true` : sql`state = ANY(${sql.param(states)}::text[])`}
      AND ${before === undefined ? sql`true` : sql`number < ${before}`}
      AND ${late ? sql`coalesce("handedAt", ${now}::bigint) > "dueAt" AND state <> 'withdrawn'` : sql`true`}
    ORDER BY number DESC LIMIT ${most}`);
}

/** Deposits that were made and have not left, also where a seal was broken: how many, and what is in them (cents). */
export async function depositsReady(tx: LedgerTx, district: string): Promise<{ deposits: number; cents: Cents }> {
  const [row] = await tx.rows<{ deposits: number; cents: number }>(sql`
    SELECT count(DISTINCT ready.deposit)::integer AS deposits,
      coalesce(sum(CASE p.side WHEN 'debit' THEN p.cents ELSE -p.cents END), 0)::bigint AS cents
    FROM (SELECT s.deposit FROM deposit_steps s JOIN (${standing(district)}) listed USING (deposit)
      WHERE s.district_id = ${district} AND s.step = 'made' AND listed."handedAt" IS NULL) ready
    LEFT JOIN postings p ON p.district_id = ${district} AND p.series = 'L' AND p.account = 'deposit:' || ready.deposit`);
  return { deposits: row?.deposits ?? 0, cents: cents(row?.cents ?? 0) };
}

/** What a deposit went through, in order, with what was told at each step. */
export function stepsOfDeposit(tx: LedgerTx, district: string, deposit: string): Promise<DepositStepRow[]> {
  return tx.rows<DepositStepRow>(sql`
    SELECT s.step, s.person, s.at, s.cents, s.sequence, e.hash, e.text::json -> 'payload' AS told, e.personal,
      e.text::json ->> 'approver' AS approver
    FROM deposit_steps s JOIN entries e USING (district_id, series, epoch, sequence)
    WHERE s.district_id = ${district} AND s.deposit = ${deposit} ORDER BY s.sequence`);
}

/** A part that is in a deposit, for which bank account, and whether that is made. */
export type TakenPart = DepositPart & { deposit: string; account: string; isMade: boolean };

/** Parts of these batches that are in a deposit already, made or not, and not taken back. */
export function partsOfBatches(tx: LedgerTx, district: string, batches: readonly string[]): Promise<TakenPart[]> {
  const has = (step: DepositStep) => sql`EXISTS (SELECT FROM deposit_steps s
    WHERE s.district_id = p.district_id AND s.deposit = p.deposit AND s.step = ${step})`;
  return tx.rows<TakenPart>(sql`
    SELECT p.batch, p.tender, p.cents, p.deposit, d.bank_account AS account, ${has('made')} AS "isMade"
    FROM deposit_parts p JOIN deposits d USING (district_id, deposit)
    WHERE p.district_id = ${district} AND p.batch = ANY(${sql.param(batches)}::text[]) AND NOT ${has('withdrawn')}`);
}

/** A check or money order, and the deposit that was prepared with it. */
export type CheckInDeposit = DepositCheck & { deposit: string };

/** Every check and money order of the batches of these deposits, also those that were not there. */
export function checksInDeposits(
  tx: LedgerTx,
  district: string,
  deposits: readonly string[],
): Promise<CheckInDeposit[]> {
  return tx.rows<CheckInDeposit>(sql`
    SELECT d.deposit, one ->> 'batch' AS batch, one ->> 'tender' AS tender, one ->> 'checkNumber' AS "checkNumber",
      (one ->> 'cents')::bigint AS cents
    FROM deposits d JOIN entries e USING (district_id, series, epoch, sequence)
    CROSS JOIN LATERAL (VALUES (e.text::json #> '{payload,checks}'), (e.text::json #> '{payload,missing}')) told (papers)
    CROSS JOIN LATERAL json_array_elements(coalesce(told.papers, '[]')) one
    WHERE d.district_id = ${district} AND d.deposit = ANY(${sql.param(deposits)}::text[])`);
}

/** What a deposit holds, batch by batch. */
export function partsOf(tx: LedgerTx, district: string, deposit: string): Promise<DepositPart[]> {
  return tx.rows<DepositPart>(sql`
    SELECT batch, tender, cents FROM deposit_parts WHERE district_id = ${district} AND deposit = ${deposit}
    ORDER BY batch, tender`);
}
