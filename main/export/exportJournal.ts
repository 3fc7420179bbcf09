import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { asc, gt, sql } from 'drizzle-orm';
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
  const unfinished = `${file}.part`;
  const out = createWriteStream(unfinished, { mode: 0o600 });
  const write = async (line: unknown) => {
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
  };
  // What is added meanwhile waits for the next export, so that the first line stays true.
  const { last } = db
    .select({ last: sql<number>`coalesce(max(${entries.position}), 0)` })
    .from(entries)
    .get() ?? { last: 0 };
  await write({
    counterfoil: 'journal',
    version: 1,
    district: self.district,
    series: self.series,
    exportedAt: new Date(exportedAt).toISOString(),
    entries: last,
  });
  let head: string | null = null;
  for (let position = 0; position < last; ) {
    const part = db
      .select({ position: entries.position, text: entries.text, hash: entries.hash, personal: entries.personal })
      .from(entries)
      .where(gt(entries.position, position))
      .orderBy(asc(entries.position))
      .limit(Math.min(PART, last - position))
      .all();
    for (const { text, hash, personal } of part)
      await write({ text, hash, personal: personal === null ? null : JSON.parse(personal) });
    head = part.at(-1)?.hash ?? head;
    position = part.at(-1)?.position ?? last;
  }
  out.end();
  await once(out, 'close');
  await rename(unfinished, file);
  return { entries: last, head };
}
