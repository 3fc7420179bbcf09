import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AccountHolder } from '#domain/account';
import { assert } from '#domain/assert';
import { fold, wordsAfterApostrophes, wordsOf } from '#domain/fold';
import type { StationDb, Tx } from './open.ts';
import { accountSearch, type accounts } from './schema.ts';
import { keepSpellings } from './spellings.ts';
import { excluded, statement } from './statement.ts';

/** What of an account is searched, as the district wrote it. */
export type Searchable = Pick<AccountHolder, (typeof SEARCHED)[number]>;
const SEARCHED = [
  ...(['accountNumber', 'customer', 'serviceAddress', 'mailingAddress', 'phone', 'parcel', 'email'] as const),
  ...(['contract', 'permits', 'notes'] as const),
] as const;

/** A field whose beginning a text may be: `name` and `address` with spaces, the others without. `numberTail` leaves the route out. */
export type SearchField = 'number' | 'numberTail' | 'name' | 'address' | 'phone' | 'parcel' | 'email';

/** A field in which words are looked for, or all of them. */
export type WordsIn = 'anywhere' | 'name' | 'address' | 'permit contract' | 'email';

/** What may stand for one word that was typed: any of these, whole, or any that begins so. */
export type AnyOf = { begins: string; or: readonly string[] };

/** More words than this narrow nothing down any further. */
export const WORDS_SEARCHED_MAX = 8;

/** The full-text table; its rowid is the account's id. */
const accountWords = sqliteTable('account_words', {
  rowid: integer('rowid').primaryKey(),
  name: text('name'),
  address: text('address'),
  number: text('number'),
  phone: text('phone'),
  parcel: text('parcel'),
  permit: text('permit'),
  contract: text('contract'),
  email: text('email'),
  mailing: text('mailing'),
  notes: text('notes'),
});

const allOf = {
  accountId: sql.placeholder('accountId'),
  numberKey: sql.placeholder('numberKey'),
  number: sql.placeholder('number'),
  numberTail: sql.placeholder('numberTail'),
  name: sql.placeholder('name'),
  address: sql.placeholder('address'),
  phone: sql.placeholder('phone'),
  parcel: sql.placeholder('parcel'),
  email: sql.placeholder('email'),
};
const insertSearch = statement((db) =>
  db
    .insert(accountSearch)
    .values(allOf)
    .onConflictDoUpdate({ target: accountSearch.accountId, set: excluded(accountSearch) })
    .prepare(),
);
const deleteWords = statement((db) =>
  db
    .delete(accountWords)
    .where(eq(accountWords.rowid, sql.placeholder('rowid')))
    .prepare(),
);
const insertWords = statement((db) =>
  db
    .insert(accountWords)
    .values({
      rowid: sql.placeholder('rowid'),
      name: sql.placeholder('name'),
      address: sql.placeholder('address'),
      number: sql.placeholder('number'),
      phone: sql.placeholder('phone'),
      parcel: sql.placeholder('parcel'),
      permit: sql.placeholder('permit'),
      contract: sql.placeholder('contract'),
      email: sql.placeholder('email'),
      mailing: sql.placeholder('mailing'),
      notes: sql.placeholder('notes'),
    })
    .prepare(),
);
const byKey = statement((db) =>
  db
    .select({ accountId: accountSearch.accountId })
    .from(accountSearch)
    .where(eq(accountSearch.numberKey, sql.placeholder('key')))
    .limit(sql.placeholder('limit'))
    .prepare(),
);
const byPrefix = {
  number: statement((db) => prefixed(db, 'number')),
  numberTail: statement((db) => prefixed(db, 'numberTail')),
  name: statement((db) => prefixed(db, 'name')),
  address: statement((db) => prefixed(db, 'address')),
  phone: statement((db) => prefixed(db, 'phone')),
  parcel: statement((db) => prefixed(db, 'parcel')),
  email: statement((db) => prefixed(db, 'email')),
};
const byWords = statement((db) =>
  db
    .select({ accountId: accountWords.rowid })
    .from(accountWords)
    .where(sql`account_words match ${sql.placeholder('words')}`)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** An account to be put into the search index, or to be put there anew because what is searched of it has changed. */
export type ToIndex = { accountId: number; account: Searchable; isNew: boolean };

/** What is searched of an account as it is kept here. */
export function searchableOf(known: typeof accounts.$inferSelect): Searchable {
  return { ...known, permits: JSON.parse(known.permits) as string[] };
}

/** Whether an account is found by other words than before. */
export function isFoundOtherwise(before: Searchable, now: Searchable): boolean {
  return SEARCHED.some((field) => String(before[field]) !== String(now[field]));
}

/**
 * Puts accounts into the search index. Their words come last, all together: before any other statement that writes,
 * SQLite puts what the word index has gathered onto the disk, which costs more than all the rest.
 */
export function indexAccounts(tx: Tx, changed: readonly ToIndex[]): void {
  for (const { accountId, account } of changed) indexFields(tx, accountId, account);
  const written = changed.map(({ account }) => wordsByField(account));
  keepSpellings(
    tx,
    written.flatMap(({ name, address }) => [...wordsOf(name), ...wordsOf(address)]),
  );
  for (const [place, { accountId, isNew }] of changed.entries()) {
    if (!isNew) deleteWords(tx).run({ rowid: accountId });
    insertWords(tx).run({ rowid: accountId, ...written[place] });
  }
}

function indexFields(tx: Tx, accountId: number, account: Searchable): void {
  const number = fold(account.accountNumber);
  insertSearch(tx).run({
    accountId,
    numberKey: numberKey(number),
    number: joinedWords(number),
    numberTail: wordsOf(number).slice(1).join(''),
    name: fold(account.customer),
    address: fold(account.serviceAddress),
    phone: joinedWords(fold(account.phone)),
    parcel: joinedWords(fold(account.parcel)),
    email: joinedWords(fold(account.email)),
  });
}

function wordsByField(account: Searchable) {
  return {
    name: textWords(account.customer),
    address: textWords(account.serviceAddress),
    number: numberWords(fold(account.accountNumber)).join(' '),
    phone: withTails(fold(account.phone)).join(' '),
    parcel: withTails(fold(account.parcel)).join(' '),
    permit: account.permits.flatMap((permit) => numberWords(fold(permit))).join(' '),
    contract: numberWords(fold(account.contract)).join(' '),
    // Of its host there is nothing to find: it is everybody’s.
    email: textWords(account.email.split('@')[0] ?? ''),
    mailing: textWords(mailedElsewhere(account)),
    notes: textWords(account.notes),
  };
}

/** Where bills go when that is not where the service is: everybody lives in the same town, and it would find everybody. */
export function mailedElsewhere({
  mailingAddress,
  serviceAddress,
}: Pick<AccountHolder, 'mailingAddress' | 'serviceAddress'>): string {
  return mailingAddress.startsWith(serviceAddress) ? '' : mailingAddress;
}

/** A text as the index of words has it. */
export function textWords(text: string): string {
  return [fold(text), ...wordsAfterApostrophes(text)].join(' ');
}

/** Accounts of exactly this number, whatever dashes or zeros at its left either has. Mostly one, never guessed. */
export function accountIdsByNumber(db: StationDb, numberOrDigits: string, limit: number): number[] {
  return idsOf(byKey(db).all({ key: numberKey(fold(numberOrDigits)), limit }));
}

/** Accounts of which a field begins so, in the order of that field. */
export function accountIdsByPrefix(db: StationDb, field: SearchField, prefix: string, limit: number): number[] {
  return idsOf(byPrefix[field](db).all({ from: prefix, to: `${prefix}\u{10FFFF}`, limit }));
}

/** Accounts in which every one of the words begins a word, of any field or of that one. In the order in which they came. */
export function accountIdsByWords(db: StationDb, words: readonly string[], where: WordsIn, limit: number): number[] {
  assert(words.length > 0, 'a search needs a word');
  const wanted = words.slice(0, WORDS_SEARCHED_MAX).map((word) => `"${word}"*`);
  const expression = wanted.join(' AND ');
  return idsOf(byWords(db).all({ words: where === 'anywhere' ? expression : `{${where}} : (${expression})`, limit }));
}

/** Accounts whose name and address have, for every word that was typed, one of those that may stand for it. */
export function accountIdsByAnyOf(db: StationDb, typed: readonly AnyOf[], limit: number): number[] {
  assert(typed.length > 0, 'a search needs a word');
  const wanted = typed
    .slice(0, WORDS_SEARCHED_MAX)
    .map(({ begins, or }) => `(${[`"${begins}"*`, ...or.map((word) => `"${word}"`)].join(' OR ')})`);
  return idsOf(byWords(db).all({ words: `{name address} : (${wanted.join(' AND ')})`, limit }));
}

/** What an account number is known by: folded, without dashes and without zeros at its left. */
export function numberKey(folded: string): string {
  return joinedWords(folded).replace(/^0+(?=.)/, '');
}

/** The words by which an account number is found: its parts, and what is typed of it without dashes. */
export function numberWords(folded: string): string[] {
  return [...withTails(folded), joinedWords(folded)];
}

function prefixed(db: StationDb, field: SearchField) {
  const column = accountSearch[field];
  return db
    .select({ accountId: accountSearch.accountId })
    .from(accountSearch)
    .where(and(gte(column, sql.placeholder('from')), lt(column, sql.placeholder('to'))))
    .orderBy(asc(column))
    .limit(sql.placeholder('limit'))
    .prepare();
}

function idsOf(rows: readonly { accountId: number }[]): number[] {
  return rows.map((row) => row.accountId);
}

function joinedWords(folded: string): string {
  return folded.replaceAll(' ', '');
}

/** The parts of a number, and all that may be typed without its dashes from the second part on: `360 555 0142 5550142`. */
function withTails(folded: string): string[] {
  const parts = wordsOf(folded);
  const tails = parts.slice(1, -1).map((_, place) => parts.slice(place + 1).join(''));
  return [...parts, ...tails];
}
