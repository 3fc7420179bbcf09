import { sql } from 'drizzle-orm';
import { GENESIS } from '#domain/entry';
import type { LedgerTx } from './database.ts';
import type { StationKey } from './stations.ts';

export type ChainHead = { sequence: number; hash: string };

/** An entry as it is stored: its text, and what of it could be read. */
export type NewEntry = {
  sequence: number;
  text: string;
  previousHash: string;
  hash: string;
  personal: string | null;
  kind: string | null;
  businessDay: string | null;
  recordedAt: number | null;
  actor: string | null;
  commandId: string | null;
};

/** An entry that waits to be applied. */
export type WaitingEntry = {
  sequence: number;
  hash: string;
  /** Null when its command id was another entry's before. */
  commandId: string | null;
};

/** What an entry says: its text letter by letter, and what is personal (JSON) beside it. */
export type EntryText = { sequence: number; text: string; personal: string | null };

/** The last entry of a chain; 0 and the genesis hash before its first. */
export async function headOf(tx: LedgerTx, key: StationKey): Promise<ChainHead> {
  const [row] = await tx.rows<ChainHead>(sql`
    SELECT sequence, hash FROM entries
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch}
    ORDER BY sequence DESC LIMIT 1`);
  return row ?? { sequence: 0, hash: GENESIS };
}

/** The hashes of what is stored from one sequence to another, both included. */
export async function hashesBetween(
  tx: LedgerTx,
  key: StationKey,
  first: number,
  last: number,
): Promise<Map<number, string>> {
  const rows = await tx.rows<ChainHead>(sql`
    SELECT sequence, hash FROM entries
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch}
      AND sequence BETWEEN ${first} AND ${last}`);
  return new Map(rows.map((row) => [row.sequence, row.hash]));
}

/** Those of these command ids that an entry of the district has come with already. */
export async function commandsSeen(tx: LedgerTx, district: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT command_id::text AS id FROM entries
    WHERE district_id = ${district} AND command_id = ANY(${sql.param(ids)}::text[]::uuid[])`);
  return new Set(rows.map((row) => row.id));
}

/** Adds entries to a chain in one statement. The database itself refuses any that do not follow. */
export async function insertEntries(
  tx: LedgerTx,
  key: StationKey,
  entries: readonly NewEntry[],
  receivedAt: number,
): Promise<void> {
  const column = (name: keyof NewEntry) => sql.param(entries.map((entry) => entry[name]));
  await tx.run(sql`
    INSERT INTO entries (district_id, series, epoch, sequence, kind, business_day, recorded_at, actor, command_id,
      text, previous_hash, hash, personal, received_at)
    SELECT ${key.district}::text, ${key.series}::text, ${key.epoch}::integer, sequence, kind, business_day::date,
      recorded_at, actor, command_id::uuid, text, previous_hash, hash, personal, ${receivedAt}::bigint
    FROM unnest(${column('sequence')}::bigint[], ${column('kind')}::text[], ${column('businessDay')}::text[],
      ${column('recordedAt')}::bigint[], ${column('actor')}::text[], ${column('commandId')}::text[],
      ${column('text')}::text[], ${column('previousHash')}::text[], ${column('hash')}::text[],
      ${column('personal')}::text[])
      AS fresh (sequence, kind, business_day, recorded_at, actor, command_id, text, previous_hash, hash, personal)`);
}

/** The next entries after one, in order, without their texts. */
export function entriesAfter(tx: LedgerTx, key: StationKey, sequence: number, most: number): Promise<WaitingEntry[]> {
  return tx.rows<WaitingEntry>(sql`
    SELECT sequence, hash, command_id::text AS "commandId" FROM entries
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch} AND sequence > ${sequence}
    ORDER BY sequence LIMIT ${most}`);
}

/** What is written in the entries from one sequence to another, both included. */
export function textsBetween(tx: LedgerTx, key: StationKey, first: number, last: number): Promise<EntryText[]> {
  return tx.rows<EntryText>(sql`
    SELECT sequence, text, personal FROM entries
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch}
      AND sequence BETWEEN ${first} AND ${last}`);
}

/** The texts of those of these entries that are applied, that is: not parked. */
export async function appliedTexts(
  tx: LedgerTx,
  key: StationKey,
  sequences: readonly number[],
): Promise<Map<number, string>> {
  const rows = await tx.rows<{ sequence: number; text: string }>(sql`
    SELECT sequence, text FROM entries e
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch}
      AND sequence = ANY(${sql.param(sequences)}::bigint[])
      AND NOT EXISTS (SELECT FROM parked p WHERE p.district_id = e.district_id AND p.series = e.series
        AND p.epoch = e.epoch AND p.sequence = e.sequence)`);
  return new Map(rows.map((row) => [row.sequence, row.text]));
}

/** How many entries a journal has, over all its epochs. */
export async function entriesOfSeries(tx: LedgerTx, district: string, series: string): Promise<number> {
  const [row] = await tx.rows<{ entries: number }>(sql`
    SELECT count(*)::bigint AS entries FROM entries WHERE district_id = ${district} AND series = ${series}`);
  return row?.entries ?? 0;
}

/** The next entries of a journal after one, over all its epochs, in order. */
export function journalPage(
  tx: LedgerTx,
  district: string,
  series: string,
  after: { epoch: number; sequence: number },
  most: number,
): Promise<(EntryText & { epoch: number; hash: string })[]> {
  return tx.rows(sql`
    SELECT epoch, sequence, text, hash, personal FROM entries
    WHERE district_id = ${district} AND series = ${series} AND (epoch, sequence) > (${after.epoch}, ${after.sequence})
    ORDER BY epoch, sequence LIMIT ${most}`);
}
