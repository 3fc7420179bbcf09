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
  const checks = tenders
    .filter((tender) => tender.kind === 'check')
    .map((tender) => ({ checkNumber: tender.reference ?? '', cents: tender.cents }));
  assert(
    sum(checks.map((check) => cents(check.cents))) === balanceOf(db, drawerAccount(drawer, 'check')),
    `the checks of ${drawer} are not its check account`,
  );
  return {
    cashCents: balanceOf(db, drawerAccount(drawer, 'cash')),
    checks,
    cardCents: balanceOf(db, drawerAccount(drawer, 'card')),
    cards: tenders.filter((tender) => tender.kind === 'card').length,
  };
}
