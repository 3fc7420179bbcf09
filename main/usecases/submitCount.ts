import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import { refuse } from '#domain/refusal';
import { countsOf } from '#main/views/counts';
import type { Context } from './context.ts';
import { knownDrawer, mustBe, ownDrawer } from './guards.ts';

/**
 * Submits a count. The first is the cashier's own and blind; when it is in, what is expected may be seen, so a recount
 * is another person's. Every count stays (F35).
 */
export function submitCount(tx: Tx, input: Parsed<'submitCount'>, at: Context): Output<'submitCount'> {
  const counts = countsOf(tx, input.drawer);
  const isRecount = knownDrawer(tx, input.drawer).state === 'counted';
  const drawer = isRecount ? knownDrawer(tx, input.drawer) : ownDrawer(tx, input.drawer, at);
  if (!isRecount) mustBe('counting', drawer);
  if (isRecount && (drawer.cashier === at.actor.person || counts.some((count) => count.countedBy === at.actor.person)))
    refuse('recount_needs_another');

  // From here on the count must be kept.
  const countNumber = counts.length + 1;
  record(
    tx,
    {
      kind: 'drawer_counted',
      businessDay: drawer.businessDay,
      payload: {
        ...{ drawer: drawer.drawer, countNumber, count: input.count },
        ...(isRecount || at.policy.counting.blind ? {} : { isBlind: false as const }),
      },
    },
    at,
  );
  return { countNumber };
}
