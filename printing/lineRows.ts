import type { Language } from '#domain/account';
import type { Personal } from '#domain/entry';
import type { AccountLine, FeeLine, ReceiptLine } from '#domain/line';
import { chargeSaid, feeSaid } from './languages/purposes.ts';
import { said, saidOnce } from './languages/said.ts';
import type { SlipRow } from './slip.ts';
import { pairSaid, textSaid } from './slipParts.ts';
import { amountOf } from './words.ts';

/** Who money in suspense came from, unless it was redacted. */
type Owners = Pick<Personal, 'owners'> | null;

/** Each line with what it is for. A sum per account stands only where it says more than the amounts above it. */
export function lineRows(language: Language, lines: readonly ReceiptLine[], personal: Owners = null): SlipRow[] {
  return lines.flatMap((line, place) => {
    const owner = personal?.owners?.find((known) => known.line === place);
    return rowsOf(language, line, lines.length > 1, owner);
  });
}

type Owner = { name: string; address: string } | undefined;

function rowsOf(language: Language, line: ReceiptLine, isOneOfSeveral: boolean, owner: Owner): SlipRow[] {
  switch (line.kind) {
    case 'account':
      return accountRows(language, line, isOneOfSeveral);
    case 'fee':
      return feeRows(language, line);
    case 'suspense':
      return suspenseRows(language, line, owner);
  }
}

function accountRows(language: Language, line: AccountLine, isOneOfSeveral: boolean): SlipRow[] {
  const { accountNumber: account, charges, unappliedCents } = line;
  const parts = charges.length + (unappliedCents > 0 ? 1 : 0);
  const hasSum = isOneOfSeveral && parts > 1;
  return [
    ...textSaid(saidOnce(language, 'account', { account })),
    ...charges.flatMap((charge) => pairSaid(chargeSaid(language, charge), amountOf(charge.cents), { indent: 2 })),
    ...(unappliedCents > 0 ? pairSaid(said(language, 'credit'), amountOf(unappliedCents), { indent: 2 }) : []),
    ...(hasSum ? pairSaid(saidOnce(language, 'account.sum', { account }), amountOf(line.cents), { indent: 2 }) : []),
  ];
}

function feeRows(language: Language, line: FeeLine): SlipRow[] {
  const { accountNumber: account } = line;
  return [
    ...pairSaid(feeSaid(language, line), amountOf(line.cents)),
    ...(account === null ? [] : textSaid(saidOnce(language, 'account', { account }), { indent: 2 })),
    ...line.told.map(({ field, told }) => text(`${field}: ${told}`)),
  ];
}

function suspenseRows(
  language: Language,
  { parcel, cents }: Extract<ReceiptLine, { kind: 'suspense' }>,
  owner: Owner,
): SlipRow[] {
  return [
    ...pairSaid(said(language, 'suspense'), amountOf(cents)),
    ...(owner ? [text(owner.name), text(owner.address)] : []),
    ...(parcel === '' ? [] : textSaid(saidOnce(language, 'parcel', { parcel }), { indent: 2 })),
  ];
}

function text(words: string): SlipRow {
  return { row: 'text', text: words, indent: 2 };
}
