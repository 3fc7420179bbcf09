import type { Json } from '#domain/canonical';
import { holdsCardNumber } from '#domain/cardNumber';
import { alwaysMovesMoney, Entry, isOfTheOffice, type Personal, personalPreimage } from '#domain/entry';
import { sha256Hex } from '#main/chain/sha256';
import { custodyFault } from './custodyFaults.ts';
import { drawerFault } from './drawerFaults.ts';
import { drawerNameFault } from './drawerNameFaults.ts';
import { isAskable } from './isAskable.ts';
import { isCanonical } from './isCanonical.ts';
import { openingFault } from './openingFault.ts';
import type { ParkedWhy } from './parkedWhy.ts';
import { receiptFault } from './receiptFaults.ts';
import { shown } from './shown.ts';
import { undoFault } from './undoFaults.ts';

/** An entry that can be applied, or why it must be parked. */
export type Reading = { state: 'good'; entry: Entry } | { state: 'parked'; why: ParkedWhy; detail: string };

/**
 * Reads a stored entry with the domain's own schema and checks it against itself. Nothing else is asked.
 * @param json what the text says, parsed
 */
export function readEntry(text: string, json: Json, personal: Personal | null): Reading {
  if (!isAskable(text, json)) return parked('unaskable', 'a zero byte, half of a letter, or parts within parts');
  if (!isCanonical(text, json)) return parked('not_canonical', 'keys are out of order, twice, or apart');
  const read = Entry.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return parked('unreadable', shown(`${issue?.path.join('.') || 'entry'}: ${issue?.message}`));
  }
  const entry = read.data;
  if (isOfTheOffice(entry.kind)) return parked('unreadable', `${entry.kind} is an entry of the office`);
  if (!isBalanced(entry)) return parked('unbalanced', 'debits − credits is not zero, or nothing is posted');
  const digest = personal === null ? null : sha256Hex(personalPreimage(personal));
  if (digest !== entry.personalDigest) return parked('personal_disagrees', 'the digest is another');
  const fault = faultIn(entry);
  if (fault !== null) return parked('disagrees', fault);
  if (hasCardNumber(json, personal)) return parked('card_number', 'in a text that people type');
  return { state: 'good', entry };
}

function faultIn(entry: Entry): string | null {
  switch (entry.kind) {
    case 'drawer_opened':
      return drawerNameFault(entry) ?? openingFault(entry) ?? drawerFault(entry);
    case 'drawer_counted':
    case 'drawer_closed':
      return drawerNameFault(entry);
    case 'receipt_issued':
    case 'receipt_voided':
      return receiptFault(entry);
    case 'receipt_corrected':
    case 'receipt_reversed':
    case 'refund_issued':
      return undoFault(entry);
    case 'cash_dropped':
    case 'drop_refused':
    case 'cash_out_refused':
    case 'no_sale':
    case 'cash_paid_in':
    case 'cash_paid_out':
    case 'change_swapped':
    case 'drawer_checked':
    case 'totals_read':
      return custodyFault(entry);
    default:
      return null;
  }
}

function parked(why: ParkedWhy, detail: string): Reading {
  return { state: 'parked', why, detail };
}

/** Plain arithmetic: a sum beyond what the domain's cents hold must park the entry, not stop the service. */
function isBalanced(entry: Entry): boolean {
  if (entry.postings.length === 0) return !alwaysMovesMoney(entry.kind);
  let balance = 0n;
  for (const posting of entry.postings) balance += BigInt(posting.side === 'debit' ? posting.cents : -posting.cents);
  return balance === 0n;
}

/** Strings that machines make or that have a form of their own; long runs of digits in them are no card numbers. */
const OF_A_FORM: ReadonlySet<string> = new Set([
  'account',
  'accountNumber',
  'checkNumber',
  'commandId',
  'hash',
  'mark',
  'paper',
  'personalDigest',
  'previousHash',
  'routing',
  'salt',
  'sealedAccount',
  'serial',
  'sha256',
]);

/** Whether any text that people type holds a card number. Kinds that come later are covered without a word here. */
function hasCardNumber(entry: Json, personal: Personal | null): boolean {
  const holds = (value: Json | undefined): boolean => {
    if (typeof value === 'string') return value.length >= 13 && holdsCardNumber(value);
    if (value === null || typeof value !== 'object') return false;
    if (Array.isArray(value)) return value.some(holds);
    return Object.keys(value).some((key) => !OF_A_FORM.has(key) && holds(value[key]));
  };
  return holds(entry) || holds(personal);
}
