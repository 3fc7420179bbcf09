import type { Language } from '#domain/account';
import { dayOf, dayWords } from '#domain/businessDay';
import { cents, formatSigned } from '#domain/money';
import type { Receipt } from '#domain/receipt';
import type { Recorded } from '#domain/recorded';
import { said, saidOnce } from './languages/said.ts';
import { lineRows } from './lineRows.ts';
import type { Slip, SlipRow } from './slip.ts';
import {
  bannerRows,
  bannersOf,
  blank,
  type Copy,
  headRow,
  masthead,
  middle,
  pair,
  pairSaid,
  payerRows,
  qrOf,
  rule,
  type SlipFacts,
  textSaid,
} from './slipParts.ts';
import { dateAt, timeAt } from './when.ts';
import { amountOf, tenderWords } from './words.ts';

/**
 * The slip of a receipt, for the payer: in English, and in the payer's language under it.
 * @param print `copy` from 1; above 1 it is marked DUPLICATE. `isVoid` marks a print of a receipt that is void by now
 */
export function receiptSlip(
  recorded: Recorded<'receipt_issued'>,
  facts: SlipFacts,
  print: Copy & { isVoid: boolean } = { copy: 1, isVoid: false },
): Slip {
  const { entry, hash } = recorded;
  const receipt = entry.payload;
  const { language } = receipt;
  return {
    title: `Receipt ${receipt.label}`,
    banners: bannersOf(facts, print, print.isVoid),
    rows: [
      ...bannerRows(language, facts, print, print.isVoid),
      ...masthead(facts),
      ...aboutRows(recorded, facts),
      rule,
      ...lineRows(language, receipt.lines, recorded.personal),
      rule,
      ...totalRows(language, receipt.totalCents),
      ...tenderRows(language, receipt),
      rule,
      ...offlineRows(language, receipt, entry.recordedAt, facts.district.timeZone),
      headRow(hash),
      blank,
      ...footRows(language, facts),
    ],
    qr: qrOf(receipt.label, hash),
  };
}

function aboutRows({ entry, personal }: Recorded<'receipt_issued'>, facts: SlipFacts): SlipRow[] {
  const { timeZone } = facts.district;
  const { label, drawer, language } = entry.payload;
  const isOtherDay = dayOf(entry.recordedAt, timeZone) !== entry.businessDay;
  return [
    ...pairSaid(saidOnce(language, 'receipt', { label }), dateAt(entry.recordedAt, timeZone), { weight: 'bold' }),
    pair(`${facts.nameOf(entry.actor)}, drawer ${drawer}`, timeAt(entry.recordedAt, timeZone)),
    ...(isOtherDay ? [pair('Business day', dayWords(entry.businessDay))] : []),
    ...payerRows(language, personal),
    ...(entry.payload.entryMode === 'phone' ? textSaid(said(language, 'telephone')) : []),
  ];
}

/** What the receipt comes to: the loudest row of the slip. */
export function totalRows(language: Language, totalCents: number): SlipRow[] {
  const { english, also } = said(language, 'total');
  return [...pairSaid({ english: english.toUpperCase(), also }, amountOf(totalCents), { weight: 'double' }), blank];
}

/** What was handed over and what went back. */
export function tenderRows(
  language: Language,
  receipt: Pick<Receipt, 'tenders' | 'changeCents' | 'roundingCents'>,
): SlipRow[] {
  const tendered = receipt.tenders.flatMap((tender) =>
    pairSaid(tenderWords(language, tender), amountOf(tender.kind === 'cash' ? tender.tenderedCents : tender.cents)),
  );
  const isCash = receipt.tenders.some((tender) => tender.kind === 'cash');
  if (!isCash) return tendered;
  const rounding = cents(receipt.roundingCents);
  return [
    ...tendered,
    ...(rounding === 0 ? [] : pairSaid(said(language, 'rounding'), formatSigned(rounding))),
    ...pairSaid(said(language, 'change'), amountOf(receipt.changeCents)),
  ];
}

/** A receipt taken offline says how old its balances were: with the day, when that was another. */
export function offlineRows(
  language: Language,
  receipt: Pick<Receipt, 'offlineSince' | 'accountsAsOf'>,
  recordedAt: number,
  timeZone: string,
): SlipRow[] {
  if (receipt.offlineSince === null) return [];
  const time = timeAt(receipt.accountsAsOf, timeZone);
  const isSameDay = dayOf(receipt.accountsAsOf, timeZone) === dayOf(recordedAt, timeZone);
  const when = isSameDay ? time : `${dateAt(receipt.accountsAsOf, timeZone)}, ${time}`;
  return textSaid(said(language, 'offline', { when }));
}

/** What the district says at the foot of every receipt, and that the slip is proof. */
export function footRows(language: Language, facts: SlipFacts): SlipRow[] {
  return [
    ...facts.district.footer.map((line) => middle(line)),
    ...textSaid(said(language, 'keep-slip'), { align: 'center' }),
  ];
}
