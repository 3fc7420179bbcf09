import { balanceOf } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { standingTendersOf } from '#db/station/receipts';
import { assert } from '#domain/assert';
import type { Expected } from '#domain/balancing';
import { drawerAccount } from '#domain/drawerPostings';
import { cents, sum } from '#domain/money';

/** What a drawer must hold: the balances of its accounts, and the checks and cards behind two of them. */
export function expectedIn(db: StationDb, drawer: string): Expected {
  const tenders = standingTendersOf(db, drawer);
  const pile = (kind: 'check' | 'money-order') => {
    const papers = tenders
      .filter((tender) => tender.kind === kind)
      .map((tender) => ({ checkNumber: tender.reference ?? '', cents: tender.cents }));
    assert(
      sum(papers.map((paper) => cents(paper.cents))) === balanceOf(db, drawerAccount(drawer, kind)),
      `the papers of ${drawer} are not its ${kind} account`,
    );
    return papers;
  };
  return {
    cashCents: balanceOf(db, drawerAccount(drawer, 'cash')),
    checks: pile('check'),
    moneyOrders: pile('money-order'),
    cardCents: balanceOf(db, drawerAccount(drawer, 'card')),
    cards: tenders.filter((tender) => tender.kind === 'card').length,
  };
}
