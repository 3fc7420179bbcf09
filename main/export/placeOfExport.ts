import { closeSync, existsSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** How the first line of every export begins. */
const BEGINS = '{"counterfoil":"journal"';

/**
 * Why an export must not be written to a file, in a sentence; null where it may be. It takes the place of nothing but an
 * earlier export, and nothing of a station's own folder is ever written over.
 * @param data the station's folder; null where the journal comes from elsewhere
 */
export function notToBeWritten(file: string, data: string | null): string | null {
  const folder = dirname(resolve(file));
  // What cannot be written at all says so when it is tried.
  if (!existsSync(folder)) return null;
  const place = join(realpathSync(folder), basename(file));
  if (data !== null && !relative(realpathSync(data), place).startsWith('..'))
    return `${file} lies in the station’s own folder. Write the export somewhere else.`;
  if (!existsSync(place) || statSync(place).isDirectory()) return null;
  return isExport(place) ? null : `${file} is there already and is no export of a journal. Choose another name.`;
}

function isExport(file: string): boolean {
  const begin = Buffer.alloc(BEGINS.length);
  const open = openSync(file, 'r');
  try {
    return readSync(open, begin) === begin.length && begin.toString() === BEGINS;
  } finally {
    closeSync(open);
  }
}
