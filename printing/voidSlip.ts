import type { Receipt } from '#domain/receipt';
import { shortHash } from '#domain/shortHash';
import type { Tender } from '#domain/tender';
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
import { amountOf, tenderWords, voidWords } from './words.ts';

/** The slip of a void: what was taken back, what was given back, why, and who agreed. All three sign it. */
export function voidSlip(recorded: Recorded<'receipt_voided'>, facts: SlipFacts, print: Copy = { copy: 1 }): Slip {
  const { entry, hash, personal } = recorded;
  const { receipt } = entry.payload;
  return {
    title: `Void ${receipt.label}`,
    banners: bannersOf(facts, print, true),
    rows: [
      ...masthead(facts),
      ...aboutRows(recorded, facts),
      rule,
      heading('Taken back'),
      ...lineRows(receipt.lines),
      pair('Receipt total', amountOf(receipt.totalCents), { weight: 'bold' }),
      rule,
      heading('Given back over the counter'),
      ...givenBackRows(receipt),
      pair('Given back', amountOf(receipt.totalCents + receipt.roundingCents), { weight: 'bold' }),
      rule,
      pair('Reason', voidWords(entry.payload.reason)),
      ...(personal?.words ? [{ row: 'text' as const, text: personal.words }] : []),
      blank,
      { row: 'text', text: 'The number stays used. The charges are open again as they were.' },
      rule,
      pair('Mark approved', shortHash(entry.payload.mark)),
      headRow(hash),
      ...signatures(entry.actor, entry.approver, facts),
    ],
    qr: qrOf(receipt.label, hash),
  };
}

function aboutRows({ entry, personal }: Recorded<'receipt_voided'>, facts: SlipFacts): SlipRow[] {
  const { receipt } = entry.payload;
  return [
    pair(`Receipt ${receipt.label}`, 'void', { weight: 'bold' }),
    pair('Void since', momentAt(entry.recordedAt, facts.district.timeZone)),
    pair('Drawer', receipt.drawer),
    pair('Started by', facts.nameOf(entry.actor)),
    ...(entry.approver === null ? [] : [pair('Approved by', facts.nameOf(entry.approver))]),
    ...payerRows(personal),
  ];
}

/** How each tender goes back. */
const HOW_BACK: Readonly<Record<Tender['kind'], string | null>> = {
  cash: null,
  check: 'the check itself',
  'money-order': 'the money order itself',
  card: 'to the card, on the terminal',
  credit: 'to the account, as credit',
};

/** Of the cash, what was kept; a check goes back as the paper itself and a card through the terminal. */
function givenBackRows(receipt: Receipt): SlipRow[] {
  return receipt.tenders
    .filter((tender) => tender.cents > 0)
    .flatMap((tender) => {
      const how = HOW_BACK[tender.kind];
      const row = pair(tenderWords(tender), amountOf(tender.cents));
      return how === null ? [row] : [row, { row: 'text' as const, text: how, indent: 2 }];
    });
}

function signatures(actor: string, approver: string | null, facts: SlipFacts): SlipRow[] {
  return [
    { row: 'signature', who: `${facts.nameOf(actor)}, gave it back` },
    ...(approver === null ? [] : [{ row: 'signature' as const, who: `${facts.nameOf(approver)}, approved` }]),
    { row: 'signature', who: 'Payer, received it back' },
  ];
}
