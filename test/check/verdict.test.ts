import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { verdictOn } from '#main/check/verdict';
import { noteDamage } from '#main/openJournal';
import { changeRow } from '../support/changedRow.ts';
import { assertInvariants, assertRebuilt } from '../support/invariants.ts';
import { endAndHarm } from '../support/olderDatabase.ts';
import { account, charge } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

/* A byte that the disk changed: found, and made good from the journal or from the second copy. */

const HALE = '40-11872-03';
let station: TestStation;
let ortiz: Caller;
let drawer: string;
beforeEach(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep', '2026-11-30', 86_400)])],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
  for (const cents of [1_000, 2_000, 3_000]) await pay(cents);
});
afterEach(() => station.close());

const pay = (cents: number) =>
  ortiz.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account', accountNumber: HALE, cents }],
    tenders: [{ kind: 'cash', cents }],
  });
const file = () => join(station.folder, 'station.db');

test('a station at work is sound, and looking at it changes nothing', async () => {
  expect(verdictOn(file())).toBe('sound');
  await pay(4_000);
  expect(verdictOn(file())).toBe('sound');
  expect(readdirSync(station.folder).filter((name) => name.includes('.check'))).toEqual([]);
});

test('bug: a disk that has no room for the look is no damaged database', () => {
  mkdirSync(`${file()}.check-wal`);
  expect(verdictOn(file())).toBe('unknown');
  rmdirSync(`${file()}.check-wal`);
  expect(verdictOn(file())).toBe('sound');
});

const OF_THE_JOURNAL = {
  'the text of an entry': "UPDATE entries SET text = replace(text, '2000', '2001') WHERE position = 3",
  'its hash': "UPDATE entries SET hash = replace(hash, substr(hash, 9, 1), 'x') WHERE position = 3",
  'what stands beside its text': 'UPDATE entries SET recorded_at = recorded_at + 1 WHERE position = 3',
  'a posting':
    'UPDATE postings SET cents = 2001 WHERE posting = (SELECT min(posting) FROM postings WHERE position = 3)',
  'the entry that a posting is of':
    'UPDATE postings SET position = 2 WHERE posting = (SELECT min(posting) FROM postings WHERE position = 3)',
  'a posting that is one too many':
    "INSERT INTO postings (position, account, side, cents) VALUES (3, 'cash', 'debit', 1)",
  'what is personal': `UPDATE entries SET personal = '{"payer":"Nobody"}' WHERE position = 3`,
};

test.each(Object.entries(OF_THE_JOURNAL))(
  'where %s is not what was written, the next start makes the database again from the second copy (F75)',
  async (_, sql) => {
    await endAndHarm(station, () => {
      changeRow(file(), sql);
      expect(verdictOn(file())).toBe('journal');
    });
    expect(verdictOn(file())).toBe('sound');
    expect(readdirSync(join(station.folder, 'quarantine')).some((name) => name.endsWith('station.db'))).toBe(true);
    assertInvariants(station.look);
  },
);

const OF_ROWS = {
  'a receipt': 'UPDATE receipts SET total_cents = 2001 WHERE position = 3',
  'a tender': "UPDATE tenders SET kind = 'check' WHERE position = 3",
};

test.each(Object.entries(OF_ROWS))(
  'where %s is not what its entry made, the station stops and the next start makes the row again (F75)',
  async (_, sql) => {
    await endAndHarm(station, () => {
      changeRow(file(), sql);
      expect(verdictOn(file())).toBe('rows');
      noteDamage(station.host);
    });
    assertRebuilt(station.look);
    expect(existsSync(join(station.folder, 'set-aside'))).toBe(true);
  },
);
