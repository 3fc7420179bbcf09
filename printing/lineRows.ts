import type { Personal } from '#domain/entry';
import type { AccountLine, FeeLine, ReceiptLine } from '#domain/line';
import type { SlipRow } from './slip.ts';
import { pair } from './slipParts.ts';
import { amountOf, chargeWords } from './words.ts';

/**
 * Each line with what it is for. A sum per account stands only where it says more than the amounts above it.
 * @param personal who money in suspense came from, unless it was redacted
 */
export function lineRows(lines: readonly ReceiptLine[], personal: Pick<Personal, 'owners'> | null = null): SlipRow[] {
  return lines.flatMap((line, place) => rowsOf(line, place, lines.length > 1, personal));
}

function rowsOf(
  line: ReceiptLine,
  place: number,
  isOneOfSeveral: boolean,
  personal: Pick<Personal, 'owners'> | null,
): SlipRow[] {
  switch (line.kind) {
    case 'account':
      return accountRows(line, isOneOfSeveral);
    case 'fee':
      return feeRows(line);
    case 'suspense':
      return suspenseRows(line, place, personal);
  }
}

function accountRows(line: AccountLine, isOneOfSeveral: boolean): SlipRow[] {
  const parts = line.charges.length + (line.unappliedCents > 0 ? 1 : 0);
  return [
    { row: 'text', text: `Account ${line.accountNumber}` },
    ...line.charges.map((charge) => pair(chargeWords(charge), amountOf(charge.cents), { indent: 2 })),
    ...(line.unappliedCents > 0 ? [pair('To your credit', amountOf(line.unappliedCents), { indent: 2 })] : []),
    ...(isOneOfSeveral && parts > 1
      ? [pair(`Sum for ${line.accountNumber}`, amountOf(line.cents), { indent: 2 })]
      : []),
  ];
}

function feeRows(line: FeeLine): SlipRow[] {
  const name = line.quantity > 1 ? `${line.quantity} × ${line.name}` : line.name;
  return [
    pair(name, amountOf(line.cents)),
    ...(line.accountNumber === null ? [] : [text(`Account ${line.accountNumber}`)]),
    ...line.told.map(({ field, told }) => text(`${field}: ${told}`)),
  ];
}

function suspenseRows(
  line: Extract<ReceiptLine, { kind: 'suspense' }>,
  place: number,
  personal: Pick<Personal, 'owners'> | null,
): SlipRow[] {
  const owner = personal?.owners?.find((known) => known.line === place);
  return [
    pair('For an account to be found', amountOf(line.cents)),
    ...(owner ? [text(owner.name), text(owner.address)] : []),
    ...(line.parcel === '' ? [] : [text(`Parcel ${line.parcel}`)]),
  ];
}

function text(words: string): SlipRow {
  return { row: 'text', text: words, indent: 2 };
}
