import { sql } from 'drizzle-orm';
import { canonical, type Json } from '#domain/canonical';
import { receiptPostings } from '#domain/distribution';
import { isAccountLine } from '#domain/line';
import type { Receipt } from '#domain/receipt';
import { applyStored } from '#main/ledger/applyStored';
import { type BuiltReceipt, lineFor, sealed, uuidOf } from '#test/support/journalBuilder';
import {
  accountRow,
  accountsCsv,
  chargeRow,
  chargesCsv,
  contextOf,
  countOf,
  createTestStation,
  districtFile,
  FIRST,
  loadText,
  onEachStore,
  rowsOf,
  SECOND,
  type TestStation,
} from '#test/support/ledger';

onEachStore('what is stored is applied', (on) => {
  let station: TestStation;
  beforeEach(async () => {
    on.context = contextOf(on.db);
    station = await createTestStation(on.context);
    station.journal.openDrawer();
  });

  const rows = <Row>(of: string, columns: string) =>
    rowsOf<Row>(
      on.db,
      station.district,
      sql`SELECT ${sql.raw(columns)} FROM ${sql.identifier(of)} WHERE district_id = ${station.district} ORDER BY 1, 2`,
    );
  const parked = () => rows<{ sequence: number; why: string }>('parked', 'sequence, why');
  const balances = async () => {
    const found = await rowsOf<{ account: string; cents: number }>(
      on.db,
      station.district,
      sql`SELECT account, sum(CASE side WHEN 'debit' THEN cents ELSE -cents END)::bigint AS cents FROM postings
        WHERE district_id = ${station.district} GROUP BY account ORDER BY account`,
    );
    return Object.fromEntries(found.map((row) => [row.account, row.cents]));
  };
  const open = async (accountNumber: string) => {
    const account = await station.account(accountNumber);
    return { open: account.charges.map((charge) => charge.openCents), credit: account.unappliedCents };
  };
  const payFirst = async (amount: number): Promise<BuiltReceipt> =>
    station.journal.pay([lineFor(await station.account(FIRST), amount)]);

  test('a payment with change, two tenders and two accounts', async () => {
    const first = await station.account(FIRST);
    const second = await station.account(SECOND);
    station.journal.pay(
      [lineFor(first, 20_00), lineFor(second, 60_00)],
      [
        { kind: 'check', cents: 50_00 },
        { kind: 'cash', cents: 40_00 },
      ],
    );
    await station.send();
    expect(await open(FIRST)).toEqual({ open: [78_50], credit: 0 });
    expect(await open(SECOND)).toEqual({ open: [], credit: 10_00 });
    const drawer = 'drawer:W3-D0001';
    expect(await balances()).toEqual({
      [`${drawer}:cash`]: 200_00 + 30_00,
      [`${drawer}:check`]: 50_00,
      'transit:W3-D0001-float': -200_00,
      'gl:401:1220000': -70_00,
      [`unapplied:${SECOND}`]: -10_00,
    });
    expect(await parked()).toEqual([]);
  });

  test('a void mirrors its receipt, in the same run and in a later one', async () => {
    const before = { first: await open(FIRST), second: await open(SECOND) };
    station.journal.voidReceipt(await payFirst(90_00));
    await station.send();
    expect(await open(FIRST)).toEqual(before.first);
    const second = station.journal.pay([lineFor(await station.account(SECOND), 75_00)]);
    await station.send();
    expect(await open(SECOND)).toEqual({ open: [], credit: 25_00 });
    station.journal.voidReceipt(second);
    await station.send();
    expect(await open(SECOND)).toEqual(before.second);
    expect((await balances())['drawer:W3-D0001:cash']).toBe(200_00);
    const negative = await rowsOf<{ cents: number; undoes: number }>(
      on.db,
      station.district,
      sql`SELECT cents, undoes FROM applications WHERE district_id = ${station.district} AND undoes IS NOT NULL
        ORDER BY application_id`,
    );
    expect(negative).toEqual([
      { cents: -12_10, undoes: 2 },
      { cents: -77_90, undoes: 2 },
      { cents: -50_00, undoes: 4 },
      { cents: -25_00, undoes: 4 },
    ]);
    expect(await parked()).toEqual([]);
  });

  test('a day to its close: every account of the drawer is zero', async () => {
    await payFirst(90_00);
    station.journal.voidReceipt(await payFirst(5_00));
    station.journal.closeDrawer(-1_25);
    await station.send();
    const found = await balances();
    for (const account of Object.keys(found)) if (account.startsWith('drawer:')) expect(found[account]).toBe(0);
    expect(found['over-short']).toBe(1_25);
    expect(Object.values(found).reduce((total, cents) => total + cents, 0)).toBe(0);
  });

  test('a charge that two stations paid while apart is paid once; the rest is credit', async () => {
    const other = await createTestStation(on.context, { district: station.district, series: 'W4' });
    other.journal.openDrawer();
    const account = await station.account(SECOND);
    station.journal.pay([lineFor(account, 50_00)]);
    other.journal.pay([lineFor(account, 50_00)]);
    await station.send();
    await other.send();
    expect(await open(SECOND)).toEqual({ open: [], credit: 50_00 });
    const credit = await rowsOf(
      on.db,
      station.district,
      sql`SELECT meant_for AS "meantFor", cents FROM applications WHERE district_id = ${station.district}
        AND charge_id IS NULL`,
    );
    expect(credit).toEqual([{ meantFor: account.charges[0]?.chargeId, cents: 50_00 }]);
  });

  test('an account that nobody knows gets its money as unapplied credit', async () => {
    station.journal.pay([lineFor({ accountNumber: '99-NEW', charges: [] }, 30_00)]);
    await station.send();
    expect((await balances())['unapplied:99-NEW']).toBe(-30_00);
    await loadText(on.context, {
      district: JSON.stringify(districtFile(station.district)),
      accounts: accountsCsv(accountRow('99-NEW')),
      charges: chargesCsv(),
    });
    expect(await open('99-NEW')).toEqual({ open: [], credit: 30_00 });
  });

  describe('a poison entry parks with an alarm and the rest flows (F16)', () => {
    const cases: [string, string, (good: BuiltReceipt) => void][] = [
      [
        'whose payload is no payload',
        'unreadable',
        () => append({ kind: 'receipt_issued', payload: { nonsense: true } as never, postings: [] }),
      ],
      [
        'with a member whose name no text can hold',
        'unaskable',
        () =>
          append({
            kind: 'receipt_reprinted',
            payload: { label: 'W3-1', copy: 2, '\u0000': 1 } as never,
            postings: [],
          }),
      ],
      [
        'that escapes half of a letter',
        'unaskable',
        () => append({ kind: 'receipt_reprinted', payload: { label: '\ud83d', copy: 2 }, postings: [] }),
      ],
      [
        'that nests without end',
        'unaskable',
        () => {
          const { text } = sealedOf({ kind: 'receipt_reprinted', payload: { label: 'W3-000001', copy: 2 } });
          const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
          station.journal.appendText(text.replace('"W3-000001"', deep));
        },
      ],
      [
        'of a kind that is not known',
        'unreadable',
        () => append({ kind: 'drawer_vanished' as never, payload: {} as never, postings: [] }),
      ],
      [
        'that does not balance',
        'unbalanced',
        ({ receipt }) =>
          append({ kind: 'receipt_issued', payload: receipt, postings: postingsOf(receipt).slice(0, -1) }),
      ],
      [
        'that moves money without postings',
        'unbalanced',
        ({ receipt }) => append({ kind: 'receipt_issued', payload: receipt, postings: [] }),
      ],
      [
        'whose tenders do not come to the total (F15)',
        'disagrees',
        ({ receipt }) => {
          const wrong = next(receipt);
          wrong.tenders = [{ kind: 'cash', cents: 100, tenderedCents: 100, changeCents: 0, roundingCents: 0 }];
          append({ kind: 'receipt_issued', payload: wrong, postings: postingsOf(next(receipt)) });
        },
      ],
      [
        'whose postings are another receipt’s',
        'disagrees',
        ({ receipt }) => {
          const postings = postingsOf(next(receipt)).map((posting) => ({ ...posting, cents: posting.cents * 2 }));
          append({ kind: 'receipt_issued', payload: next(receipt), postings });
        },
      ],
      [
        'whose label is not its number',
        'disagrees',
        ({ receipt }) => {
          const wrong = { ...next(receipt), label: 'W3-000999' };
          append({ kind: 'receipt_issued', payload: wrong, postings: postingsOf(wrong) });
        },
      ],
      [
        'with a card number for a payer',
        'card_number',
        () =>
          void station.journal.pay(
            [lineFor({ accountNumber: FIRST, charges: [] }, 1_00)],
            undefined,
            '4111 1111 1111 1111',
          ),
      ],
      [
        'with a card number where a period belongs',
        'card_number',
        ({ receipt }) => {
          const typed = structuredClone(next(receipt));
          const charge = typed.lines.filter(isAccountLine)[0]?.charges[0];
          if (charge) charge.period = 'card 5555-5555-5555-4444';
          append({ kind: 'receipt_issued', payload: typed, postings: postingsOf(typed) });
        },
      ],
      [
        'whose personal part was exchanged',
        'personal_disagrees',
        () => {
          const { text } = sealedOf({ kind: 'receipt_reprinted', payload: { label: 'W3-000001', copy: 2 } });
          station.journal.appendText(text, { salt: 'a'.repeat(32), payer: 'Somebody Else' });
        },
      ],
      [
        'whose keys are out of order',
        'not_canonical',
        () => {
          const { text } = sealedOf({ kind: 'receipt_reprinted', payload: { label: 'W3-000001', copy: 2 } });
          const { actor, ...rest } = JSON.parse(text);
          station.journal.appendText(JSON.stringify({ ...rest, actor }));
        },
      ],
      [
        'whose command came before',
        'command_reused',
        () =>
          append({
            kind: 'receipt_reprinted',
            payload: { label: 'W3-000001', copy: 2 },
            postings: [],
            commandId: uuidOf(`${station.district} W3 1 2`),
          }),
      ],
      [
        'that undoes a receipt that never was',
        'void_unmatched',
        ({ receipt }) => void station.journal.voidReceipt({ sequence: 1, receipt }),
      ],
      [
        'that undoes another receipt than it says',
        'void_unmatched',
        ({ sequence, receipt }) => {
          const other = next(receipt);
          void station.journal.voidReceipt({ sequence, receipt: other });
        },
      ],
    ];

    const append: TestStation['journal']['append'] = (...said) => station.journal.append(...said);
    const postingsOf = (receipt: Receipt) => receiptPostings(receipt, districtFile(station.district).funds);
    const next = (receipt: Receipt): Receipt => ({ ...receipt, number: 2, label: 'W3-000002' });
    const sealedOf = (said: Record<string, unknown>) => {
      const head = station.journal.head();
      const before = JSON.parse(station.journal.entries[head.sequence - 1]?.text ?? '') as Record<string, Json>;
      return sealed(
        canonical({
          ...before,
          commandId: uuidOf(`${station.district} ${head.sequence + 1}`),
          postings: [],
          ...said,
          sequence: head.sequence + 1,
          previousHash: head.hash,
        } as Json),
      );
    };

    test.each(cases)('one %s: %s', async (_what, why, poison) => {
      const good = await payFirst(10_00);
      poison(good);
      const after = station.journal.pay([lineFor(await station.account(SECOND), 20_00)]);
      const reply = await station.send();
      expect(reply).toEqual({ outcome: 'created', head: { epoch: 1, ...station.journal.head() } });
      expect(await parked()).toEqual([{ sequence: 3, why }]);
      expect(on.context.logged).toContainEqual({
        level: 'error',
        what: 'entry parked',
        facts: expect.objectContaining({ sequence: 3, why }),
      });
      expect(JSON.stringify(on.context.logged)).not.toMatch(/4111|5555|Somebody/);
      expect(await countOf(on.db, station.district, 'entries')).toBe(4);
      expect(await open(FIRST)).toEqual({ open: [86_40, 2_10], credit: 0 });
      expect(await open(SECOND)).toEqual({ open: [30_00], credit: 0 });
      expect((await station.account(FIRST)).appliedThrough).toEqual({ epoch: 1, sequence: 4 });
      expect(after.sequence).toBe(4);
    });

    test('a receipt is void once', async () => {
      const receipt = await payFirst(10_00);
      station.journal.voidReceipt(receipt);
      station.journal.voidReceipt(receipt);
      await station.send();
      station.journal.voidReceipt(receipt);
      await station.send();
      expect(await parked()).toEqual([
        { sequence: 4, why: 'void_unmatched' },
        { sequence: 5, why: 'void_unmatched' },
      ]);
      expect(await open(FIRST)).toEqual({ open: [86_40, 12_10], credit: 0 });
    });

    test('one that the database itself refuses is found among its run and parked alone', async () => {
      await on.db.asOwner((tx) =>
        tx.script(`CREATE FUNCTION refuse_13() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF NEW.cents = 1313 THEN RAISE EXCEPTION 'never' USING ERRCODE = 'check_violation'; END IF;
            RETURN NEW; END $$;
          CREATE TRIGGER refuse_13 BEFORE INSERT ON applications FOR EACH ROW EXECUTE FUNCTION refuse_13();`),
      );
      try {
        for (const amount of [1_00, 2_00, 13_13, 3_00]) {
          station.journal.pay([lineFor({ accountNumber: SECOND, charges: [] }, amount)]);
        }
        await station.send();
      } finally {
        await on.db.asOwner((tx) => tx.script('DROP FUNCTION refuse_13 CASCADE'));
      }
      expect(await parked()).toEqual([{ sequence: 4, why: 'cannot_apply' }]);
      expect(await open(SECOND)).toEqual({ open: [50_00], credit: 6_00 });
    });
  });

  test('what could not be applied at the time is acknowledged all the same, and applied later', async () => {
    await payFirst(10_00);
    await on.db.asOwner((tx) =>
      tx.script(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          RAISE EXCEPTION 'disk full' USING ERRCODE = 'disk_full'; END $$;
        CREATE TRIGGER no_room BEFORE INSERT ON postings FOR EACH STATEMENT EXECUTE FUNCTION no_room();`),
    );
    try {
      expect((await station.send()).outcome).toBe('created');
    } finally {
      await on.db.asOwner((tx) => tx.script('DROP FUNCTION no_room CASCADE'));
    }
    expect(await open(FIRST)).toEqual({ open: [86_40, 12_10], credit: 0 });
    expect(on.context.logged.at(-1)?.what).toBe('entries wait to be applied');
    await applyStored(on.context, station.key);
    expect(await open(FIRST)).toEqual({ open: [86_40, 2_10], credit: 0 });
    expect(await parked()).toEqual([]);
  });

  test('a charge that a load made smaller than what was paid: its surplus is credit, and the void still fits', async () => {
    const paid = station.journal.pay([lineFor(await station.account(SECOND), 40_00)]);
    await station.send();
    const again = (amount: string) =>
      loadText(on.context, {
        district: JSON.stringify(districtFile(station.district)),
        accounts: accountsCsv(accountRow(FIRST, 'Nguyen Thi Lan'), accountRow(SECOND, 'Ivan Petrov')),
        charges: chargesCsv(chargeRow(SECOND, amount)),
      });
    expect((await again('30.00')).charges.creditedCents).toBe(10_00);
    expect(await open(SECOND)).toEqual({ open: [], credit: 10_00 });
    station.journal.voidReceipt(paid);
    await station.send();
    expect(await open(SECOND)).toEqual({ open: [30_00], credit: 0 });
    await again('55.00');
    expect(await open(SECOND)).toEqual({ open: [55_00], credit: 0 });
  });
});
