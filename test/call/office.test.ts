import type { OfficeRequest, WireRefusal } from '#main/sync/wire';
import { counterAccounts } from '../support/counterAccounts.ts';
import { signedOver } from '../support/fakeWire.ts';
import { createStation, type TestStation } from '../support/station.ts';

const SAFE = {
  safeCents: 80_000,
  notCounted: 0,
  undepositedCents: 0,
  readyCents: 0,
  changeFundCents: 100_000,
  inTransit: [],
  lately: [],
  counting: null,
  people: [],
  stations: ['W3'],
};
const FLOAT = { to: 'm.ortiz', station: 'W3', pieces: { 2000: 10 } };

describe('office work at a station’s door', () => {
  let station: TestStation;
  let asked: { request: OfficeRequest }[];
  let answer: { status: number; body: { value: unknown } | WireRefusal | string };

  beforeEach(async () => {
    asked = [];
    answer = { status: 200, body: { value: SAFE } };
    station = await createStation({
      accounts: counterAccounts(),
      host: ({ fetch: usual }) => ({
        fetch: (async (url, init) => {
          if (!String(url).endsWith('/v1/office')) return usual(url, init);
          if (station.ledger.line === 'down') throw new TypeError('fetch failed');
          asked.push({ request: JSON.parse(String(init?.body)) });
          const { status, body } = answer;
          // What is no JSON is no ledger's, and nobody signed it.
          if (typeof body === 'string') return new Response(body, { status });
          return signedOver(init, Response.json(body, { status }));
        }) as typeof fetch,
      }),
    });
    await station.settled();
  });
  afterEach(() => station.close());

  test('goes to the ledger in the station’s name and the person’s, and its answer comes back', async () => {
    const whitebear = await station.signedIn('j.whitebear');
    expect(await whitebear.ask('safe', {})).toEqual(SAFE);
    expect(asked).toMatchObject([{ request: { call: 'safe', person: 'j.whitebear', input: {}, approval: null } }]);
  });

  test('brings a second person’s yes along, with who gave it, to what, and how long ago', async () => {
    const mark = 'a'.repeat(64);
    const whitebear = await station.signedIn('j.whitebear');
    const yes = await whitebear.ask('approve', { mark, person: 'i.solheim', pin: '9026' });
    station.clock.advance(30_000);
    answer.body = { value: { safeCents: 1, changeFundCents: 1 } };
    const asking = { pieces: { 10000: 1 }, isGivenBack: false, resolution: 'Resolution 2026-14' };
    await whitebear.tell('changeFund', { ...asking, approval: yes.approval });
    expect(asked[0]?.request.approval).toEqual({ id: yes.approval, approver: 'i.solheim', mark, ageMs: 30_000 });
    expect(await whitebear.refused('changeFund', { ...asking, commandId: crypto.randomUUID(), approval: 'none' })).toBe(
      'approval_needed',
    );
  });

  test('is refused in the ledger’s own words', async () => {
    answer = { status: 400, body: { code: 'safe_short', sentence: 'not this one', facts: { safeCents: 1_250 } } };
    const door = (await station.signedIn('j.whitebear')).door;
    expect(await door.call('issueFloat', { commandId: crypto.randomUUID(), ...FLOAT })).toEqual({
      ok: false,
      refusal: {
        code: 'safe_short',
        facts: { safeCents: 1_250 },
        sentence: 'By the books the safe holds 12.50. Count it, then take less or put right what is wrong.',
      },
    });
  });

  test.each(['<html>Log in to the hotel’s network</html>', '{"value":', '{"unheard":1}'])(
    'is refused in one sentence where something else answers: %s',
    async (body) => {
      answer = { status: 200, body };
      const whitebear = await station.signedIn('j.whitebear');
      expect(await whitebear.refused('safe', {})).toBe('office_offline');
    },
  );

  describe('bug: a ledger that failed did answer, and is not called silent', () => {
    const failure = { code: 'failure', sentence: 'The ledger could not finish this.' };
    const order = { commandId: crypto.randomUUID(), ...FLOAT };

    test.each<[string, WireRefusal, string, string, string]>([
      ['a fault of its own', failure, 'office_failed', 'could not do this. Try', 'nothing was recorded'],
      [
        'a database that is away',
        { ...failure, code: 'ledger_database_away' },
        'ledger_database_away',
        'database',
        'twice',
      ],
    ])('%s', async (_what, body, code, seen, done) => {
      answer = { status: 500, body };
      const { door } = await station.signedIn('j.whitebear');
      const refusal = (sentence: string) => ({ code, sentence: expect.stringContaining(sentence) });
      expect(await door.call('safe', {})).toMatchObject({ ok: false, refusal: refusal(seen) });
      expect(await door.call('issueFloat', order)).toMatchObject({ ok: false, refusal: refusal(done) });
    });

    test('what stands before it and has no way to it is silence', async () => {
      answer = { status: 502, body: '<html>Bad gateway</html>' };
      expect(await (await station.signedIn('j.whitebear')).refused('safe', {})).toBe('office_offline');
    });

    test('it is asked also where it failed at what comes down', async () => {
      station.ledger.line = 'broken';
      await station.settled();
      expect(await (await station.signedIn('j.whitebear')).ask('safe', {})).toEqual(SAFE);
    });

    test('an answer of another version is no word that nothing was recorded', async () => {
      answer = { status: 200, body: { value: { float: 'renamed' } } };
      const { door } = await station.signedIn('j.whitebear');
      const sentence = expect.stringContaining('It may be recorded: look before you do it again.');
      expect(await door.call('issueFloat', order)).toMatchObject({ refusal: { code: 'office_unread', sentence } });
      expect(await door.call('safe', {})).toMatchObject({
        refusal: { sentence: expect.not.stringContaining('recorded') },
      });
    });
  });

  test('waits while the station is offline, and the counter goes on', async () => {
    station.ledger.line = 'down';
    const whitebear = await station.signedIn('j.whitebear');
    expect(await whitebear.refused('safe', {})).toBe('office_offline');
    const ortiz = await station.signedIn('m.ortiz');
    await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } });
    station.ledger.line = 'up';
    await station.settled();
    expect(await whitebear.ask('safe', {})).toEqual(SAFE);
  });

  test('is for whom the contract says, before anybody is asked', async () => {
    expect(await (await station.signedIn('m.ortiz')).refused('safe', {})).toBe('not_permitted');
    expect(await station.caller().refused('safe', {})).toBe('not_signed_in');
    expect(asked).toEqual([]);
  });
});
