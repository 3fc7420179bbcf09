import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { and, asc, gt, lte, sql } from 'drizzle-orm';
import { identity } from '#db/station/identity';
import type { StationDb } from '#db/station/open';
import { entries } from '#db/station/schema';
import { assert } from '#domain/assert';

/** Entries read and written at once. */
const PART = 1_000;

/** What an export holds: how many entries, and the hash of the last. */
export type Exported = { entries: number; head: string | null };

/**
 * Writes a station's whole journal as JSON Lines: a first line that says what it is, then one line an entry with its
 * text letter by letter as it was hashed, its hash, and what is personal in it. `verify` reads this and nothing else.
 * The file appears whole or not at all.
 * @param exportedAt instant (ms)
 */
export async function exportJournal(db: StationDb, file: string, exportedAt: number): Promise<Exported> {
  const self = identity(db);
  assert(self, 'a station that was never enrolled has no journal');
  // What is added meanwhile waits for the next export, so that the first line stays true.
  const last = lastPosition(db);
  const first = {
    counterfoil: 'journal',
    version: 1,
    district: self.district,
    series: self.series,
    exportedAt: new Date(exportedAt).toISOString(),
    entries: last,
  };
  const exported: Exported = { entries: last, head: null };
  const unfinished = `${file}.part`;
  try {
    await pipeline(
      Readable.from(linesOf(db, first, exported)),
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    await rename(unfinished, file);
  } catch (error) {
    // Why it failed matters more than what is left of it.
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }
  return exported;
}

function* linesOf(db: StationDb, first: object, exported: Exported): Generator<string> {
  yield `${JSON.stringify(first)}\n`;
  for (let position = 0; position < exported.entries; ) {
    const part = db
      .select({ position: entries.position, text: entries.text, hash: entries.hash, personal: entries.personal })
      .from(entries)
      .where(and(gt(entries.position, position), lte(entries.position, exported.entries)))
      .orderBy(asc(entries.position))
      .limit(PART)
      .all();
    const [end] = part.slice(-1);
    assert(end, `there is no entry after position ${position}`);
    yield part.map(lineOf).join('');
    exported.head = end.hash;
    position = end.position;
  }
}

function lineOf({ text, hash, personal }: Pick<typeof entries.$inferSelect, 'text' | 'hash' | 'personal'>): string {
  return `${JSON.stringify({ text, hash, personal: personal === null ? null : JSON.parse(personal) })}\n`;
}

function lastPosition(db: StationDb): number {
  const row = db
    .select({ last: sql<number>`coalesce(max(${entries.position}), 0)` })
    .from(entries)
    .get();
  return row?.last ?? 0;
}
