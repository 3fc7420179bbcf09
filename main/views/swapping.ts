import type { Output, Parsed } from '#contract/contract';
import type { KnownDrawer } from '#db/station/drawers';
import type { StationDb } from '#db/station/open';
import { worthOf } from '#domain/denominations';
import type { Cents } from '#domain/money';
import { refuse } from '#domain/refusal';
import { custodyMark } from '#main/chain/marks';
import type { ReadyContext } from './context.ts';
import { ownOpenDrawer, somethingCounted } from './drawerCash.ts';

type Asked = Pick<Parsed<'swapProposal'>, 'drawer' | 'out' | 'in'>;

/** What a swap of change with the safe comes to, and its mark. */
export function swapProposal(db: StationDb, input: Parsed<'swapProposal'>, at: ReadyContext): Output<'swapProposal'> {
  const { cents, mark } = swapping(db, input, at.person.person);
  return { cents, mark };
}

/** A swap of equal worth, worked out; the use-case writes exactly this, if the drawer holds so much. */
export function swapping(
  db: StationDb,
  { drawer, out, in: into }: Asked,
  person: string,
): { own: KnownDrawer; cents: Cents; mark: string } {
  const own = ownOpenDrawer(db, drawer, person);
  const cents = somethingCounted(out);
  const inCents = worthOf(into);
  if (inCents !== cents) refuse('swap_unequal', { outCents: cents, inCents });
  const mark = custodyMark('change swapped', { drawer, askedBy: person, moves: { out, in: into }, words: undefined });
  return { own, cents, mark };
}
