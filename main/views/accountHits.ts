import type { AccountHit } from '#contract/shapes';
import { mailedElsewhere, numberKey, textWords } from '#db/station/accountSearch';
import type { KnownAccount } from '#db/station/accounts';
import type { Alike } from '#db/station/spellings';
import type { AccountFlag } from '#domain/account';
import { excerpt } from '#domain/excerpt';
import { fold, wordsOf } from '#domain/fold';
import type { Typed } from './waysToLook.ts';

type Account = KnownAccount & { balanceCents: number };
type Field = AccountHit['foundIn'];

/** A word that was typed, and what may be meant by it. */
export type Meant = { word: string; alike: Alike[] };

/** The texts of an account by the field they are in, the field that counts most first. */
function textsOf(account: Account): [Field, string][] {
  const permits = JSON.parse(account.permits) as string[];
  return [
    ['account', account.accountNumber],
    ['name', account.customer],
    ['address', account.serviceAddress],
    ['phone', account.phone],
    ['parcel', account.parcel],
    ...permits.map((permit): [Field, string] => ['permit', permit]),
    ['contract', account.contract],
    ['email', account.email],
    ['mailing', mailedElsewhere(account)],
    ['notes', account.notes],
  ];
}

const FIELDS: readonly Field[] = [
  ...(['account', 'name', 'address', 'phone', 'parcel', 'permit', 'contract', 'email', 'mailing', 'notes'] as const),
];

type Ranked = { hit: AccountHit; rank: number; begins: boolean; spelled: boolean; text: string };

/** Accounts as hits, the best first; each with the field in which the words are. */
export function rankedHits(accounts: readonly Account[], typed: Typed): AccountHit[] {
  return accounts
    .map((account) => ranked(account, typed))
    .sort(byRank)
    .map(({ hit }) => hit);
}

function ranked(account: Account, typed: Typed): Ranked {
  const texts = textsOf(account).map(([field, text]) => ({ field, text, words: textWords(text) }));
  const isExact = numberKey(fold(account.accountNumber)) === numberKey(typed.folded);
  const isWhole = ({ words }: { words: string }) => holdsAll(words, typed);
  // With an @ in it what was typed is an e-mail address, though its words are a name too.
  const mail = typed.mailbox && texts.filter(({ field }) => field === 'email').find(isWhole);
  const whole = isExact ? texts[0] : (mail ?? texts.find(isWhole));
  const some = () => texts.find(({ words }) => typed.words.some((word) => beginsWord(words, word)));
  const { field, text, words } = whole ?? some() ?? { field: 'name', text: account.customer, words: '' };
  return {
    hit: hitOf(account, field, excerpt(text, typed.folded), null),
    // What is found in several fields at once comes after what one field holds.
    rank: isExact ? 0 : FIELDS.indexOf(field) + 1 + (whole ? 0 : FIELDS.length),
    begins: words.startsWith(typed.folded),
    spelled: typed.accented.every((word) => text.normalize('NFC').toLowerCase().includes(word)),
    text: words,
  };
}

/** Accounts whose names or addresses look or sound like what was typed, the likest first. */
export function alikeHits(accounts: readonly Account[], meant: readonly Meant[]): AccountHit[] {
  return accounts
    .map((account) => alikeRanked(account, meant))
    .sort(byRank)
    .map(({ hit }) => hit);
}

function alikeRanked(account: Account, meant: readonly Meant[]): Ranked {
  const name = textWords(account.customer);
  const both = `${name} ${textWords(account.serviceAddress)}`;
  const taken = meant.map(({ word, alike }) => {
    const known = new Set(wordsOf(both));
    return beginsWord(both, word) ? { word, slips: 0 } : alike.find((one) => known.has(one.word));
  });
  const words = taken.flatMap((one) => (one ? [one.word] : []));
  const isInName = words.every((word) => beginsWord(name, word));
  const field = isInName ? 'name' : 'address';
  return {
    hit: hitOf(account, field, isInName ? account.customer : account.serviceAddress, words.join(' ')),
    rank: taken.reduce((sum, one) => sum + (one?.slips ?? 0), 0) * 2 + (isInName ? 0 : 1),
    begins: name.startsWith(words[0] ?? ''),
    spelled: false,
    text: name,
  };
}

function beginsWord(text: string, word: string): boolean {
  return ` ${text}`.includes(` ${word}`);
}

/** Whether every word begins a word of the text, or, of numbers typed without dashes, one of its parts begins the whole. */
function holdsAll(text: string, { words, joined }: Typed): boolean {
  if (words.every((word) => beginsWord(text, word))) return true;
  return /\d/.test(joined) && wordsOf(text).some((_, place, parts) => parts.slice(place).join('').startsWith(joined));
}

function byRank(left: Ranked, right: Ranked): number {
  return (
    left.rank - right.rank ||
    Number(right.begins) - Number(left.begins) ||
    Number(right.spelled) - Number(left.spelled) ||
    Number(isOver(left)) - Number(isOver(right)) ||
    compared(left.text, right.text) ||
    // Of two of the same name the one that still has service is the likelier.
    compared(left.hit.status, right.hit.status) ||
    compared(left.hit.accountNumber, right.hit.accountNumber)
  );
}

/** Closed and paid: whoever comes to pay means another. */
function isOver({ hit }: Ranked): boolean {
  return hit.status === 'closed' && hit.balanceCents <= 0;
}

function compared(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function hitOf(account: Account, foundIn: Field, foundText: string, alike: string | null): AccountHit {
  return {
    accountNumber: account.accountNumber,
    customer: account.customer,
    serviceAddress: account.serviceAddress,
    status: account.status === 'closed' ? 'closed' : 'active',
    flags: JSON.parse(account.flags) as AccountFlag[],
    balanceCents: account.balanceCents,
    foundIn,
    foundText,
    alike,
  };
}
