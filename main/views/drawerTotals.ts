import type { StationDb } from '#db/station/open';
import { receiptsOfDrawer } from '#db/station/receipts';
import { DrawerMove } from '#domain/drawerMoves';
import type { DrawerTotals } from '#domain/drawerTotals';
import { cents, sum } from '#domain/money';
import { drawerMoves } from './drawerMoves.ts';
import { expectedIn } from './expected.ts';

/** What a drawer must hold now, tender by tender, and how it came about, as the journal posted it. */
export function totalsOf(db: StationDb, drawer: string): DrawerTotals {
  const { cashCents, checks, moneyOrders, cardCents, cards } = expectedIn(db, drawer);
  const worth = (pile: readonly { cents: number }[]) => sum(pile.map((paper) => cents(paper.cents)));
  const receipts = receiptsOfDrawer(db, drawer);
  const voided = receipts.filter((receipt) => receipt.voidPosition !== null);
  const total = (of: typeof receipts) => sum(of.map((receipt) => cents(receipt.totalCents)));
  return {
    tenders: [
      { tender: 'cash', cents: cashCents, items: null },
      { tender: 'check', cents: worth(checks), items: checks.length },
      { tender: 'money-order', cents: worth(moneyOrders), items: moneyOrders.length },
      { tender: 'card', cents: cardCents, items: cards },
    ],
    moves: drawerMoves(db, drawer).moves.map((move) => ({ ...move, kind: DrawerMove.parse(move.kind) })),
    receipts: {
      issued: receipts.length,
      voided: voided.length,
      issuedCents: total(receipts),
      voidedCents: total(voided),
    },
  };
}
