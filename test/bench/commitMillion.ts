import { closeSync, copyFileSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder, openDrawerOf, removeFolder, startStation } from './benchStation.ts';
import { type Measure, median, ROUNDS, rounded } from './measures.ts';
import { emptyFile, millionFolder } from './million.ts';
import { type Payer, p50, payerAt } from './payments.ts';

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
    const ours: number[] = [];
    const base: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const took = await inTurn(atMillion, atEmpty, IN_A_ROUND);
      ours.push(p50(took.first));
      base.push(p50(took.second));
    }
    await million.close();
    await empty.close();
    return {
      measure: 'commit_1m',
      ours: rounded(median(ours)),
      empty: rounded(median(base)),
      ratio: rounded(median(ours) / median(base)),
      limit: 1.2,
      unit: 'ms',
    };
  } finally {
    removeFolder(emptyFolder);
  }
}

/** One payment here, one there, so that whatever else the machine does hits both alike. */
async function inTurn(one: Payer, other: Payer, times: number): Promise<{ first: number[]; second: number[] }> {
  const first: number[] = [];
  const second: number[] = [];
  for (let time = 0; time < times; time++) {
    first.push(...(await one.pay(1)));
    second.push(...(await other.pay(1)));
  }
  return { first, second };
}

function readThrough(file: string): void {
  const part = Buffer.alloc(1_000_000);
  const open = openSync(file, 'r');
  while (readSync(open, part) > 0);
  closeSync(open);
}
