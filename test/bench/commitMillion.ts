import { closeSync, copyFileSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder, openDrawerOf, removeFolder, startStation } from './benchStation.ts';
import { alternating, type Measure, rounded } from './measures.ts';
import { emptyFile, millionFolder } from './million.ts';
import { p50, payerAt } from './payments.ts';

const WARM_UP = 300;
const IN_A_ROUND = 150;

/**
 * The same payment with a million entries in the journal, against ours on an empty one with the same accounts.
 * Both files were just read or written, so that neither has to be fetched from the disk, whatever ran before.
 */
export async function commitMillion(): Promise<Measure> {
  const folder = await millionFolder();
  const emptyFolder = newFolder();
  try {
    copyFileSync(emptyFile(folder), join(emptyFolder, 'station.db'));
    readThrough(join(folder, 'station.db'));
    const million = await startStation(folder);
    const empty = await startStation(emptyFolder);
    const atMillion = payerAt(million, await openDrawerOf(million));
    const atEmpty = payerAt(empty, await openDrawerOf(empty));
    await atMillion.pay(WARM_UP);
    await atEmpty.pay(WARM_UP);
    const figures = await alternating({
      ours: async () => p50(await atMillion.pay(IN_A_ROUND)),
      empty: async () => p50(await atEmpty.pay(IN_A_ROUND)),
    });
    await million.close();
    await empty.close();
    return {
      measure: 'commit_1m',
      ours: rounded(figures.ours),
      empty: rounded(figures.empty),
      ratio: rounded(figures.ours / figures.empty),
      limit: 1.2,
      unit: 'ms',
    };
  } finally {
    removeFolder(emptyFolder);
  }
}

function readThrough(file: string): void {
  const part = Buffer.alloc(1_000_000);
  const open = openSync(file, 'r');
  while (readSync(open, part) > 0);
  closeSync(open);
}
