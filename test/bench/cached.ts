import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIGRATIONS } from '#db/station/migrate';
import { sha256Hex } from '#main/chain/sha256';
import { removeFolder } from './benchStation.ts';

/**
 * A folder that takes long to make, kept among the temporary files for as long as the schema and what it is made from are
 * the same. One that is cut off while it is made begins anew; those of other versions are removed.
 * @param made what it is made from: another value is another folder
 */
export async function cachedFolder(
  name: string,
  made: object,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const prefix = `counterfoil-bench-${name}-`;
  const version = sha256Hex(JSON.stringify([made, MIGRATIONS.map((migration) => migration.sql)])).slice(0, 12);
  const folder = join(tmpdir(), prefix + version);
  if (existsSync(folder)) return folder;
  for (const old of readdirSync(tmpdir())) if (old.startsWith(prefix)) removeFolder(join(tmpdir(), old));
  process.stderr.write(`Making ${folder} from ${JSON.stringify(made)}: it takes its time, once.\n`);
  const unfinished = `${folder}-unfinished`;
  mkdirSync(unfinished);
  await make(unfinished);
  renameSync(unfinished, folder);
  return folder;
}
