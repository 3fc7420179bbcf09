import type { AccountDelta } from '#domain/account';
import { applyStored } from '#main/ledger/applyStored';
import { readArrival } from '#main/ledger/arrivals';
import { feedPage } from '#main/ledger/feedPage';
import { storeRun } from '#main/ledger/storeRun';
import { createChance } from '#test/support/chance';
import { lineFor } from '#test/support/journalBuilder';
import {
  accountRow,
  accountsCsv,
  chargeRow,
  chargesCsv,
  createTestStation,
  districtFile,
  loadText,
  newDistrictMark,
  onEachStore,
  type TestStation,
} from '#test/support/ledger';

/*
 * A station reads the feed down in pieces, cut off at any row and going on from there, while itself and another take
 * money. What it shows of an account is what came down − its own entries after those that are in it. Each must come out
 * as billed − all that was paid, whichever epoch it was paid in.
 */

const ACCOUNTS = Array.from({ length: 40 }, (_, place) => `A${String(place).padStart(3, '0')}`);
const BILLED = 50_00;

type Own = { account: string; cents: number; epoch: number; sequence: number };

onEachStore('the feed', (on) => {
  let district: string;
  let chance: ReturnType<typeof createChance>;
  let paid: Map<string, number>;

  /** One station as it keeps what it reads: each account as it came last, and its own entries of its epoch. */
  type Reader = { station: TestStation; own: Own[]; known: Map<string, AccountDelta>; cursor: string };

  async function reader(series: string): Promise<Reader> {
    const station = await createTestStation(on.context, { district, series });
    station.journal.openDrawer();
    return { station, own: [], known: new Map(), cursor: '' };
  }

  const charged = (one: AccountDelta) => one.charges.reduce((total, charge) => total + charge.openCents, 0);

  function pay({ station, own, known }: Reader): void {
    const account = known.get(chance.pick(ACCOUNTS));
    if (!account) return;
    const cents = 1 + chance.below(20_00);
    const { sequence } = station.journal.pay([lineFor(account, cents)]);
    own.push({ account: account.accountNumber, cents, epoch: station.key.epoch, sequence });
    paid.set(account.accountNumber, (paid.get(account.accountNumber) ?? 0) + cents);
  }

  /** Reads one page and is cut off at any of its rows. */
  async function read(reader: Reader): Promise<boolean> {
    const page = await feedPage(on.context, reader.station.key, reader.cursor);
    const kept = page.rows.slice(0, chance.below(page.rows.length + 1));
    for (const row of kept) if (row.kind === 'account') reader.known.set(row.account.accountNumber, row.account);
    const last = kept.at(-1);
    const key = last?.kind === 'account' ? last.account.accountNumber : '';
    if (kept.length === page.rows.length) reader.cursor = page.cursor;
    else if (last?.kind === 'account') reader.cursor = `${last.version}:account:${key}`;
    return page.complete && kept.length === page.rows.length;
  }

  /** What a station shows as owed. */
  function shown({ own, known }: Reader, account: string): number {
    const delta = known.get(account);
    if (!delta) throw new Error(`${account} never came down`);
    const { epoch, sequence } = delta.appliedThrough;
    const after = own.filter(
      (one) => one.account === account && (one.epoch > epoch || (one.epoch === epoch && one.sequence > sequence)),
    );
    return charged(delta) - delta.unappliedCents - after.reduce((total, one) => total + one.cents, 0);
  }

  function expectRight(reader: Reader): void {
    for (const account of ACCOUNTS) {
      const right = BILLED - (paid.get(account) ?? 0);
      expect([account, shown(reader, account)]).toEqual([account, right]);
    }
  }

  async function readAll(reader: Reader): Promise<void> {
    while (!(await read(reader)));
  }

  beforeEach(async () => {
    district = newDistrictMark();
    paid = new Map();
    await loadText(on.context, {
      district: JSON.stringify(districtFile(district)),
      accounts: accountsCsv(...ACCOUNTS.map((number) => accountRow(number))),
      charges: chargesCsv(...ACCOUNTS.map((number) => chargeRow(number, '50.00'))),
    });
  });

  test.each([1, 2, 3, 4])('cut off at any row and resumed, subtracts nothing twice (seed %d)', async (seed) => {
    chance = createChance(`feed ${seed}`);
    const readers = [await reader('W3'), await reader('W4')];
    for (let turn = 0; turn < 80; turn++) {
      const one = chance.pick(readers);
      await chance.pick([pay, pay, (by: Reader) => by.station.send(), read])(one);
    }
    for (const one of readers) await one.station.send();
    for (const one of readers) {
      await readAll(one);
      expectRight(one);
    }
  });

  test('what the former epoch had stored and not applied is subtracted once when it is applied at last', async () => {
    chance = createChance('two epochs');
    const former = await reader('W3');
    await readAll(former);
    for (let times = 0; times < 30; times++) pay(former);
    // Stored, as a crash between storing and applying leaves it; then the series is enrolled anew.
    const { key, journal } = former.station;
    const arrivals = journal.entries.map((sealed) => readArrival(sealed, key));
    await on.db.inDistrict(district, 'write', (tx) => storeRun(tx, key, arrivals, 0, () => {}));
    const anew = await reader('W3');
    expect(anew.station.key.epoch).toBe(2);
    await readAll(anew);
    for (let times = 0; times < 20; times++) pay(anew);
    await anew.station.send(anew.station.journal.entries.slice(0, 9));
    for (let times = 0; times < 3; times++) await read(anew);
    await applyStored(on.context, key);
    for (let times = 0; times < 10; times++) pay(anew);
    await readAll(anew);
    expectRight(anew);
    await anew.station.send();
    await readAll(anew);
    expectRight(anew);
    // A station that comes new to it all is told the same.
    const fresh = await reader('W5');
    await readAll(fresh);
    expectRight(fresh);
  });
});
