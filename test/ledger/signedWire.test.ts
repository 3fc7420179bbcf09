import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { publicKeyOf } from '#main/chain/ed25519';
import { sha256Hex } from '#main/chain/sha256';
import { issueEnrolmentToken } from '#main/ledger/issueEnrolmentToken';
import { ledgerDoor } from '#main/ledger/startLedger';
import { fingerprintOf, HEADER, stationName } from '#main/sync/signing';
import { FeedPage, KeyReply, WireRefusal } from '#main/sync/wire';
import { createTestStation, onEachStore, rowsOf, type TestStation } from '#test/support/ledger';
import { createSpeaker, enrolSpeaker, type Heard, newSeed, type Otherwise, type Speaker } from '#test/support/speaker';

/* What the ledger's door hears: signed by the station that it says it is, for the first time, and over these very bytes. */

onEachStore('the signed wire', (on) => {
  let app: FastifyInstance;
  let url: string;
  let home: TestStation;
  let station: Speaker;

  beforeAll(async () => {
    app = ledgerDoor(Promise.resolve(on.context), {
      adminToken: 'a'.repeat(20),
      spool: '/nowhere',
      log: on.context.log,
    });
    url = await app.listen({ host: '127.0.0.1', port: 0 });
    home = await createTestStation(on.context);
  });
  afterAll(() => app.close());
  let series = 10;
  const enrolled = async (district = home.district) => {
    series += 1;
    const { token } = await issueEnrolmentToken(on.context, { series: `W${series}`, district });
    return enrolSpeaker(url, token);
  };
  beforeEach(async () => {
    station = await enrolled();
  });
  const codeOf = ({ body }: Heard) => WireRefusal.safeParse(body).data?.code ?? null;

  test('hears what a station signs, and signs what it answers, with the key that the token named', async () => {
    const { token } = await issueEnrolmentToken(on.context, { series: 'W9', district: home.district });
    const { reply, ask } = await enrolSpeaker(url, token);
    expect(token.split('.')[2]).toBe(fingerprintOf(reply.ledgerKey));
    const feed = await ask('/v1/feed?after=');
    expect(feed).toMatchObject({ status: 200, signed: true });
    const journal = await ask('/v1/journal', { json: { epoch: 9, entries: home.journal.entries } });
    expect(codeOf(journal)).toBe('bad_input');
    expect(journal.signed).toBe(true);
  });

  const sha256 = sha256Hex('nothing');
  const forgeries: [string, () => Promise<Otherwise> | Otherwise][] = [
    ['signed by nobody it knows', () => ({ seed: newSeed() })],
    ['signed by another station', async () => ({ seed: (await enrolled()).seed })],
    ['signed by a station of another district', async () => ({ seed: (await otherDistrict()).seed })],
    ['in the name of another station', async () => ({ spoken: { station: (await enrolled()).station } })],
    ['in the name of another district', async () => ({ spoken: { station: (await otherDistrict()).station } })],
    ['in the name of a district that is not there', () => ({ spoken: { station: 'nowhere/W3/1' } })],
    ['in the name of the office', () => ({ spoken: { station: `${home.district}/L/1` } })],
    ['with another method', () => ({ spoken: { method: 'PUT' } })],
    ['with another path', () => ({ spoken: { path: '/v1/feed' } })],
    ['with another query', () => ({ spoken: { path: '/v1/attachments/wanted?more=1' } })],
    ['with another body', () => ({ spoken: { digest: sha256 } })],
    ['with a digest that is none', () => ({ headers: { [HEADER.digest]: 'x' } })],
    ['with another counter than was signed', () => ({ headers: { [HEADER.counter]: '900' } })],
    ['with a counter that is none', () => ({ headers: { [HEADER.counter]: '1e3' } })],
    ['with another token than was signed', () => ({ headers: { [HEADER.token]: '-' } })],
    [
      'with another station than was signed',
      async () => ({ headers: { [HEADER.station]: (await enrolled()).station } }),
    ],
    ['with a signature that is none', () => ({ headers: { [HEADER.signature]: 'AAAA' } })],
  ];
  const otherDistrict = async () => enrolled((await createTestStation(on.context)).district);

  test.each(forgeries)('does not hear a request %s', async (_what, forged) => {
    const otherwise = await forged();
    const heard = await station.ask('/v1/attachments/wanted', { json: { sha256s: [sha256] } }, otherwise);
    expect([heard.status, codeOf(heard)]).toEqual([401, 'station_signature_wrong']);
    expect((await station.ask('/v1/feed')).status).toBe(200);
  });

  test('looks at the body that was signed before it unpacks anything of it', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const forged = await station.ask('/v1/journal', { body: bomb, headers }, { spoken: { digest: sha256 } });
    expect(codeOf(forged)).toBe('station_signature_wrong');
    const own = await station.ask('/v1/journal', { body: bomb, headers });
    expect([own.status, codeOf(own), own.signed]).toEqual([413, 'request_too_large', true]);
    const large = await station.ask('/v1/journal', { body: randomBytes(17_000_000), headers });
    expect([large.status, codeOf(large)]).toEqual([413, 'request_too_large']);
  });

  test('hears nothing twice, and what is overtaken all the same', async () => {
    const says = (counter: number) => station.ask('/v1/feed', {}, { spoken: { counter } });
    expect((await says(3)).status).toBe(200);
    expect((await says(1)).status).toBe(200);
    expect((await says(2)).status).toBe(200);
    const again = await says(2);
    expect([again.status, codeOf(again), again.signed]).toEqual([403, 'counter_used', true]);
    expect(WireRefusal.parse(again.body).facts).toMatchObject({ last: 3, how: 'other' });
    expect((await says(100)).status).toBe(200);
    expect(WireRefusal.parse((await says(60)).body).facts).toMatchObject({ last: 100, how: 'old' });
  });

  test('hears many at once, each once', async () => {
    const token = station.token;
    const all = Array.from({ length: 12 }, (_, place) =>
      station.ask('/v1/feed', {}, { spoken: { counter: place + 1, token } }),
    );
    expect((await Promise.all(all)).map(({ status }) => status)).toEqual(Array(12).fill(200));
    const same = Array.from({ length: 6 }, () => station.ask('/v1/feed', {}, { spoken: { counter: 20 } }));
    expect((await Promise.all(same)).map(({ status }) => status).sort()).toEqual([200, ...Array(5).fill(403)]);
  });

  test('takes the current token and the one before it, until the current one was used', async () => {
    const tokens = [station.token];
    for (let times = 0; times < 3; times++) {
      expect((await station.ask('/v1/feed')).status).toBe(200);
      tokens.push(station.token);
    }
    const says = (token: string | undefined) => station.ask('/v1/feed', {}, { spoken: { token: token ?? '' } });
    expect((await says(tokens[2])).status).toBe(200);
    const older = await says(tokens[1]);
    expect([older.status, codeOf(older), older.signed]).toEqual([403, 'token_used', true]);
    expect(WireRefusal.parse(older.body).facts).toEqual({ current: 3 });
    expect(codeOf(await says(`4.${'A'.repeat(86)}`))).toBe('token_used');
    expect(codeOf(await says((await enrolled()).token))).toBe('token_used');
    expect((await says(tokens[3])).status).toBe(200);
  });

  test('a ledger that lost what was said goes on with what its stations know (F24)', async () => {
    for (let times = 0; times < 3; times++) await station.ask('/v1/feed');
    const [district, name] = station.station.split('/');
    await on.db.inDistrict(home.district, 'write', (tx) =>
      tx.run(sql`UPDATE station_contacts SET counters = '[]', token = 1
        WHERE district_id = ${district} AND series = ${name}`),
    );
    expect((await station.ask('/v1/feed')).status).toBe(200);
    expect(Number.parseInt(station.token, 10)).toBe(5);
  });

  test('bug: a ledger that was restored, and had grown again since, never told a quiet station what it had lost', async () => {
    const rowsAfter = async (cursor: string) => {
      const { body } = await station.ask(`/v1/feed?after=${encodeURIComponent(cursor)}`);
      return FeedPage.parse(body);
    };
    const before = await rowsAfter('');
    const again = await rowsAfter(before.cursor);
    expect(again.rows).toEqual([]);
    // The backup is of a time when it had given out less.
    const [, series] = station.station.split('/');
    await on.db.asOwner((tx) =>
      tx.script(`UPDATE station_contacts SET counters = '[]', token = 1 WHERE series = '${series}'`),
    );
    await station.ask('/v1/attachments/wanted', { json: { sha256s: [sha256Hex('any')] } });
    const anew = await rowsAfter(again.cursor);
    expect(anew.rows).toEqual(before.rows);
    // Until what it was told then has arrived: a page whose answer was lost is told anew as well.
    expect((await rowsAfter(again.cursor)).rows).toEqual(before.rows);
    expect((await rowsAfter(anew.cursor)).rows).toEqual([]);
  });

  test('a station that floods it is told to wait, signed, and the others are answered meanwhile', async () => {
    const flooding = await enrolled();
    const heard: Heard[] = [];
    for (let times = 0; times < 320; times++) heard.push(await flooding.ask('/v1/attachments/wanted', { json: {} }));
    const last = heard.at(-1);
    expect([last?.status, last && codeOf(last), last?.signed]).toEqual([429, 'requests_too_many', true]);
    expect(last?.headers.get('retry-after')).toBe('1');
    expect((await station.ask('/v1/feed')).status).toBe(200);
    on.context.at.now += 60_000;
    expect((await flooding.ask('/v1/feed')).status).toBe(200);
  });

  test('a station whose series was enrolled anew is told so, and heard no more', async () => {
    const [, name = ''] = station.station.split('/');
    const { token } = await issueEnrolmentToken(on.context, { series: name, district: home.district });
    await enrolSpeaker(url, token);
    const told = await station.ask('/v1/feed');
    expect([told.status, codeOf(told), told.signed]).toEqual([403, 'station_replaced', true]);
    expect(WireRefusal.parse(told.body).facts).toEqual({ epoch: 2 });
  });

  describe('a station that was enrolled before there were keys', () => {
    let bearer: string;
    let old: Speaker;
    beforeEach(async () => {
      series += 1;
      const key = { district: home.district, series: `W${series}`, epoch: 1 };
      bearer = `${key.district}.${key.series}.1.${'s'.repeat(43)}`;
      await on.db.inDistrict(key.district, 'write', (tx) =>
        tx.run(sql`INSERT INTO stations (district_id, series, epoch, token_hash, enrolled_at)
          VALUES (${key.district}, ${key.series}, 1, ${sha256Hex(bearer)}, 0)`),
      );
      old = createSpeaker(url, stationName(key));
    });
    const bring = (publicKey = publicKeyOf(old.seed), token = bearer) =>
      old.ask('/v1/keys', { json: { publicKey }, headers: { authorization: `Bearer ${token}` } });

    test('is not heard by its bearer token, brings its key with it once, and is heard by that from then on (F18)', async () => {
      expect(codeOf(await old.ask('/v1/feed', { headers: { authorization: `Bearer ${bearer}` } }))).toBe(
        'station_signature_wrong',
      );
      const reply = KeyReply.parse((await bring()).body);
      Object.assign(old, { token: reply.token, ledgerKey: reply.ledgerKey });
      expect(await old.ask('/v1/feed')).toMatchObject({ status: 200, signed: true });
      // The answer may have been lost, so the same key is answered again; to any other key the token is worth nothing.
      expect(KeyReply.parse((await bring()).body)).toEqual(reply);
      old.seed = newSeed();
      expect(codeOf(await bring())).toBe('ledger_token_wrong');
    });

    test('does not bring somebody else’s key, nor with another token', async () => {
      expect(codeOf(await bring(publicKeyOf(newSeed())))).toBe('station_signature_wrong');
      expect(codeOf(await bring(undefined, bearer.replace(/.$/, 'x')))).toBe('ledger_token_wrong');
      const rows = sql`SELECT series FROM stations WHERE series = ${`W${series}`} AND public_key IS NULL`;
      expect(await rowsOf(on.db, home.district, rows)).toHaveLength(1);
    });
  });
});
