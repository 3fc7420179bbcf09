import type { Language } from '#domain/account';
import { type FeeLine, isPermit } from '#domain/line';
import type { Recorded } from '#domain/recorded';
import { feeSaid } from './languages/purposes.ts';
import { said, saidOnce } from './languages/said.ts';
import type { Slip, SlipRow } from './slip.ts';
import {
  bannerRows,
  bannersOf,
  blank,
  type Copy,
  headRow,
  masthead,
  pair,
  pairSaid,
  payerRows,
  qrOf,
  rule,
  type SlipFacts,
  textSaid,
} from './slipParts.ts';
import { dateAt } from './when.ts';
import { amountOf } from './words.ts';

/**
 * The slip of the permits that a receipt paid: what was told of each, to be kept at the work.
 * @param print `isVoid` marks a print whose receipt is void by now
 */
export function permitSlip(
  recorded: Recorded<'receipt_issued'>,
  facts: SlipFacts,
  print: Copy & { isVoid: boolean } = { copy: 1, isVoid: false },
): Slip {
  const { entry, hash, personal } = recorded;
  const { label, lines, language } = entry.payload;
  const permits = lines.filter(isPermit);
  return {
    title: `Permit of receipt ${label}`,
    banners: bannersOf(facts, print, print.isVoid),
    rows: [
      ...bannerRows(language, facts, print, print.isVoid),
      ...masthead(facts),
      ...permits.flatMap((permit) => permitRows(language, permit)),
      ...payerRows(language, personal),
      ...pairSaid(saidOnce(language, 'permit.receipt', { label }), dateAt(entry.recordedAt, facts.district.timeZone)),
      pair('Issued by', facts.nameOf(entry.actor)),
      headRow(hash),
      blank,
      ...textSaid(said(language, 'permit.keep'), { align: 'center' }),
      { row: 'signature', who: 'Inspector, date' },
    ],
    qr: qrOf(label, hash),
  };
}

function permitRows(language: Language, permit: FeeLine): SlipRow[] {
  return [
    ...textSaid(feeSaid(language, { ...permit, quantity: 1 }), { align: 'center', weight: 'double' }),
    blank,
    ...permit.told.map(({ field, told }) => pair(field, told)),
    ...(permit.accountNumber === null ? [] : [pair('Account', permit.accountNumber)]),
    ...pairSaid(said(language, 'permit.paid'), amountOf(permit.cents)),
    rule,
  ];
}
