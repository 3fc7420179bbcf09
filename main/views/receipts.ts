import type { Output, Parsed } from '#contract/contract';
import type { StationDb } from '#db/station/open';
import { latestReceipts, type ReceiptWords, receiptsMatching } from '#db/station/receiptSearch';
import { readAmount } from '#domain/amountEntry';
import { fold, wordsOf } from '#domain/fold';
import { receiptRow } from './receiptRow.ts';

/**
 * Receipts by what a person may remember of them: number, amount, check or card digits, words of the payer's or a
 * customer's name, a part of an account number.
 */
export function receipts(db: StationDb, input: Parsed<'receipts'>): Output<'receipts'> {
  const text = input.text?.trim() ?? '';
  const positions = text === '' ? latestReceipts(db, input.drawer ?? null) : receiptsMatching(db, meaningsOf(text));
  const rows = positions.map((position) => receiptRow(db, position));
  return { receipts: input.drawer === undefined ? rows : rows.filter((row) => row.drawer === input.drawer) };
}

function meaningsOf(text: string): ReceiptWords {
  const upper = text.toUpperCase();
  const digits = /^\d{1,15}$/.test(text);
  const amount = readAmount(text);
  return {
    label: /^[A-Z]{1,3}\d+(\.\d+)?-\d+$/.test(upper) ? upper : null,
    number: digits && text.length <= 9 ? Number(text) : null,
    reference: digits ? text : null,
    cents: amount.state === 'amount' && amount.amount > 0 ? amount.amount : null,
    words: saysMore(text) ? wordsOf(fold(text)) : [],
  };
}

/** One or two digits are no part of an account number that would tell it from others, and an amount is none at all. */
function saysMore(text: string): boolean {
  return !/^\d{1,2}$/.test(text) && !/^\$?[\d,]*\.\d+$/.test(text);
}
