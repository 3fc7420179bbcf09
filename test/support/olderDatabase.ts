import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStation } from '#db/station/open';
import { createApp } from '#main/app';
import type { TestStation } from './station.ts';

/** Lets a station do something, and then puts back the database of before it: as a copy without its log is. It starts again. */
export async function losesItsLatest(station: TestStation, work: () => Promise<void>): Promise<void> {
  const file = join(station.folder, 'station.db');
  const older = `${file}-older`;
  await station.app.close();
  station.look.$client.pragma('wal_checkpoint(TRUNCATE)');
  cpSync(file, older);
  await station.restart();
  await work();
  await endAndHarm(station, () => {
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    cpSync(older, file);
    rmSync(older);
  });
}

/** Ends a station, does harm to its files, and starts it again. */
export async function endAndHarm(station: TestStation, harm: () => void): Promise<void> {
  await station.app.close();
  station.look.$client.close();
  harm();
  station.app = createApp(station.host);
  station.look = openStation(join(station.folder, 'station.db'));
}
