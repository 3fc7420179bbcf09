import { join } from 'node:path';
import { storeAccount } from '#db/station/accounts';
import { openStation, writing } from '#db/station/open';
import { HALE } from '#test/support/everyCommand';
import { account, charge } from '#test/support/quarryBay';
import { makeDatabase } from '../bench/benchStation.ts';

/** Makes the folder of an enrolled station that knows the one account of the turns. Nothing answers where its ledger is. */
export async function makeStationFolder(folder: string): Promise<void> {
  await makeDatabase(folder, 0);
  const db = openStation(join(folder, 'station.db'));
  writing(db, (tx) =>
    storeAccount(tx, account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)])),
  );
  db.$client.close();
}
