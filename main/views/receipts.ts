import type { Output, Parsed } from '#contract/contract';
import type { ReceiptRow } from '#contract/shapes';
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
  const rows: ReceiptRow[] = [];
  for (const position of positions) {
    if (rows.length === input.most) break;
    const row = receiptRow(db, position);
    if (input.drawer === undefined || row.drawer === input.drawer) rows.push(row);
  }
  return { receipts: rows };
}

function meaningsOf(text: string): ReceiptWords {
  const digits = /^\d{1,15}$/.test(text);
  const amount = readAmount(text.replace(/^\$/, ''));
  return {
    label: labelIn(text.toUpperCase()),
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

/** A receipt's label as people write it: `W3-000482`, `W3-482`, `W3000482`. */
function labelIn(text: string): string | null {
  const [, series, number] = /^([A-Z]{1,3}[1-9]\d{0,3}(?:\.\d+)?)(?:-0*(\d{1,9})|(?=\d{6}$)(\d{6}))$/.exec(text) ?? [];
  return series === undefined ? null : `${series}-${(number ?? text.slice(-6)).padStart(6, '0')}`;
}
