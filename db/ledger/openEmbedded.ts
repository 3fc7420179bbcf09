import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { LedgerDb } from './database.ts';
import { districtTransaction } from './districtTransaction.ts';

/**
 * Opens a PostgreSQL that runs within this process (PGlite), with one connection: for training, tests and small
 * districts. Takes about two seconds, during which it is loaded; nothing of it is loaded before.
 * @param folder where it keeps its files; null keeps everything in memory
 * @param blank a database with nothing in it, as the build packs one (tar, gzip): a new database begins as its copy,
 *   which takes a third of the time that making one does. Null makes one.
 */
export async function openEmbedded(folder: string | null, blank: string | null): Promise<LedgerDb> {
  const { PGlite } = await import('@electric-sql/pglite');
  const isNew = folder === null || beginsAnew(folder);
  const pglite = await PGlite.create({
    ...(folder === null ? {} : { dataDir: folder }),
    ...(isNew && blank !== null ? { loadDataDir: new Blob([readFileSync(blank)]) } : {}),
  });
  if (folder !== null) rmSync(unfinishedMark(folder), { force: true });
  return overPglite(pglite);
}

/** The ledger's database over a PGlite that runs already. */
export async function overPglite(pglite: PGlite): Promise<LedgerDb> {
  const { drizzle } = await import('drizzle-orm/pglite');
  const db = drizzle(pglite);
  return {
    // It has no server to judge: it is for training, tests and small districts.
    inDistrict: districtTransaction(
      (work, config) => db.transaction((tx) => work(tx), config),
      () => {},
    ),
    asOwner: (work) =>
      pglite.transaction((tx) =>
        work({
          async script(text) {
            await tx.exec(text);
          },
          async query<Row>(text: string, values: readonly unknown[] = []) {
            return (await tx.query<Row>(text, [...values])).rows;
          },
        }),
      ),
    close: () => pglite.close(),
  };
}

/**
 * Says whether a database has yet to be made there. A mark beside the folder stands from before its first file until
 * after its last: what lies there with the mark was cut off while it was made, and is put aside.
 */
function beginsAnew(folder: string): boolean {
  const mark = unfinishedMark(folder);
  if (existsSync(mark)) putAside(folder);
  else if (existsSync(join(folder, 'PG_VERSION'))) return false;
  mkdirSync(dirname(folder), { recursive: true });
  writeFileSync(mark, '');
  return true;
}

/** Nothing was ever written to it; yet a power cut may bring a mark back, so that only an older one of these goes. */
function putAside(folder: string): void {
  if (!existsSync(folder)) return;
  rmSync(`${folder}.cut-off`, { recursive: true, force: true });
  renameSync(folder, `${folder}.cut-off`);
}

const unfinishedMark = (folder: string) => `${folder}.unfinished`;
