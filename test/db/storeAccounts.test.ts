import { storeAccounts } from '#db/station/accounts';
import { openStation, type StationDb, writing } from '#db/station/open';
import { accountSearch, accounts, charges } from '#db/station/schema';
import { account, charge } from '../support/quarryBay.ts';

let db: StationDb;
beforeEach(() => {
  db = openStation(':memory:');
});
afterEach(() => db.$client.close());

const fifty = (customer: string) =>
  Array.from({ length: 50 }, (_, place) =>
    account(`50-${String(place).padStart(5, '0')}-01`, `${customer} ${place}`, [
      charge('service', 'Sep–Oct 2026', '2026-11-30', 100 + place),
    ]),
  );
/** Pieces of which the word index is made: one for each time that SQLite put onto the disk what it had gathered. */
const pieces = () =>
  db.$client.prepare('SELECT count(DISTINCT id >> 37) FROM account_words_data WHERE id > 10').pluck().get();
const worded = (word: string) =>
  db.$client.prepare('SELECT count(*) FROM account_words WHERE account_words MATCH ?').pluck().get(word);

test('the words of all accounts of one part are written once: with each account, they took more time than all the rest', () => {
  writing(db, (tx) => storeAccounts(tx, fifty('Ortiz')));
  expect(pieces()).toBe(1);
  expect(worded('ortiz')).toBe(50);
});

test('what changed is found otherwise, what did not stays, and an account that comes twice is there once', () => {
  writing(db, (tx) => storeAccounts(tx, fifty('Ortiz')));
  const [first, second, ...others] = fifty('Ortiz');
  if (!first || !second) throw new Error('there are fifty');
  const renamed = { ...first, customer: 'Hale, Dorothea' };
  writing(db, (tx) => storeAccounts(tx, [renamed, second, { ...renamed, charges: [] }, ...others]));
  expect([worded('hale'), worded('ortiz')]).toEqual([1, 49]);
  expect(db.select().from(accounts).all()).toHaveLength(50);
  expect(db.select().from(accountSearch).all()).toHaveLength(50);
  expect(db.select().from(charges).all()).toHaveLength(49);
});
