import { dayWords } from '#domain/businessDay';
import type { NoSaleReason } from '#domain/custody';
import type { Entry } from '#domain/entry';
import type { FundAndBars } from '#domain/fundAndBars';
import type { Recorded } from '#domain/recorded';
import { shortHash } from '#domain/shortHash';
import { pieceRows } from './pieceRows.ts';
import type { Slip, SlipRow } from './slip.ts';
import {
  bannersOf,
  type Copy,
  heading,
  headRow,
  masthead,
  middle,
  pair,
  qrOf,
  rule,
  type SlipFacts,
} from './slipParts.ts';
import { momentAt } from './when.ts';
import { amountOf } from './words.ts';

const NO_SALE: Readonly<Record<NoSaleReason, string>> = {
  make_change: 'Change for somebody',
  put_in_order: 'The tray put in order',
  try_tray: 'The tray tried',
  other: 'Something else',
};

/** The line that an opened tray leaves on paper. */
export function noSaleSlip(recorded: Recorded<'no_sale'>, facts: SlipFacts, print: Copy): Slip {
  const { label, reason, mark } = recorded.entry.payload;
  return custodySlip(`No sale ${label}`, label, recorded, facts, print, [
    pair('Reason', NO_SALE[reason]),
    ...wordsOf(recorded),
    pair('Mark approved', shortHash(mark)),
  ]);
}

/** Cash put into a drawer that is no receipt. */
export function paidInSlip(recorded: Recorded<'cash_paid_in'>, facts: SlipFacts, print: Copy): Slip {
  const { label, place, pieces, cents, mark } = recorded.entry.payload;
  return custodySlip(`Paid-in ${label}`, label, recorded, facts, print, [
    pair('From', placeWords(place)),
    ...wordsOf(recorded),
    rule,
    ...pieceRows(pieces),
    pair('Paid in', amountOf(cents), { weight: 'bold' }),
    rule,
    pair('Mark approved', shortHash(mark)),
  ]);
}

/** Cash paid out of a drawer, and which scanned receipt proves it. */
export function paidOutSlip(recorded: Recorded<'cash_paid_out'>, facts: SlipFacts, print: Copy): Slip {
  const { label, place, pieces, cents, attachment, mark } = recorded.entry.payload;
  return custodySlip(`Paid-out ${label}`, label, recorded, facts, print, [
    pair('For', placeWords(place)),
    ...wordsOf(recorded),
    pair('Receipt', attachment.name),
    pair('Its SHA-256', shortHash(attachment.sha256)),
    rule,
    ...pieceRows(pieces),
    pair('Paid out', amountOf(cents), { weight: 'bold' }),
    rule,
    pair('Mark approved', shortHash(mark)),
  ]);
}

/** Pieces of a drawer for as much in others of the safe. */
export function swapSlip(recorded: Recorded<'change_swapped'>, facts: SlipFacts, print: Copy): Slip {
  const { label, out, in: into, cents, mark } = recorded.entry.payload;
  return custodySlip(`Change swap ${label}`, label, recorded, facts, print, [
    rule,
    heading('To the safe'),
    ...pieceRows(out),
    rule,
    heading('From the safe'),
    ...pieceRows(into),
    pair('Worth, each way', amountOf(cents), { weight: 'bold' }),
    rule,
    pair('Mark approved', shortHash(mark)),
  ]);
}

/** What each of them has of an entry. */
type Told = Pick<Recorded<'no_sale'>, 'hash' | 'personal'> & {
  entry: Pick<Entry, 'actor' | 'approver' | 'businessDay' | 'recordedAt'> & { payload: { drawer: string } };
};

/** What all of them say before and after what is their own. */
function custodySlip(
  title: string,
  label: string,
  { entry, hash }: Told,
  facts: SlipFacts,
  print: Copy,
  own: SlipRow[],
): Slip {
  const approver = entry.approver === null ? null : facts.nameOf(entry.approver);
  return {
    title,
    banners: bannersOf(facts, print, false),
    rows: [
      ...masthead(facts),
      middle(title, 'bold'),
      rule,
      pair('Drawer', entry.payload.drawer),
      pair('Business day', dayWords(entry.businessDay)),
      pair('When', momentAt(entry.recordedAt, facts.district.timeZone)),
      pair('By', facts.nameOf(entry.actor)),
      ...(approver === null ? [] : [pair('Approved by', approver)]),
      ...own,
      headRow(hash),
      { row: 'signature', who: facts.nameOf(entry.actor) },
      ...(approver === null ? [] : [{ row: 'signature' as const, who: `${approver}, approved` }]),
    ],
    qr: qrOf(label, hash),
  };
}

function wordsOf({ personal }: Pick<Told, 'personal'>): SlipRow[] {
  return personal?.words ? [{ row: 'text', text: personal.words }] : [];
}

function placeWords({ fund, bars }: FundAndBars): string {
  return `${fund} ${bars}`;
}
