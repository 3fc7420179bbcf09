import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSecrets, type Seal } from '#main/secrets';
import { account, charge } from '../support/quarryBay.ts';
import { createStation, type TestStation } from '../support/station.ts';

/* A station that cannot open its own key: the keychain refuses, or the file of the secrets is damaged. */

const HALE = '40-11872-03';
let station: TestStation;
let isLocked: boolean;
let said: string[];

/** A keychain that can be locked. */
const keychain: Seal = {
  seal: (secret) => Buffer.from(secret).toString('hex'),
  open(sealed) {
    if (isLocked) throw new Error('the keychain is locked');
    return Buffer.from(sealed, 'hex').toString();
  },
};

beforeEach(async () => {
  isLocked = false;
  said = [];
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 864_000)])],
    host: ({ dataFolder }) => ({
      secrets: fileSecrets(dataFolder, keychain),
      log: { info: () => {}, error: (what, facts) => void said.push(`${what}: ${facts?.why}`) },
    }),
  });
  await station.settled();
});
afterEach(() => station.close());

const sync = async () => (await station.caller().ask('station', {})).sync;

async function restarted(): Promise<void> {
  await station.restart();
  for (let tries = 0; tries < 20 && (await sync()).state === 'connecting'; tries++) await station.wait(1);
}

async function take(): Promise<void> {
  const ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  const lines = [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }];
  await ortiz.tell('takePayment', { drawer, lines, tenders: [{ kind: 'cash', cents: 100 }] });
}

test('a keychain that refuses is told as that, once in the log; money is taken, and all is sent once it opens', async () => {
  isLocked = true;
  await restarted();
  await take();
  await station.wait(60);
  const { requests } = station.ledger;
  expect(await sync()).toMatchObject({ state: 'keyless', unsent: 2, stopped: null, refusedAtSequence: null });
  expect(said).toEqual([
    expect.stringMatching(
      /^this station cannot speak to its ledger: This station’s key cannot be opened on this machine/,
    ),
  ]);
  isLocked = false;
  await station.wait(120);
  await station.settled();
  expect(await sync()).toMatchObject({ state: 'online', unsent: 0 });
  expect(station.ledger.requests).toBeGreaterThan(requests);
  expect(station.ledger.entries).toHaveLength(2);
});

test('office work is refused at once while the key cannot be opened', async () => {
  isLocked = true;
  await restarted();
  const supervisor = await station.signedIn('e.lindqvist');
  expect(await supervisor.refused('safe', {})).toBe('office_offline');
});

test('secrets that cannot be read are told as that', async () => {
  writeFileSync(join(station.host.dataFolder, 'secrets.json'), '{');
  await restarted();
  expect(await sync()).toMatchObject({ state: 'keyless' });
  expect(said).toEqual([expect.stringMatching(/secrets\.json of its folder; or enrol its series anew\.$/)]);
});

test('bug: the key of another station was kept for good, also when the right one came back', async () => {
  const right = await station.host.secrets.read('station-key');
  await station.host.secrets.keep('station-key', Buffer.alloc(32, 7).toString('base64url'));
  await restarted();
  expect(await sync()).toMatchObject({ state: 'keyless' });
  expect(said).toEqual([expect.stringMatching(/The key on this machine is another station’s\./)]);
  await station.host.secrets.keep('station-key', right);
  await station.wait(120);
  expect(await sync()).toMatchObject({ state: 'online' });
});
