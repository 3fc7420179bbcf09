import { sql } from 'drizzle-orm';
import { openServer } from '#db/ledger/openServer';
import { isOutOfReach } from '#db/ledger/sqlState';
import { GENESIS } from '#domain/entry';
import { createJournal, lineFor, sealed } from '#test/support/journalBuilder';
import {
  contextOf,
  countOf,
  createTestStation,
  districtFile,
  FIRST,
  onEachStore,
  rowsOf,
  SECOND,
  type TestStation,
} from '#test/support/ledger';

onEachStore('a run of a journal', (on, store) => {
  let station: TestStation;
  beforeEach(async () => {
    on.context = contextOf(on.db);
    station = await createTestStation(on.context);
    const { journal } = station;
    journal.openDrawer();
    const first = await station.account(FIRST);
    journal.pay([lineFor(first, 12_10)], [{ kind: 'cash', cents: 20_00 }], 'Лариса Петрова');
    journal.pay([lineFor(await station.account(SECOND), 50_00)], [{ kind: 'check', cents: 50_00 }]);
  });

  const quarantined = () =>
    rowsOf<{ sequence: number | null; why: string }>(
      on.db,
      station.district,
      sql`SELECT sequence, why FROM quarantine WHERE district_id = ${station.district} ORDER BY sequence`,
    );
  const stored = () => countOf(on.db, station.district, 'entries');
  const head = (sequence: number) => ({
    epoch: 1,
    sequence,
    hash: station.journal.entries[sequence - 1]?.hash ?? GENESIS,
  });

  test('is stored letter by letter, with what is personal beside it', async () => {
    expect(await station.send()).toEqual({ outcome: 'created', head: head(3) });
    const rows = await rowsOf(
      on.db,
      station.district,
      sql`SELECT sequence, text, hash, personal, kind, business_day::text AS day, actor, received_at
        FROM entries WHERE district_id = ${station.district} ORDER BY sequence`,
    );
    expect(rows).toEqual(
      station.journal.entries.map((entry, place) => ({
        sequence: place + 1,
        text: entry.text,
        hash: entry.hash,
        personal: entry.personal === null ? null : JSON.stringify(entry.personal, ['payer', 'salt']),
        kind: place === 0 ? 'drawer_opened' : 'receipt_issued',
        day: '2026-11-23',
        actor: 'm.ortiz',
        received_at: on.context.at.now,
      })),
    );
  });

  test('sent again, whole or in part, changes nothing (F05 F07 F08)', async () => {
    const { entries } = station.journal;
    await station.send(entries.slice(0, 2));
    expect(await station.send(entries.slice(0, 2))).toEqual({ outcome: 'exists', head: head(2) });
    expect(await station.send(entries.slice(1, 2))).toEqual({ outcome: 'exists', head: head(2) });
    expect(await station.send(entries)).toEqual({ outcome: 'created', head: head(3) });
    expect(await station.send(entries.slice(0, 1))).toEqual({ outcome: 'exists', head: head(3) });
    expect(await stored()).toBe(3);
    expect(await countOf(on.db, station.district, 'applications')).toBe(2);
    expect((await station.account(SECOND)).charges).toEqual([]);
    expect(await quarantined()).toEqual([]);
  });

  test('that leaves a gap stores nothing and says from where to go on; sent in its turn it is no stray any more', async () => {
    const { entries } = station.journal;
    expect(await station.send(entries.slice(1))).toEqual({ outcome: 'conflict', head: head(0) });
    expect(await stored()).toBe(0);
    expect(await quarantined()).toEqual([
      { sequence: 2, why: 'entry 1 is missing before it' },
      { sequence: 3, why: 'entry 1 is missing before it' },
    ]);
    expect(await station.send()).toEqual({ outcome: 'created', head: head(3) });
  });

  test('that forks keeps its good part, and its stray branch whole in quarantine (F20 F24)', async () => {
    const fork = createJournal({ ...station.key, funds: districtFile('x').funds });
    fork.openDrawer();
    fork.pay([lineFor(await station.account(SECOND), 1_00)]);
    fork.pay([lineFor(await station.account(SECOND), 2_00)]);
    await station.send();
    expect(await station.send(fork.entries)).toEqual({ outcome: 'conflict', head: head(3) });
    expect(await stored()).toBe(3);
    const kept = await rowsOf<{ sealed: string; why: string }>(
      on.db,
      station.district,
      sql`SELECT sealed, why FROM quarantine WHERE district_id = ${station.district} ORDER BY sequence`,
    );
    expect(kept.map((row) => JSON.parse(row.sealed))).toEqual(fork.entries.slice(1));
    expect(kept[0]?.why).toBe('another entry has this number');
    expect(on.context.logged).toContainEqual({
      level: 'error',
      what: 'entries in quarantine',
      facts: expect.objectContaining({ entries: 2 }),
    });
    // The same strays again are the same strays.
    await station.send(fork.entries);
    expect(await countOf(on.db, station.district, 'quarantine')).toBe(2);
  });

  test('whose good part is followed by a stray stores that part', async () => {
    const [opened, paid, last] = station.journal.entries;
    if (!opened || !paid || !last) throw new Error('three entries belong here');
    const forged = sealed(last.text.replace('"cents":5000', '"cents":5001'));
    const unhashed = { ...last, text: forged.text };
    expect(await station.send([opened, paid, unhashed])).toEqual({ outcome: 'conflict', head: head(2) });
    expect(await quarantined()).toEqual([{ sequence: 3, why: 'the hash is not that of the text' }]);
    expect(await station.send([last])).toEqual({ outcome: 'created', head: head(3) });
  });

  test.each([
    ['is not JSON', () => 'not an entry'],
    ['is half a letter', () => '"\ud800"'],
    ['holds nothing of a chain', () => '{}'],
    ['is of another district', (text: string) => text.replace(/"district":"[^"]*"/, '"district":"elsewhere"')],
    [
      'is of a district that no text can hold',
      (text: string) => text.replace(/"district":"[^"]*"/, '"district":"\\u0000"'),
    ],
    ['is of another series', (text: string) => text.replace('"series":"W3"', '"series":"W4"')],
    ['is of another epoch', (text: string) => text.replace('"epoch":1', '"epoch":2')],
    ['is of an unknown formula', (text: string) => text.replace('"formula":1', '"formula":2')],
    ['names another entry before it', (text: string) => text.replace(GENESIS, 'a'.repeat(64))],
  ])('whose text %s is a conflict', async (_what, change) => {
    const stray = sealed(change(station.journal.entries[0]?.text ?? ''));
    expect(await station.send([stray])).toEqual({ outcome: 'conflict', head: head(0) });
    expect(await stored()).toBe(0);
    const [row] = await rowsOf<{ sealed: string }>(
      on.db,
      station.district,
      sql`SELECT sealed FROM quarantine WHERE district_id = ${station.district}`,
    );
    expect(JSON.parse(row?.sealed ?? '')).toEqual(stray);
  });

  test('of a station that was enrolled anew since does not grow the former chain (F24)', async () => {
    const { entries } = station.journal;
    await station.send(entries.slice(0, 2));
    const anew = await createTestStation(on.context, { district: station.district });
    expect(anew.key.epoch).toBe(2);
    expect(await station.send(entries.slice(0, 2))).toEqual({ outcome: 'exists', head: head(2) });
    expect(await station.send(entries)).toEqual({ outcome: 'conflict', head: head(2) });
    expect(await quarantined()).toEqual([{ sequence: 3, why: 'the station was enrolled anew since' }]);
    anew.journal.openDrawer();
    expect((await anew.send()).head).toMatchObject({ epoch: 2, sequence: 1 });
  });

  test('that grew to 1,200 entries arrives in runs and is applied to its end', async () => {
    const first = await station.account(FIRST);
    for (let place = 0; place < 1_200; place++) station.journal.pay([lineFor({ ...first, charges: [] }, 100)]);
    const { entries } = station.journal;
    for (let from = 0; from < entries.length; from += 500) await station.send(entries.slice(from, from + 500));
    expect(await stored()).toBe(1_203);
    const account = await station.account(FIRST);
    expect(account.unappliedCents).toBe(120_000);
    expect(account.appliedThrough).toEqual({ epoch: 1, sequence: 1_203 });
  });

  if (store === 'PostgreSQL') {
    test('eight copies at once are stored and applied once (F09 F22)', async () => {
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => station.send()));
      expect(outcomes.map((reply) => reply.outcome).sort()).toEqual(['created', ...Array(7).fill('exists')]);
      expect(await stored()).toBe(3);
      expect(await countOf(on.db, station.district, 'postings')).toBe(6);
      expect(await countOf(on.db, station.district, 'applications')).toBe(2);
    });

    test('through two services at once is stored and applied once', async () => {
      const other = await openServer(on.url ?? '', () => {});
      const elsewhere = { ...contextOf(other) };
      const { receiveRun } = await import('#main/ledger/receiveRun');
      const run = { epoch: 1, entries: station.journal.entries };
      await Promise.all([
        ...Array.from({ length: 4 }, () => station.send()),
        ...Array.from({ length: 4 }, () => receiveRun(elsewhere, station.key, run)),
      ]);
      await other.close();
      expect(await stored()).toBe(3);
      expect(await countOf(on.db, station.district, 'applications')).toBe(2);
    });

    test('whose connections are cut is acknowledged once the server is back', async () => {
      await station.send(station.journal.entries.slice(0, 1));
      await on.db
        .asOwner((tx) =>
          tx.script(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()`),
        )
        .catch(() => {});
      for (let attempt = 0; ; attempt++) {
        try {
          expect((await station.send()).head).toEqual(head(3));
          break;
        } catch (error) {
          if (!isOutOfReach(error) || attempt === 10) throw error;
        }
      }
      expect(await stored()).toBe(3);
    });

    test('two stations that come with one command id at once: one is applied, the other parked', async () => {
      const other = await createTestStation(on.context, { district: station.district, series: 'W4' });
      const used = JSON.parse(station.journal.entries[1]?.text ?? '').commandId;
      other.journal.append({
        kind: 'receipt_reprinted',
        payload: { label: 'W4-000001', copy: 2 },
        postings: [],
        commandId: used,
      });
      await Promise.all([station.send(), other.send()]);
      expect(await countOf(on.db, station.district, 'entries')).toBe(4);
      expect(await countOf(on.db, station.district, 'parked')).toBe(1);
    });

    test.each(['40001', '40P01'])('that the server gives up with %s is tried again (F17)', async (code) => {
      await on.db.asOwner((tx) =>
        tx.script(`
          CREATE SEQUENCE attempts; GRANT USAGE ON attempts TO counterfoil_service;
          CREATE FUNCTION give_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF nextval('attempts') <= 2 THEN RAISE EXCEPTION 'given up' USING ERRCODE = '${code}'; END IF;
            RETURN NULL; END $$;
          CREATE TRIGGER entries_give_up AFTER INSERT ON entries FOR EACH STATEMENT EXECUTE FUNCTION give_up();
          CREATE TRIGGER postings_give_up AFTER INSERT ON postings FOR EACH STATEMENT EXECUTE FUNCTION give_up();`),
      );
      try {
        expect(await station.send()).toEqual({ outcome: 'created', head: head(3) });
      } finally {
        await on.db.asOwner((tx) => tx.script('DROP FUNCTION give_up CASCADE; DROP SEQUENCE attempts;'));
      }
      expect(await stored()).toBe(3);
      expect(await countOf(on.db, station.district, 'applications')).toBe(2);
      expect(on.context.logged.filter((line) => line.level === 'error')).toEqual([]);
    });
  }
});
