import type { Output } from '#contract/contract';

type Tie = Pick<Output<'day'>, 'tie' | 'breaks'>;
type Break = Tie['breaks'][number];
type Row = Tie['tie'][number];

/** A break, as short as it can be told. */
export function brokenAt(why: Break['why'], tender: Break['tender'], cents: number, at: Partial<Break> = {}): Break {
  return { ...{ why, tender, cents, batch: null, deposit: null, document: null, day: null }, ...at };
}

function row(tender: Row['tender'], cents: readonly (number | null)[], holds: Row['holds']): Row {
  const [receipts, drawers, deposit = null, bank = null, untold] = cents;
  return {
    tender,
    ...{ receiptsCents: receipts ?? 0, drawersCents: drawers ?? 0, depositCents: deposit, bankCents: bank },
    ...{ untoldCents: untold ?? 0, holds },
  };
}

const inBatch = (batch: string, document = batch) => ({ batch, document });
const inDeposit = { deposit: 'L-P0231', document: 'QB00814473' };

/** A Monday evening: one drawer short, five dollars missing on the way, one batch in a bag, the others in none. */
export const TIE_OF_MONDAY: Tie = {
  tie: [
    row('cash', [452_030, 451_605, 141_250, 0], { drawers: 'differs', deposit: 'differs', bank: 'open' }),
    row('check', [1_673_893, 1_673_893, 320_745, 0], { drawers: 'even', deposit: 'open', bank: 'open' }),
    row('card', [658_305, 659_305], { drawers: 'differs', deposit: null, bank: 'open' }),
  ],
  breaks: [
    brokenAt('over_short', 'cash', -425, inBatch('W3-B0041', 'W3-D0041')),
    brokenAt('handoff_open', 'cash', -500, inBatch('W3-B0041', 'W3-D0041-cash')),
    brokenAt('difference', 'card', 1_000, inBatch('W3-B0041', 'W3-D0041')),
    brokenAt('clearing', 'card', -184_620, inBatch('W1-B0041')),
    brokenAt('not_deposited', 'cash', -96_845, inBatch('W2-B0041')),
    brokenAt('not_deposited', 'check', -411_860, inBatch('W2-B0041')),
    brokenAt('clearing', 'card', -253_075, inBatch('W2-B0041')),
    brokenAt('not_deposited', 'cash', -213_010, inBatch('W3-B0041')),
    brokenAt('not_deposited', 'check', -941_288, inBatch('W3-B0041')),
    brokenAt('clearing', 'card', -221_610, inBatch('W3-B0041')),
    brokenAt('on_its_way', 'cash', -141_250, inDeposit),
    brokenAt('on_its_way', 'check', -320_745, inDeposit),
  ],
};

const EVEN: Row['holds'] = { drawers: 'even', deposit: 'even', bank: 'even' };

/** A day that is all at the bank: a refund out of the drawer, and a bag of which the bank's slip says less. */
export const TIE_OF_FRIDAY: Tie = {
  tie: [
    row('cash', [96_240, 94_240, 94_240, 0, 94_240], { drawers: 'differs', deposit: 'even', bank: 'open' }),
    row('check', [412_660, 412_660, 412_660, 0, 412_660], { ...EVEN, bank: 'open' }),
    row(null, [0, 0, 506_900, 505_900], { drawers: 'open', deposit: null, bank: 'differs' }),
  ],
  breaks: [
    brokenAt('refund', 'cash', -2_000, inBatch('W1-B0040', 'W1-R000004')),
    brokenAt('bank', null, -1_000, { deposit: 'L-P0230', document: 'QB00814470' }),
  ],
};
