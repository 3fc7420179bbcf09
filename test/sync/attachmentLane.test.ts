import { PDF, receiptFor, SUPPLIES } from '../support/paidOut.ts';
import { account, PINS } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

let station: TestStation;
let ortiz: Caller;
let drawer: string;

beforeEach(async () => {
  station = await createStation({ accounts: [account('40-11872-03', 'Hale, Dorothea', [])] });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
  const asked = { drawer, pieces: { 2000: 1 }, place: SUPPLIES, ...(await receiptFor(ortiz)) };
  const { mark } = await ortiz.ask('paidOutProposal', asked);
  const yes = { mark, person: 'j.whitebear', pin: PINS.get('j.whitebear') ?? '' };
  await ortiz.tell('payOut', { ...asked, approval: (await ortiz.ask('approve', yes)).approval });
});
afterEach(() => station.close());

const isSent = async () => (await ortiz.ask('otherSlips', {})).slips[0]?.attachment?.isSent;
const kept = () => [...station.ledger.files.values()];

/** Lets a minute pass, and what is packed off the main thread with it. */
async function aMinute(): Promise<void> {
  for (let passed = 0; passed < 60; passed++) {
    await station.wait(1);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

test('a file goes up once, however often the two talk, and the slip says so', async () => {
  await aMinute();
  expect([await isSent(), kept()]).toEqual([true, [PDF]]);
  const before = station.ledger.requests;
  await aMinute();
  // The quiet talk asks for news every ten seconds, and for nothing else.
  expect(station.ledger.requests - before).toBeLessThan(8);
});

test('what a ledger that was restored has lost goes up again', async () => {
  await aMinute();
  await ortiz.tell('startCount', { drawer });
  await station.settled();
  station.ledger.restoreTo(1);
  station.ledger.files.clear();
  await ortiz.tell('leaveCount', { drawer });
  await aMinute();
  expect([await isSent(), kept()]).toEqual([true, [PDF]]);
});

test('a restart asks once more for what was sent, and believes what it hears', async () => {
  await aMinute();
  station.ledger.files.clear();
  await station.restart();
  ortiz = await station.signedIn('m.ortiz');
  await aMinute();
  expect([await isSent(), kept()]).toEqual([true, [PDF]]);
});

test('a line whose answers are lost, or that says everything twice, keeps one file', async () => {
  station.ledger.line = 'mute';
  await aMinute();
  expect(await isSent()).toBe(false);
  station.ledger.line = 'twice';
  await aMinute();
  expect([await isSent(), kept()]).toEqual([true, [PDF]]);
});

test('a ledger that answers for entries and not for files holds up no entry', async () => {
  station.ledger.files.has = () => {
    throw new TypeError('fetch failed');
  };
  await aMinute();
  expect(await isSent()).toBe(false);
  expect((await ortiz.ask('station', {})).sync).toMatchObject({ state: 'online', unsent: 0 });
});
