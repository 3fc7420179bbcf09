import { join } from 'node:path';
import { changeRow } from '../support/changedRow.ts';
import { endAndHarm } from '../support/olderDatabase.ts';
import { PINS } from '../support/quarryBay.ts';
import { createStation, type TestStation } from '../support/station.ts';

let station: TestStation;
beforeEach(async () => {
  const checkWorker = join(process.cwd(), 'main/check/checkWorker.ts');
  station = await createStation({
    accounts: [],
    host: () => ({ checkWorker, log: { info: () => {}, error: () => {} } }),
  });
});
afterEach(() => station.close());

/** What the screen is told of the station when it changes next. */
function nextStopped(): Promise<unknown> {
  const door = station.app.connect();
  return new Promise((resolve) => {
    const stop = door.listen(({ topics }) => {
      if (!topics.includes('station')) return;
      stop();
      resolve(door.call('station', {}));
    });
  });
}

test('damage that is found at work stops the station, and the next start makes it good (F75)', async () => {
  const ortiz = await station.signedIn('m.ortiz');
  await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } });
  await endAndHarm(station, () =>
    changeRow(join(station.folder, 'station.db'), "UPDATE drawers SET cashier = 'nobody'"),
  );
  const told = nextStopped();
  station.clock.advance(60_000);
  const stopped = { why: 'damaged', at: station.clock.now(), sequence: null };
  expect(await told).toMatchObject({ ok: true, value: { sync: { stopped } } });
  const door = station.app.connect();
  await door.call('signIn', { person: 'm.ortiz', pin: PINS.get('m.ortiz') });
  const command = { commandId: station.host.newId(), businessDay: '2026-11-23', float: { 2000: 10 } };
  expect(await door.call('openDrawer', command)).toMatchObject({ ok: false, refusal: { code: 'database_damaged' } });
  await endAndHarm(station, () => {});
  const again = await station.signedIn('m.ortiz');
  const now = await again.ask('station', {});
  expect([now.sync.stopped, now.drawer?.state]).toEqual([null, 'open']);
});
