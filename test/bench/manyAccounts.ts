import { cpSync } from 'node:fs';
import { makeDatabase, newFolder } from './benchStation.ts';
import { cachedFolder } from './cached.ts';
import { ACCOUNTS } from './million.ts';

/** A fresh folder of a station with 200,000 accounts and nothing in its journal. Whoever asks removes it. */
export async function manyAccountsFolder(): Promise<string> {
  const made = await cachedFolder('accounts', { made: 1, accounts: ACCOUNTS }, (folder) =>
    makeDatabase(folder, ACCOUNTS),
  );
  const folder = newFolder();
  cpSync(made, folder, { recursive: true });
  return folder;
}
