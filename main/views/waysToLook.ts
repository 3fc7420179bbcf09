import {
  accountIdsByNumber,
  accountIdsByPrefix,
  accountIdsByWords,
  type SearchField,
  type WordsIn,
} from '#db/station/accountSearch';
import type { StationDb } from '#db/station/open';
import { fold, wordsOf } from '#domain/fold';

/** No list of accounts is longer: who wants more types another letter. */
export const HITS_MAX = 50;
/** So many hits of one way of looking come before another way gets its turn, where digits may mean many things. */
const HITS_IN_TURN = 15;

/** What somebody typed, as search sees it. */
export type Typed = {
  folded: string;
  words: string[];
  joined: string;
  areDigits: boolean;
  /** What stands before the @ of an e-mail address, in words; null where there is none. */
  mailbox: string[] | null;
  /** The words that were typed with accents, as they were. */
  accented: string[];
};
type Look = (limit: number) => number[];

export function typedIn(text: string): Typed {
  const folded = fold(text);
  const words = wordsOf(folded);
  const joined = words.join('');
  const mailbox = text.includes('@') ? wordsOf(fold(text.split('@')[0] ?? '')) : null;
  return { folded, words, joined, areDigits: /^\d+$/.test(joined), mailbox, accented: accentedIn(text) };
}

function accentedIn(text: string): string[] {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s,]+/);
  return words.filter((word) => /\p{M}/u.test(word.normalize('NFD')));
}

/** Looks one way after another until there are enough. Where digits may mean many things, each way first gets its turn. */
export function gathered(db: StationDb, typed: Typed): number[] {
  const found = new Set<number>();
  let unfinished = waysToLook(db, typed);
  for (const share of typed.areDigits ? [HITS_IN_TURN, HITS_MAX] : [HITS_MAX]) {
    unfinished = unfinished.filter((look) => {
      const most = Math.min(found.size + share, HITS_MAX);
      const ids = found.size < most ? look(share) : [];
      for (const id of ids) if (found.size < most) found.add(id);
      return ids.length >= share;
    });
  }
  return [...found];
}

/** Ways to look, the best first. Each is one look into an index, so none is slow however many accounts there are. */
function waysToLook(db: StationDb, typed: Typed): Look[] {
  const { folded, words, joined, areDigits, mailbox } = typed;
  const begins = (field: SearchField, text: string): Look => {
    return (limit) => accountIdsByPrefix(db, field, text, limit);
  };
  // What another way has found may come again and must not stand in the way of what it has not.
  const holds = (where: WordsIn, wanted = words): Look => {
    return (limit) => (wanted.length === 0 ? [] : accountIdsByWords(db, wanted, where, limit + HITS_MAX));
  };
  if (mailbox) return [begins('email', joined), holds('email', mailbox), holds('name', mailbox)];
  // A permit or a contract in one piece: its letters alone begin many of them, and its digits many other numbers.
  const isCode = /^\p{L}+\d+$/u.test(joined);
  return [
    (limit) => accountIdsByNumber(db, joined, limit),
    begins('number', joined),
    begins('numberTail', joined),
    ...(isCode ? [holds('permit contract', [joined])] : []),
    ...(areDigits ? [] : [begins('name', folded), holds('name')]),
    begins('address', folded),
    ...(areDigits ? [begins('phone', joined), begins('parcel', joined)] : [holds('address')]),
    holds('anywhere'),
  ];
}
