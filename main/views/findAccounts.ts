import type { Output, Parsed } from '#contract/contract';
import type { AccountHit } from '#contract/shapes';
import { accountIdsByAnyOf, accountIdsByNumber, numberKey } from '#db/station/accountSearch';
import { accountsWithBalances } from '#db/station/accounts';
import type { StationDb } from '#db/station/open';
import { type Alike, wordsAlike } from '#db/station/spellings';
import { dayOf } from '#domain/businessDay';
import { refuse } from '#domain/refusal';
import { accountKey, askedCents, type BillLine, readScanline } from '#formats/scanline';
import { alikeHits, type Meant, rankedHits } from './accountHits.ts';
import type { ReadyContext } from './context.ts';
import { gathered, HITS_MAX, type Typed, typedIn } from './waysToLook.ts';

/** With fewer hits than these it is worth asking whether the name was misspelt. */
const HITS_FEW = 3;
/** So many misspelt ones are listed. */
const ALIKE_MAX = 20;

/**
 * Accounts by any field as one types, or by a scanned bill line. Every word must begin a word of the account; an exact
 * number comes first, then numbers and names, then other fields, and where that finds little, names much like it.
 */
export function findAccounts(db: StationDb, input: Parsed<'findAccounts'>, at: ReadyContext): Output<'findAccounts'> {
  const asOf = at.sync.accountsAsOf;
  const line = readScanline(input.text, at.policy.scanlines);
  if (line.kind === 'wrong') refuse('bill_line_wrong');
  if (line.kind === 'read') return { ...byBillLine(db, line, dayOf(at.now, at.policy.timeZone)), asOf };
  const typed = typedIn(input.text);
  if (typed.words.length === 0) return { hits: [], billLine: null, asOf };
  const hits = rankedHits(accountsWithBalances(db, gathered(db, typed)), typed);
  return { hits: [...hits, ...misspelt(db, typed, hits)].slice(0, HITS_MAX), billLine: null, asOf };
}

/** The account of a bill line; when two share its digits both are shown and a person chooses. */
function byBillLine(db: StationDb, line: BillLine, today: string) {
  const accounts = accountsWithBalances(db, accountIdsByNumber(db, line.account, HITS_MAX));
  const hits = rankedHits(accounts, typedIn(line.account));
  const [only] = hits;
  if (!only) refuse('account_unknown', { accountNumber: accountKey(line.account), billCents: askedCents(line, today) });
  const { accountNumber } = only;
  return { hits, billLine: hits.length === 1 ? { accountNumber, billCents: askedCents(line, today) } : null };
}

/** Accounts whose names look or sound like what was typed. Beside somebody who is called just so, only the very likest. */
function misspelt(db: StationDb, typed: Typed, found: readonly AccountHit[]): AccountHit[] {
  if (found.length >= HITS_FEW || typed.areDigits || found.some((hit) => isNumberOf(hit, typed))) return [];
  const meant = typed.words.map((word): Meant => ({ word, alike: wordsAlike(db, word) }));
  const most = Math.max(0, ...meant.flatMap(({ alike }) => alike.map(({ slips }) => slips)));
  const ids = new Set<number>();
  for (let slips = 1; slips <= (found.length > 0 ? Math.min(1, most) : most) && ids.size < ALIKE_MAX; slips++) {
    const within = ({ alike }: { alike: Alike[] }) => alike.filter((one) => one.slips <= slips).map(({ word }) => word);
    const asked = meant.map((one) => ({ begins: one.word, or: within(one) }));
    for (const id of accountIdsByAnyOf(db, asked, HITS_MAX)) ids.add(id);
  }
  const known = new Set(found.map((hit) => hit.accountNumber));
  const others = accountsWithBalances(db, [...ids]).filter((account) => !known.has(account.accountNumber));
  return alikeHits(others, meant).slice(0, ALIKE_MAX);
}

function isNumberOf(hit: AccountHit, typed: Typed): boolean {
  return numberKey(hit.accountNumber.toLowerCase().replaceAll('-', '')) === numberKey(typed.joined);
}
