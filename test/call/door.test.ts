import { randomUUID } from 'node:crypto';
import { contract } from '#contract/contract';
import { recordPinAttempt } from '#db/station/people';
import { account, PINS, POLICY } from '../support/quarryBay.ts';
import { createStation, type TestStation } from '../support/station.ts';

let station: TestStation;
beforeEach(async () => {
  station = await createStation({ accounts: [account('40-11872-03', 'Hale, Dorothea', [])] });
});
afterEach(() => station.close());

test('a name that nobody knows is refused, also one that every object has', async () => {
  const caller = station.caller();
  for (const name of ['takeMoney', '', 'toString', '__proto__', 'constructor'])
    expect(await caller.refused(name, {})).toBe('unknown_call');
});

test('every call refuses an unknown field and what is no object', async () => {
  const caller = await station.signedIn('j.whitebear');
  for (const name of Object.keys(contract)) {
    expect(await caller.refused(name, { surprise: 1 })).toBe('bad_input');
    for (const input of [null, undefined, 7, 'text', []]) expect(await caller.refused(name, input)).toBe('bad_input');
  }
});

test('whoever is not signed in sees the station and nothing else', async () => {
  const caller = station.caller();
  expect((await caller.ask('station', {})).person).toBeNull();
  for (const name of ['receipts', 'zReports', 'paper']) expect(await caller.refused(name, {})).toBe('not_signed_in');
});

test('doors have sessions of their own', async () => {
  const ortiz = await station.signedIn('m.ortiz');
  const other = station.caller();
  expect((await other.ask('station', {})).person).toBeNull();
  await ortiz.ask('signOut', {});
  expect((await ortiz.ask('station', {})).person).toBeNull();
});

test('a card number is refused in every field that takes text, the search too', async () => {
  const ortiz = await station.signedIn('m.ortiz');
  for (const text of ['4111111111111111', '4111 1111 1111 1111', 'card 5500-0000-0000-0004', '3782 822463 10005']) {
    expect(await ortiz.refused('findAccounts', { text })).toBe('card_number_in_text');
    expect(await ortiz.refused('receipts', { text })).toBe('card_number_in_text');
  }
  expect(JSON.stringify(station.look.$client.prepare('SELECT * FROM commands').all())).not.toContain('4111');
});

test('a command that succeeds is announced to those who listen, a refused one is not', async () => {
  const ortiz = await station.signedIn('m.ortiz');
  await station.settled();
  const heard: string[] = [];
  const stop = station.caller().door.listen(({ topics }) => heard.push(topics.join(' ')));
  await ortiz.refused('openDrawer', { commandId: randomUUID(), businessDay: '2026-11-23', float: { 10000: 99 } });
  expect(heard).toEqual([]);
  await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  expect(heard).toContain('drawer');
  stop();
});

describe('a PIN', () => {
  test('that is wrong says how many tries are left, then locks, also after a restart', async () => {
    const wrong = async () => {
      const answer = await station.caller().door.call('signIn', { person: 'm.ortiz', pin: '0000' });
      return answer.ok || !('refusal' in answer) ? '' : answer.refusal.sentence;
    };
    expect(await wrong()).toMatch(/4 more tries/);
    await wrong();
    await wrong();
    expect(await wrong()).toMatch(/1 more try/);
    expect(await wrong()).toMatch(/Marisol Ortiz can sign in again in 5 minutes/);
    await station.restart();
    expect(await station.caller().refused('signIn', { person: 'm.ortiz', pin: PINS.get('m.ortiz') })).toBe(
      'pin_locked',
    );
    station.clock.advance(5 * 60_000);
    expect((await station.signedIn('m.ortiz')).door).toBeDefined();
    expect(await wrong()).toMatch(/4 more tries/);
  });

  test('guessed for weeks still locks at each round, however many wrong ones were written down', async () => {
    await station.close();
    const limits = { ...POLICY.limits, pinAttemptsMax: 3 };
    station = await createStation({ accounts: [], policy: { ...POLICY, limits } });
    const { look, clock } = station;
    for (let round = 0; round < 50; round++)
      for (let tries = 0; tries < 3; tries++) recordPinAttempt(look, 'm.ortiz', clock.now(), false);
    clock.advance(5 * 60_000);
    const codes: string[] = [];
    for (let tries = 0; tries < 5; tries++)
      codes.push(await station.caller().refused('signIn', { person: 'm.ortiz', pin: '0000' }));
    expect(codes.slice(2)).toEqual(['pin_locked', 'pin_locked', 'pin_locked']);
  });

  test('guessed many times at once still locks after five', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, guess) =>
        station.caller().door.call('signIn', { person: 'm.ortiz', pin: String(1_000 + guess) }),
      ),
    );
    const codes = answers.map((answer) => (answer.ok || !('refusal' in answer) ? '' : answer.refusal.code));
    expect(codes.filter((code) => code === 'pin_wrong')).toHaveLength(4);
    expect(codes.filter((code) => code === 'pin_locked')).toHaveLength(16);
  });

  test('of somebody who does not work here is refused, and never kept', async () => {
    expect(await station.caller().refused('signIn', { person: 'nobody', pin: '1234' })).toBe('person_unknown');
    expect(await station.caller().refused('signIn', { person: 'm.ortiz', pin: '12' })).toBe('bad_input');
    const kept = JSON.stringify(station.look.$client.prepare('SELECT * FROM pin_attempts').all());
    expect(kept).not.toContain(PINS.get('m.ortiz'));
  });

  test('asked of a supervisor who guesses wrong counts against her', async () => {
    const ortiz = await station.signedIn('m.ortiz');
    for (let tries = 0; tries < 4; tries++)
      expect(await ortiz.refused('approve', { mark: 'a'.repeat(64), person: 'j.whitebear', pin: '0000' })).toBe(
        'pin_wrong',
      );
    expect(await ortiz.refused('approve', { mark: 'a'.repeat(64), person: 'j.whitebear', pin: '0000' })).toBe(
      'pin_locked',
    );
  });
});

test('a listener that breaks never makes a recorded payment look like a failure', async () => {
  const ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  const heard: string[] = [];
  ortiz.door.listen(() => {
    throw new Error('the page is gone');
  });
  ortiz.door.listen(({ topics }) => heard.push(...topics));
  const { label } = await ortiz.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account', accountNumber: '40-11872-03', cents: 100 }],
    tenders: [{ kind: 'cash', cents: 100 }],
  });
  expect(await station.lastSlip()).toContain(label);
  await station.settled();
  expect(heard).toEqual(expect.arrayContaining(['receipts', 'printer', 'sync']));
  expect((await ortiz.ask('receipt', { label })).print).toMatchObject({ state: 'printed' });
  for (const fault of station.faults.splice(0)) expect(fault).toMatch(/^a listener failed/);
});

test('a station that is not enrolled says so and takes a token once', async () => {
  expect(
    await station.caller().refused('enrolStation', { ledger: 'https://ledger.invalid', token: 'another-token' }),
  ).toBe('already_enrolled');
});
