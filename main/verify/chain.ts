import { createHash } from 'node:crypto';
import {
  agree,
  amount,
  canonical,
  complain,
  type Fields,
  fields,
  holdsExactly,
  list,
  text,
  textOrNull,
  whole,
} from './reading.ts';

/** One debit or credit line. */
export type Posting = { account: string; side: 'debit' | 'credit'; cents: number };

/** An entry whose seal is right and whose own fields are read; what its kind tells is in `payload`. */
export type Entry = {
  district: string;
  series: string;
  epoch: number;
  sequence: number;
  kind: string;
  businessDay: string;
  recordedAt: number;
  actor: string;
  approver: string | null;
  /** The yes that it spent, where one was given at the counter and is told. */
  approval: string | null;
  postings: readonly Posting[];
  payload: Fields;
  previousHash: string;
  hash: string;
  isRedacted: boolean;
};

/** Where the chain stands: what the next entry must follow. */
export type Link = { epoch: number; sequence: number; hash: string };

/** What stands before the first entry of an epoch. */
const GENESIS = '0'.repeat(64);

const ENTRY_FIELDS = `actor approver businessDay commandId district epoch formula kind payload personalDigest postings
  previousHash recordedAt sequence series`.split(/\s+/);
const ACCOUNT = /^[a-z][a-z-]*(:[A-Za-z0-9.-]+){0,2}$/;

/** Opens one line: the hash must be that of the text, the text canonical, the digest that of what is personal. */
export function unsealed(line: Fields): Entry {
  holdsExactly(line, ['text', 'hash', 'personal'], 'The line');
  const written = text(line, 'text');
  const hash = text(line, 'hash');
  if (sha256(`counterfoil entry 1\n${written}`) !== hash) complain('The hash is not that of the text.');
  const said = parsedText(written);
  if (canonical(said) !== written) complain('The text is not written in the one canonical way.');
  // Left out where no yes was spent, and by entries from before it was told.
  const { approval: _, ...always } = said;
  holdsExactly(always, ENTRY_FIELDS, 'The entry');
  agree('formula', said.formula, 1);
  return {
    district: text(said, 'district'),
    series: text(said, 'series'),
    epoch: whole(said, 'epoch', 1),
    sequence: whole(said, 'sequence', 1),
    kind: text(said, 'kind'),
    businessDay: day(said),
    recordedAt: whole(said, 'recordedAt'),
    actor: text(said, 'actor'),
    approver: approverOf(said),
    approval: approvalOf(said),
    postings: balanced(said),
    payload: fields(said.payload, 'payload'),
    previousHash: text(said, 'previousHash'),
    hash,
    isRedacted: redacted(line.personal, textOrNull(said, 'personalDigest')),
  };
}

/** Complains unless the entry follows the one before it: the next sequence and its hash, or the first of a later epoch. */
export function follows(entry: Entry, before: Link | null): Link {
  const { epoch, sequence, previousHash, hash } = entry;
  if (before && epoch < before.epoch) complain(`Epoch ${epoch} comes after epoch ${before.epoch}.`);
  const isFirst = before === null || epoch > before.epoch;
  const expected = isFirst ? 1 : before.sequence + 1;
  if (sequence !== expected) complain(`Entry ${expected} was expected here: the journal has a gap or a repetition.`);
  if (previousHash !== (isFirst ? GENESIS : before.hash))
    complain(
      isFirst ? 'A first entry must follow nothing.' : 'It does not follow the entry before it: the chain is broken.',
    );
  return { epoch, sequence, hash };
}

export function sha256(of: string): string {
  return createHash('sha256').update(of, 'utf8').digest('hex');
}

function parsedText(written: string): Fields {
  try {
    return fields(JSON.parse(written), 'The text');
  } catch {
    return complain('The text is not a JSON object.');
  }
}

function day(said: Fields): string {
  const value = text(said, 'businessDay');
  return /^\d{4}-\d\d-\d\d$/.test(value) ? value : complain(`businessDay is ${value}, which is no day.`);
}

function approverOf(said: Fields): string | null {
  const approver = textOrNull(said, 'approver');
  if (approver !== null && approver === text(said, 'actor')) complain(`${approver} approved an entry of their own.`);
  return approver;
}

function balanced(said: Fields): Posting[] {
  let debits = 0;
  let credits = 0;
  const postings = list(said.postings, 'postings').map((value, place) => {
    const posting = fields(value, `Posting ${place + 1}`);
    const account = text(posting, 'account');
    const side = text(posting, 'side');
    const cents = whole(posting, 'cents', 1);
    if (!ACCOUNT.test(account)) complain(`${account} is no account.`);
    if (side !== 'debit' && side !== 'credit') complain(`${side} is no side of an account.`);
    if (side === 'debit') debits += cents;
    else credits += cents;
    return { account, side, cents } as const;
  });
  if (debits !== credits) complain(`It does not balance: debits are ${amount(debits)}, credits ${amount(credits)}.`);
  return postings;
}

/** The yes that an entry spent; null where it tells none. */
function approvalOf(said: Fields): string | null {
  if (said.approval === undefined) return null;
  const approval = text(said, 'approval');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(approval)) complain('The approval has no id.');
  return approval;
}

/** Whether what is personal was taken out. The entry stays whole without it; with it, it must be what was sealed. */
function redacted(personal: unknown, digest: string | null): boolean {
  if (personal === null) return digest !== null;
  if (digest === null) complain('Personal data stand beside an entry that does not cover any.');
  if (sha256(`counterfoil personal 1\n${canonical(personal)}`) !== digest)
    complain('What is personal is not what the entry covers.');
  return false;
}
