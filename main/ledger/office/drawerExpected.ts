import type { BatchRow } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { type DrawerToldRow, heldInDrawer, toldOfDrawer } from '#db/ledger/drawerTold';
import { assert } from '#domain/assert';
import type { CountedCheck, Expected } from '#domain/balancing';
import { type Cents, cents, sum } from '#domain/money';
import type { Receipt } from '#domain/receipt';
import type { Tender } from '#domain/tender';

/** What a drawer must hold by what its station has sent, and with what float it began. */
export async function drawerExpected(
  tx: LedgerTx,
  district: string,
  row: BatchRow,
): Promise<{ expected: Expected; floatCents: Cents }> {
  const told = await toldOfDrawer(tx, district, row);
  const held = await heldInDrawer(tx, district, row);
  const tenders = tendersLeft(told, row);
  const opened = told.find((one) => one.kind === 'drawer_opened' && one.told.drawer === row.drawer);
  assert(opened?.kind === 'drawer_opened', `drawer ${row.drawer} was never opened`);
  const checks = tenders.flatMap((one) => (one.kind === 'check' ? [paper(one.checkNumber, one.cents)] : []));
  const moneyOrders = tenders.flatMap((one) => (one.kind === 'money-order' ? [paper(one.serial, one.cents)] : []));
  for (const [kind, pile] of [['check', checks] as const, ['money-order', moneyOrders] as const])
    assert(worth(pile) === (held.get(kind) ?? 0), `the papers of ${row.drawer} are not its ${kind} account`);
  return {
    expected: {
      cashCents: cents(held.get('cash') ?? 0),
      ...{ checks, moneyOrders, cardCents: cents(held.get('card') ?? 0) },
      cards: tenders.filter(({ kind }) => kind === 'card').length,
    },
    floatCents: cents(opened.told.floatCents),
  };
}

/** The tenders of a drawer's receipts as they lie in it: those made void handed back, those corrected as they are now. */
function tendersLeft(told: readonly DrawerToldRow[], { batch }: BatchRow): Tender[] {
  const kept = new Map<number, Receipt['tenders']>();
  for (const one of told) {
    if (one.kind === 'receipt_issued' && one.told.batch === batch) kept.set(one.sequence, [...one.told.tenders]);
    else if (one.kind === 'receipt_voided') kept.delete(one.told.issuedSequence);
    else if (one.kind === 'receipt_corrected' && one.told.correction.what === 'tender') {
      const { place, to } = one.told.correction;
      const tenders = kept.get(one.told.issuedSequence);
      if (tenders) tenders[place] = to;
    }
  }
  return [...kept.values()].flat();
}

function paper(checkNumber: string, amount: number): CountedCheck {
  return { checkNumber, cents: amount };
}

function worth(pile: readonly CountedCheck[]): Cents {
  return sum(pile.map((one) => cents(one.cents)));
}
