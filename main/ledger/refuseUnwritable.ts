import { open, rm, stat } from 'node:fs/promises';
import { PlainTrouble } from '#main/trouble';

/**
 * Tries to begin a file beside where one will stand, before anything is done that cannot be undone.
 * @throws PlainTrouble where nothing can be written there
 */
export async function refuseUnwritable(file: string): Promise<void> {
  const unfinished = `${file}.part`;
  try {
    if (await isFolder(file)) throw new Error('a folder is there');
    const begun = await open(unfinished, 'w', 0o600);
    await begun.close();
    await rm(unfinished);
  } catch {
    throw new PlainTrouble(`${file} cannot be written. Nothing was exported; name a file in a folder that is there.`);
  }
}

async function isFolder(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null))?.isDirectory() ?? false;
}
