import type { Output, Parsed } from '#contract/contract';
import type { AccountHit } from '#contract/shapes';
import {
  accountIdsByNumber,
  accountIdsByPrefix,
  accountIdsByWords,
  numberKey,
  type SearchField,
} from '#db/station/accountSearch';
import { accountsWithBalances, type KnownAccount } from '#db/station/accounts';
import type { StationDb } from '#db/station/open';
import type { AccountFlag } from '#domain/account';
import { fold, wordsAfterApostrophes, wordsOf } from '#domain/fold';
import { refuse } from '#domain/refusal';
import { accountKey, readScanline } from '#formats/scanline';
import type { ReadyContext } from './context.ts';

/** No list of accounts is longer: who wants more types another letter. */
const HITS_MAX = 50;
/** So many hits of one way of looking come before another way gets its turn, where digits may mean many things. */
const HITS_IN_TURN = 15;

type Words = { folded: string; words: string[]; joined: string; areDigits: boolean };
type Look = (limit: number) => number[];

/**
 * Accounts by any field as one types, or by a scanned bill line. Every word must begin a word of the account; an exact
 * number comes first, then numbers and names, then other fields.
 */
export function findAccounts(db: StationDb, input: Parsed<'findAccounts'>, at: ReadyContext): Output<'findAccounts'> {
  const asOf = at.sync.accountsAsOf;
  const line = readScanline(input.text, at.policy.scanlines);
  if (line.kind === 'wrong') refuse('bill_line_wrong');
  if (line.kind === 'read') return { ...byBillLine(db, line.account, line.netCents), asOf };
  const wanted = wordsIn(input.text);
  if (wanted.words.length === 0) return { hits: [], billLine: null, asOf };
  const accounts = accountsWithBalances(db, gathered(waysToLook(db, wanted), wanted.areDigits));
  const hits = accounts.map((account) => ranked(account, wanted));
  return { hits: hits.sort(byRank).map(({ hit }) => hit), billLine: null, asOf };
}

/** The account of a bill line; when two share its digits both are shown and a person chooses. */
function byBillLine(db: StationDb, digits: string, netCents: number | null) {
  const accounts = accountsWithBalances(db, accountIdsByNumber(db, digits, HITS_MAX));
  const hits = accounts.map((account) => hitOf(account, 'account'));
  const [only] = hits;
  if (!only) refuse('account_unknown', { accountNumber: accountKey(digits) });
  return { hits, billLine: hits.length === 1 ? { accountNumber: only.accountNumber, netCents } : null };
}

function wordsIn(text: string): Words {
  const folded = fold(text);
  const words = wordsOf(folded);
  const joined = words.join('');
  return { folded, words, joined, areDigits: /^\d+$/.test(joined) };
}

/** Ways to look, the best first. Each is one look into an index, so none is slow however many accounts there are. */
function waysToLook(db: StationDb, { folded, words, joined, areDigits }: Words): Look[] {
  const begins = (field: SearchField, text: string): Look => {
    return (limit) => accountIdsByPrefix(db, field, text, limit);
  };
  // What another way has found may come again and must not stand in the way of what it has not.
  const holds = (where: 'anywhere' | 'name'): Look => {
    return (limit) => accountIdsByWords(db, words, where, limit + HITS_MAX);
  };
  return [
    (limit) => accountIdsByNumber(db, joined, limit),
    begins('number', joined),
    begins('numberTail', joined),
    ...(areDigits ? [] : [begins('name', folded), holds('name')]),
    begins('address', folded),
    ...(areDigits ? [begins('phone', joined), begins('parcel', joined)] : []),
    holds('anywhere'),
  ];
}

/** Looks one way after another until there are enough. Where digits may mean many things, each way first gets its turn. */
function gathered(looks: readonly Look[], inTurn: boolean): number[] {
  const found = new Set<number>();
  let unfinished = looks;
  for (const share of inTurn ? [HITS_IN_TURN, HITS_MAX] : [HITS_MAX]) {
    unfinished = unfinished.filter((look) => {
      const most = Math.min(found.size + share, HITS_MAX);
      const ids = found.size < most ? look(share) : [];
      for (const id of ids) if (found.size < most) found.add(id);
      return ids.length >= share;
    });
  }
  return [...found];
}

/** Which field the words were found in; across several, the one of the first word that is found. */
const FIELDS = [
  ['account', 'accountNumber'],
  ['name', 'customer'],
  ['address', 'serviceAddress'],
  ['phone', 'phone'],
  ['parcel', 'parcel'],
] as const satisfies readonly (readonly [AccountHit['foundIn'], keyof KnownAccount])[];

type Ranked = { hit: AccountHit; rank: number; begins: boolean; text: string };

function ranked(account: KnownAccount & { balanceCents: number }, wanted: Words): Ranked {
  const texts = FIELDS.map(([field, column]) => [field, searchedText(account[column])] as const);
  const isExact = numberKey(fold(account.accountNumber)) === numberKey(wanted.folded);
  const whole = isExact ? texts[0] : texts.find(([, text]) => holdsAll(text, wanted));
  const some = () => texts.find(([, text]) => wanted.words.some((word) => ` ${text}`.includes(` ${word}`)));
  const [field, text] = whole ?? some() ?? ['name', fold(account.customer)];
  return {
    hit: hitOf(account, field),
    // What is found in several fields at once comes after what one field holds.
    rank: isExact ? 0 : FIELDS.findIndex(([name]) => name === field) + (whole ? 1 : 10),
    begins: text.startsWith(wanted.folded),
    text,
  };
}

/** A field as the index of words has it. */
function searchedText(text: string): string {
  return [fold(text), ...wordsAfterApostrophes(text)].join(' ');
}

/** Whether every word begins a word of the text, or, of numbers typed without dashes, one of its parts begins the whole. */
function holdsAll(text: string, { words, joined }: Words): boolean {
  if (words.every((word) => ` ${text}`.includes(` ${word}`))) return true;
  return /\d/.test(joined) && wordsOf(text).some((_, place, parts) => parts.slice(place).join('').startsWith(joined));
}

function byRank(left: Ranked, right: Ranked): number {
  return (
    left.rank - right.rank ||
    Number(right.begins) - Number(left.begins) ||
    compared(left.text, right.text) ||
    // Of two of the same name the one that still has service is the likelier.
    compared(left.hit.status, right.hit.status) ||
    compared(left.hit.accountNumber, right.hit.accountNumber)
  );
}

function compared(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function hitOf(account: KnownAccount & { balanceCents: number }, foundIn: AccountHit['foundIn']): AccountHit {
  const column = FIELDS.find(([field]) => field === foundIn)?.[1] ?? 'customer';
  return {
    accountNumber: account.accountNumber,
    customer: account.customer,
    serviceAddress: account.serviceAddress,
    status: account.status === 'closed' ? 'closed' : 'active',
    flags: JSON.parse(account.flags) as AccountFlag[],
    balanceCents: account.balanceCents,
    foundIn,
    foundText: account[column],
  };
}
