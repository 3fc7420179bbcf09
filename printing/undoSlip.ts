import type { EntryKind, Payload } from '#domain/entry';
import type { ReceiptLine } from '#domain/line';
import { shortHash } from '#domain/shortHash';
import { lineRows } from './lineRows.ts';
import type { Slip, SlipRow } from './slip.ts';
import {
  bannersOf,
  blank,
  type Copy,
  heading,
  headRow,
  masthead,
  pair,
  payerRows,
  qrOf,
  type Recorded,
  rule,
  type SlipFacts,
} from './slipParts.ts';
import { momentAt } from './when.ts';
import { amountOf, tenderWords, undoWords } from './words.ts';

/** The slip of a correction: what stood, and what stands in its place. No money went over the counter. */
export function correctionSlip(
  recorded: Recorded<'receipt_corrected'>,
  facts: SlipFacts,
  print: Copy = { copy: 1 },
): Slip {
  const { correction } = recorded.entry.payload;
  // One line alone stands here, whatever its place on the receipt is.
  const owners = recorded.personal?.owners?.map((owner) => ({ ...owner, line: 0 }));
  const side = (which: 'from' | 'to'): SlipRow[] => {
    if (correction.what === 'line') return lineRows([correction[which]], which === 'to' ? { owners } : null);
    const tender = correction[which];
    return [pair(tenderWords(tender), amountOf(tender.cents))];
  };
  return undoSlip(recorded, facts, print, 'Correction', [
    heading('It stood as'),
    ...side('from'),
    rule,
    heading('It stands now as'),
    ...side('to'),
    rule,
    { row: 'text', text: 'No money went over the counter. The receipt itself stays as it is.' },
  ]);
}

/** The slip of a reversal: a receipt that never was, cancelled after its drawer closed. */
export function reversalSlip(
  recorded: Recorded<'receipt_reversed'>,
  facts: SlipFacts,
  print: Copy = { copy: 1 },
): Slip {
  const { parts } = recorded.entry.payload;
  return undoSlip(recorded, facts, print, 'Reversal', [
    heading('Taken back'),
    ...lineRows(parts.map((part) => part.line)),
    pair('Together', amountOf(totalOf(parts.map((part) => part.line))), { weight: 'bold' }),
    rule,
    { row: 'text', text: 'This receipt never was. No money went over the counter.' },
  ]);
}

/** The slip of a refund: what was paid back, and how. The payer signs for cash. */
export function refundSlip(recorded: Recorded<'refund_issued'>, facts: SlipFacts, print: Copy = { copy: 1 }): Slip {
  const { parts, cents, roundingCents, means } = recorded.entry.payload;
  return undoSlip(
    recorded,
    facts,
    print,
    'Refund',
    [
      heading('Paid back'),
      ...lineRows(parts.map((part) => part.line)),
      ...(roundingCents === 0 ? [] : [pair('Cash rounding, taken back', amountOf(roundingCents))]),
      pair('REFUND', amountOf(cents), { weight: 'double' }),
      pair(meansWords(means), amountOf(cents)),
    ],
    means.kind === 'cash' ? ['Payer, received it'] : [],
  );
}

type Undo = Extract<EntryKind, 'receipt_corrected' | 'receipt_reversed' | 'refund_issued'>;

function undoSlip<K extends Undo>(
  recorded: Recorded<K>,
  facts: SlipFacts,
  print: Copy,
  name: string,
  rows: SlipRow[],
  signs: readonly string[] = [],
): Slip {
  const { hash, personal } = recorded;
  const { payload, actor, approver, recordedAt } = recorded.entry as Recorded<Undo>['entry'];
  return {
    title: `${name} ${payload.label}`,
    banners: bannersOf(facts, print, false),
    rows: [
      ...masthead(facts),
      pair(`${name} ${payload.label}`, momentAt(recordedAt, facts.district.timeZone), { weight: 'bold' }),
      pair('Of receipt', payload.receipt),
      pair('Started by', facts.nameOf(actor)),
      ...(approver === null ? [] : [pair('Approved by', facts.nameOf(approver))]),
      ...payerRows(personal),
      rule,
      ...rows,
      rule,
      pair('Reason', undoWords(payload.reason)),
      ...(personal?.words ? [{ row: 'text' as const, text: personal.words }] : []),
      pair('Mark approved', shortHash(payload.mark)),
      headRow(hash),
      blank,
      ...[
        `${facts.nameOf(actor)}`,
        ...(approver === null ? [] : [`${facts.nameOf(approver)}, approved`]),
        ...signs,
      ].map((who) => ({ row: 'signature' as const, who })),
    ],
    qr: qrOf(payload.label, hash),
  };
}

function meansWords(means: Payload<'refund_issued'>['means']): string {
  switch (means.kind) {
    case 'cash':
      return 'In cash';
    case 'card':
      return `To the card ··${means.lastFour}, approval ${means.approvalCode}`;
    case 'warrant':
      return 'By warrant, by mail';
  }
}

function totalOf(lines: readonly ReceiptLine[]): number {
  return lines.reduce((total, line) => total + line.cents, 0);
}
