import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#domain/assert';
import { secretOf } from './tokens.ts';

/** The file in the ledger's folder that holds the administrator's token. */
export const ADMIN_TOKEN_FILE = 'admin-token';

const TOKEN = /^[A-Za-z0-9._~-]{16,300}$/;

/**
 * The administrator's token: the one that is given, else the one of the folder, made there once and readable by this
 * user alone.
 */
export function adminTokenOf(given: string | undefined, folder: string, random: (bytes: number) => Uint8Array): string {
  const file = join(folder, ADMIN_TOKEN_FILE);
  if (given === undefined && !existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // A secret alone may begin with a dash, which no program
    // takes for the value of its --token.
    writeNew(file, `admin.${secretOf(random)}\n`);
  }
  const token = given ?? readFileSync(file, 'utf8').trim();
  checkAdminToken(token, given === undefined ? file : 'LEDGER_ADMIN_TOKEN');
  return token;
}

/**
 * Stops the program where a token cannot be an administrator's.
 * @param where it was read
 */
export function checkAdminToken(token: string, where: string): void {
  assert(TOKEN.test(token), `${where} must be 16 to 300 letters, digits, dots, dashes or underscores`);
}

/** Two ledgers that start at once on one server do not each make one: the second takes what the first wrote. */
function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
