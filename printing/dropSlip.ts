import { dayWords } from '#domain/businessDay';
import { pieceRows } from './pieceRows.ts';
import type { Slip, SlipRow } from './slip.ts';
import {
  bannersOf,
  blank,
  type Copy,
  headRow,
  masthead,
  middle,
  pair,
  qrOf,
  type Recorded,
  rule,
  type SlipFacts,
} from './slipParts.ts';
import { momentAt } from './when.ts';
import { amountOf } from './words.ts';

/** The slip of a drop, in two halves that say the same: one goes into the sealed drop, one stays with the cashier. */
export function dropSlip(recorded: Recorded<'cash_dropped'>, facts: SlipFacts, print: Copy = { copy: 1 }): Slip {
  const { handoff } = recorded.entry.payload;
  return {
    title: `Drop ${handoff}`,
    banners: bannersOf(facts, print, false),
    rows: [
      ...masthead(facts),
      ...half('Goes inside. Count first, then read.', recorded, facts),
      blank,
      middle('- - - - - - cut here - - - - - -'),
      blank,
      ...half('Stays with the cashier', recorded, facts),
    ],
    qr: qrOf(handoff, recorded.hash),
  };
}

function half(where: string, { entry, hash }: Recorded<'cash_dropped'>, facts: SlipFacts): SlipRow[] {
  const { drawer, batch, number, handoff, pieces, cents } = entry.payload;
  return [
    middle(`Drop ${number} of ${drawer}`, 'bold'),
    middle(where),
    rule,
    pair('Handoff', handoff),
    pair('Batch', batch),
    pair('Business day', dayWords(entry.businessDay)),
    pair('Dropped', momentAt(entry.recordedAt, facts.district.timeZone)),
    pair('Cashier', facts.nameOf(entry.actor)),
    rule,
    ...pieceRows(pieces),
    pair('Total', amountOf(cents), { weight: 'bold' }),
    rule,
    headRow(hash),
    { row: 'signature', who: `${facts.nameOf(entry.actor)}, counted` },
  ];
}
