import type { LedgerDb } from '#db/ledger/database';
import { assertMigrated, mayMigrate, migrate } from '#db/ledger/migrate';
import { openEmbedded } from '#db/ledger/openEmbedded';
import { openServer } from '#db/ledger/openServer';

/**
 * Where the ledger keeps its data. `embedded`: within this process, in a folder, or in memory when that is null; a new
 * one begins as a copy of `blank`, where there is one. `server`: `url` is the service's own; `ownerUrl` the owner's, for
 * migrations alone, where the two are apart.
 */
export type LedgerStore =
  | { kind: 'embedded'; folder: string | null; blank: string | null }
  | { kind: 'server'; url: string; ownerUrl: string | null };

/**
 * Opens the ledger's database and sees that its schema is this program's: by migrating it, as its owner, or where nobody
 * here is that, by looking.
 * @param lost told when a connection breaks
 * @throws BrokenPromise in plain words when the schema is another one and cannot be made ours
 */
export async function openStore(store: LedgerStore, now: number, lost: (message: string) => void): Promise<LedgerDb> {
  if (store.kind === 'server' && store.ownerUrl !== null) await migrateAt(store.ownerUrl, now, lost);
  const db =
    store.kind === 'embedded' ? await openEmbedded(store.folder, store.blank) : await openServer(store.url, lost);
  return orClosed(db, async () => {
    const isOwner = store.kind === 'embedded' || (store.ownerUrl === null && (await mayMigrate(db)));
    await (isOwner ? migrate(db, now) : assertMigrated(db));
    return db;
  });
}

async function migrateAt(url: string, now: number, lost: (message: string) => void): Promise<void> {
  const owner = await openServer(url, lost);
  await orClosed(owner, () => migrate(owner, now));
  await owner.close();
}

async function orClosed<T>(db: LedgerDb, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await db.close();
    throw error;
  }
}
