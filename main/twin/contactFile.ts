import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { contactOf, putBackContact } from '#db/station/contact';
import { identity } from '#db/station/identity';
import { type StationDb, writing } from '#db/station/open';
import type { Host } from '#main/host';

const Kept = z.strictObject({
  publicKey: z.string(),
  ledgerKey: z.string(),
  counter: z.int().min(0),
  token: z.string(),
});

type Place = Pick<Host, 'dataFolder' | 'log'>;

/**
 * Keeps by whom a station's words count, and which of them were said, beside its database, too: one that is made again would
 * otherwise be taken for a copy of itself. Not in the twin, which would grow with each request.
 */
export function keepContactFile({ dataFolder, log }: Place, db: StationDb): void {
  const known = contactOf(db);
  if (!known) return;
  const { publicKey, ledgerKey, counterReserved: counter, token } = known;
  const unfinished = `${fileIn(dataFolder)}.part`;
  try {
    writeFileSync(unfinished, JSON.stringify({ publicKey, ledgerKey, counter, token }), { mode: 0o600, flush: true });
    renameSync(unfinished, fileIn(dataFolder));
  } catch (error) {
    log.error('the disk cannot be written', { code: (error as NodeJS.ErrnoException).code });
  }
}

/** Gives a database what it lost of that; one that knows something newer keeps it. */
export function putBackContactFile({ dataFolder, log }: Place, db: StationDb): void {
  if (!identity(db)) return;
  let text: string;
  try {
    text = readFileSync(fileIn(dataFolder), 'utf8');
  } catch {
    return;
  }
  const read = z.string().transform(parsed).pipe(Kept).safeParse(text);
  if (read.success) writing(db, (tx) => putBackContact(tx, read.data));
  else log.info('what was kept of the talk with the ledger cannot be read');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const fileIn = (folder: string) => join(folder, 'contact.json');
