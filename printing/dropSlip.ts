import { dayWords } from '#domain/businessDay';
import type { Recorded } from '#domain/recorded';
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
  rule,
  type SlipFacts,
} from './slipParts.ts';
import { momentAt } from './when.ts';
import { amountOf } from './words.ts';

/**
 * The slip of a drop, in two halves. The one that goes into the sealed drop tells no amount: whoever receives it counts
 * without knowing the cashier's count (design §8). The other one has it, and stays with the cashier.
 */
export function dropSlip(recorded: Recorded<'cash_dropped'>, facts: SlipFacts, print: Copy = { copy: 1 }): Slip {
  const { handoff } = recorded.entry.payload;
  return {
    title: `Drop ${handoff}`,
    banners: bannersOf(facts, print, false),
    rows: [
      ...masthead(facts),
      ...inside(recorded, facts),
      blank,
      middle('- - - - - - cut here - - - - - -'),
      blank,
      ...half('Stays with the cashier', recorded, facts, counted(recorded)),
    ],
    qr: qrOf(handoff, recorded.hash),
  };
}

/** The half that goes inside, by itself: what anybody may see of a drop before counting it. */
export function dropInside(recorded: Recorded<'cash_dropped'>, facts: SlipFacts, print: Copy = { copy: 1 }): Slip {
  const { handoff } = recorded.entry.payload;
  const rows = [...masthead(facts), ...inside(recorded, facts)];
  return {
    title: `Drop ${handoff}`,
    banners: bannersOf(facts, print, false),
    rows,
    qr: qrOf(handoff, recorded.hash),
  };
}

function inside(recorded: Recorded<'cash_dropped'>, facts: SlipFacts): SlipRow[] {
  return half('Goes inside', recorded, facts, [
    { row: 'text', text: 'The amount is not told here: count it, and record your count at the safe.' },
  ]);
}

function counted({ entry }: Recorded<'cash_dropped'>): SlipRow[] {
  const { pieces, cents } = entry.payload;
  return [...pieceRows(pieces), pair('Total', amountOf(cents), { weight: 'bold' })];
}

function half(
  where: string,
  { entry, hash }: Recorded<'cash_dropped'>,
  facts: SlipFacts,
  what: readonly SlipRow[],
): SlipRow[] {
  const { drawer, batch, number, handoff } = entry.payload;
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
    ...what,
    rule,
    headRow(hash),
    { row: 'signature', who: `${facts.nameOf(entry.actor)}, counted` },
  ];
}
