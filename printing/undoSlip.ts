import type { Language } from '#domain/account';
import type { EntryKind, Payload } from '#domain/entry';
import type { ReceiptLine } from '#domain/line';
import type { Recorded } from '#domain/recorded';
import { shortHash } from '#domain/shortHash';
import type { Key } from './languages/catalogue.ts';
import { type Said, said, saidOnce } from './languages/said.ts';
import { lineRows } from './lineRows.ts';
import type { Slip, SlipRow } from './slip.ts';
import {
  bannerRows,
  bannersOf,
  blank,
  type Copy,
  headRow,
  masthead,
  pair,
  pairBothSaid,
  pairSaid,
  payerRows,
  qrOf,
  rule,
  type SlipFacts,
  signatureSaid,
  textSaid,
} from './slipParts.ts';
import { momentAt } from './when.ts';
import { amountOf, cardWords, reasonWords, tenderWords } from './words.ts';

/** Which print of it this is, and the language of the receipt that it undoes. */
export type UndoPrint = Copy & { language: Language };

/** The slip of a correction: what stood, and what stands in its place. No money went over the counter. */
export function correctionSlip(recorded: Recorded<'receipt_corrected'>, facts: SlipFacts, print: UndoPrint): Slip {
  const { correction } = recorded.entry.payload;
  const { language } = print;
  // One line alone stands here, whatever its place on the receipt is.
  const owners = recorded.personal?.owners?.map((owner) => ({ ...owner, line: 0 }));
  const side = (which: 'from' | 'to'): SlipRow[] => {
    if (correction.what === 'line') return lineRows(language, [correction[which]], which === 'to' ? { owners } : null);
    const tender = correction[which];
    return pairSaid(tenderWords(language, tender), amountOf(tender.cents));
  };
  return undoSlip(recorded, facts, print, 'correction', [
    ...headingSaid(language, 'correction.from'),
    ...side('from'),
    rule,
    ...headingSaid(language, 'correction.to'),
    ...side('to'),
    rule,
    ...textSaid(said(language, 'correction.note')),
  ]);
}

/** The slip of a reversal: a receipt that never was, cancelled after its drawer closed. */
export function reversalSlip(recorded: Recorded<'receipt_reversed'>, facts: SlipFacts, print: UndoPrint): Slip {
  const { language } = print;
  const lines = recorded.entry.payload.parts.map((part) => part.line);
  return undoSlip(recorded, facts, print, 'reversal', [
    ...headingSaid(language, 'taken-back'),
    ...lineRows(language, lines),
    ...pairSaid(said(language, 'reversal.total'), amountOf(totalOf(lines)), { weight: 'bold' }),
    rule,
    ...textSaid(said(language, 'reversal.note')),
  ]);
}

/** The slip of a refund: what was paid back, and how. The payer signs for cash. */
export function refundSlip(recorded: Recorded<'refund_issued'>, facts: SlipFacts, print: UndoPrint): Slip {
  const { parts, cents, roundingCents, means } = recorded.entry.payload;
  const { language } = print;
  const { english, also } = said(language, 'refund.amount');
  const lines = parts.map((part) => part.line);
  return undoSlip(
    recorded,
    facts,
    print,
    'refund',
    [
      ...headingSaid(language, 'refund.parts'),
      ...lineRows(language, lines),
      ...(roundingCents === 0 ? [] : pairSaid(said(language, 'refund.rounding'), amountOf(roundingCents))),
      ...pairSaid({ english: english.toUpperCase(), also }, amountOf(cents), { weight: 'double' }),
      ...pairSaid(meansSaid(language, means), amountOf(cents)),
    ],
    means.kind === 'cash' ? [said(language, 'sign.received')] : [],
  );
}

type Undo = Extract<EntryKind, 'receipt_corrected' | 'receipt_reversed' | 'refund_issued'>;

function undoSlip<K extends Undo>(
  recorded: Recorded<K>,
  facts: SlipFacts,
  print: UndoPrint,
  name: 'correction' | 'reversal' | 'refund',
  rows: SlipRow[],
  signs: readonly Said[] = [],
): Slip {
  const { hash, personal } = recorded;
  const { payload, actor, approver, recordedAt } = recorded.entry as Recorded<Undo>['entry'];
  const { language } = print;
  const title = saidOnce(language, name, { label: payload.label });
  const people = [facts.nameOf(actor), ...(approver === null ? [] : [`${facts.nameOf(approver)}, approved`])];
  return {
    title: title.english,
    banners: bannersOf(facts, print, false),
    rows: [
      ...bannerRows(language, facts, print, false),
      ...masthead(facts),
      ...pairSaid(title, momentAt(recordedAt, facts.district.timeZone), { weight: 'bold' }),
      ...pairSaid(said(language, 'of-receipt'), payload.receipt),
      pair('Started by', facts.nameOf(actor)),
      ...(approver === null ? [] : [pair('Approved by', facts.nameOf(approver))]),
      ...payerRows(language, personal),
      rule,
      ...rows,
      rule,
      ...pairBothSaid(said(language, 'reason'), reasonWords(language, payload.reason)),
      ...(personal?.words ? [{ row: 'text' as const, text: personal.words }] : []),
      pair('Mark approved', shortHash(payload.mark)),
      headRow(hash),
      blank,
      ...people.map((who) => ({ row: 'signature' as const, who })),
      ...signs.flatMap(signatureSaid),
    ],
    qr: qrOf(payload.label, hash),
  };
}

function headingSaid(language: Language, key: Key): SlipRow[] {
  return textSaid(said(language, key), { weight: 'bold' });
}

function meansSaid(language: Language, means: Payload<'refund_issued'>['means']): Said {
  switch (means.kind) {
    case 'cash':
      return said(language, 'refund.cash');
    case 'card':
      return saidOnce(language, 'refund.card', { card: cardWords(means) });
    case 'warrant':
      return said(language, 'refund.warrant');
  }
}

function totalOf(lines: readonly ReceiptLine[]): number {
  return lines.reduce((total, line) => total + line.cents, 0);
}
