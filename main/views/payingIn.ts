import type { Output, Parsed } from '#contract/contract';
import type { KnownDrawer } from '#db/station/drawers';
import type { StationDb } from '#db/station/open';
import { placeFault } from '#domain/custody';
import type { Policy } from '#domain/district';
import type { FundAndBars } from '#domain/fundAndBars';
import type { Cents } from '#domain/money';
import { refuse } from '#domain/refusal';
import { custodyMark } from '#main/chain/marks';
import type { ReadyContext } from './context.ts';
import { ownOpenDrawer, somethingCounted } from './drawerCash.ts';

type Asked = Pick<Parsed<'paidInProposal'>, 'drawer' | 'pieces' | 'place' | 'reason'>;

/** What a paid-in comes to, and its mark. */
export function paidInProposal(
  db: StationDb,
  input: Parsed<'paidInProposal'>,
  at: ReadyContext,
): Output<'paidInProposal'> {
  const { cents, mark } = payingIn(db, input, at.person.person, at.policy);
  return { cents, mark };
}

/** A paid-in worked out and allowed; the use-case writes exactly this. */
export function payingIn(
  db: StationDb,
  { drawer, pieces, place, reason }: Asked,
  person: string,
  policy: Policy,
): { own: KnownDrawer; cents: Cents; mark: string } {
  const own = ownOpenDrawer(db, drawer, person);
  const cents = somethingCounted(pieces);
  mustBePlace(policy, place);
  const mark = custodyMark('cash paid in', { drawer, askedBy: person, moves: { pieces, place }, words: reason });
  return { own, cents, mark };
}

/** Refuses a place that the chart does not have, or that only the station books to. */
export function mustBePlace(policy: Policy, place: FundAndBars): void {
  const fault = placeFault(policy, place);
  if (fault !== null) refuse(fault, place);
}
