import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

const Kept = z.object({ path: z.string() });
const NAME = 'twin.jsonl';

/**
 * Where the second copy of a station's journal lies, or null for beside the database. What was said once holds for every
 * start after it: it must be known where the database itself is lost.
 * @param said a folder, or the name of a file that ends in .jsonl; null for what was said before
 */
export function placeOfTwin(folder: string, said: string | null): string | null {
  const kept = join(folder, 'twin-place.json');
  if (said === null) return read(kept);
  const path = resolve(said.endsWith('.jsonl') ? said : join(said, NAME));
  if (path === resolve(folder, NAME)) {
    rmSync(kept, { force: true });
    return null;
  }
  const unfinished = `${kept}.part`;
  writeFileSync(unfinished, JSON.stringify({ path }), { mode: 0o600, flush: true });
  renameSync(unfinished, kept);
  return path;
}

function read(kept: string): string | null {
  try {
    return Kept.parse(JSON.parse(readFileSync(kept, 'utf8'))).path;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
