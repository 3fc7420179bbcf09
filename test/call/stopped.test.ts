import { writing } from '#db/station/open';
import { stopStation } from '#db/station/syncState';
import { sentenceOf } from '#domain/refusal';
import { STOPPED_WHYS } from '#domain/stopped';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

let station: TestStation;
let ortiz: Caller;
beforeEach(async () => {
  station = await createStation({ accounts: [] });
  ortiz = await station.signedIn('m.ortiz');
});
afterEach(() => station.close());

const stop = (why: (typeof STOPPED_WHYS)[number], sequence: number | null = 7) =>
  writing(station.look, (tx) => stopStation(tx, { why, at: station.clock.now(), sequence }));
const opening = () => ({ commandId: station.host.newId(), businessDay: '2026-11-23', float: { 2000: 10 } });

test.each(STOPPED_WHYS)(
  'a station that was %s refuses every command with station_stopped, and is still read from',
  async (why) => {
    stop(why);
    expect(await ortiz.refused('openDrawer', opening())).toBe('station_stopped');
    const whitebear = await station.signedIn('j.whitebear');
    const commandId = station.host.newId();
    const back = { commandId, batch: 'W3-B0001', reason: 'Count it again' };
    expect(await whitebear.refused('sendBackBatch', back)).toBe('station_stopped');
    const { sync } = await ortiz.ask('station', {});
    expect(sync.stopped).toEqual({ why, at: station.clock.now(), sequence: 7 });
    expect((await ortiz.ask('receipts', {})).receipts).toEqual([]);
  },
);

test('what was recorded before it stopped is not answered again either', async () => {
  const command = opening();
  await ortiz.ask('openDrawer', command);
  stop('forked');
  expect(await ortiz.refused('openDrawer', command)).toBe('station_stopped');
});

test('it stays stopped after the next start, and what stopped it first stands', async () => {
  stop('forked', null);
  await station.restart();
  stop('replaced', 9);
  const { sync } = await station.caller().ask('station', {});
  expect(sync.stopped).toEqual({ why: 'forked', at: station.clock.now(), sequence: null });
});

test('the sentence says which of the three it was', () => {
  const sentences = STOPPED_WHYS.map((why) => sentenceOf('station_stopped', { why }));
  expect(new Set(sentences).size).toBe(3);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^This station has stopped: .* Take no money here, and call finance\.$/);
    expect(sentence.length).toBeLessThanOrEqual(170);
  }
});
