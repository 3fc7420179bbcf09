import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { syncFolderOf } from './appendOnly.ts';

/** The folder of what is damaged. Nothing in it is ever deleted by us. */
const FOLDER = 'quarantine';

/**
 * Sets damaged files aside under a dated name, in a folder beside them, and answers what the first is called there.
 * @param now instant (ms)
 */
export function quarantine(folder: string, files: readonly string[], now: number): string {
  const into = join(folder, FOLDER);
  mkdirSync(into, { recursive: true, mode: 0o700 });
  const date = new Date(now).toISOString().slice(0, 19).replaceAll(':', '');
  const moved = files.filter((file) => existsSync(file)).map((file) => [file, join(into, freeName(into, date, file))]);
  for (const [from, to] of moved) renameSync(from as string, to as string);
  if (moved[0]?.[1]) syncFolderOf(moved[0][1]);
  return moved[0]?.[1] ?? into;
}

/** Two of one second are told apart by a number. */
function freeName(into: string, date: string, file: string): string {
  const name = basename(file);
  for (let number = 1; ; number++) {
    const free = `${date}${number === 1 ? '' : `-${number}`}-${name}`;
    if (!existsSync(join(into, free))) return free;
  }
}
