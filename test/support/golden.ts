import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(process.cwd(), 'test/golden');

/**
 * Holds a text against its golden file, such as `slips/void.txt`. With `GOLDEN=write` in the environment the file is
 * written anew instead; whoever does that reads the difference before it is committed.
 */
export function expectGolden(name: string, text: string): void {
  const path = join(FOLDER, name);
  if (process.env.GOLDEN === 'write') writeFileSync(path, text);
  expect(existsSync(path) ? readFileSync(path, 'utf8') : `no golden file ${name}`).toBe(text);
}

/** Bytes as text that a difference can be read in: 32 a line. */
export function hexOf(bytes: Uint8Array): string {
  return `${Buffer.from(bytes).toString('hex').replace(/.{64}/g, '$&\n').trimEnd()}\n`;
}
