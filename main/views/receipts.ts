import type { Output, Parsed } from '#contract/contract';
import type { StationDb } from '#db/station/open';
import { latestReceipts, type ReceiptWords, receiptsMatching } from '#db/station/receiptSearch';
import { AccountNumber } from '#domain/account';
import { readAmount } from '#domain/amountEntry';
import { fold } from '#domain/fold';
import { receiptRow } from './receiptRow.ts';

/** Receipts by what a person may remember of them: number, payer, account, check or card digits, amount. */
export function receipts(db: StationDb, input: Parsed<'receipts'>): Output<'receipts'> {
  const text = input.text?.trim() ?? '';
  const positions = text === '' ? latestReceipts(db, input.drawer ?? null) : receiptsMatching(db, wordsOf(text));
  const rows = positions.map((position) => receiptRow(db, position));
  return { receipts: input.drawer === undefined ? rows : rows.filter((row) => row.drawer === input.drawer) };
}

function wordsOf(text: string): ReceiptWords {
  const upper = text.toUpperCase();
  const digits = /^\d{1,15}$/.test(text);
  const amount = readAmount(text);
  const folded = fold(text);
  return {
    label: /^[A-Z]{1,3}\d+(\.\d+)?-\d+$/.test(upper) ? upper : null,
    number: digits && text.length <= 9 ? Number(text) : null,
    account: AccountNumber.safeParse(upper).success ? upper : null,
    reference: digits ? text : null,
    cents: amount.state === 'amount' && amount.amount > 0 ? amount.amount : null,
    payer: folded === '' ? null : folded,
  };
}
