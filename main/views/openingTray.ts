import type { Output, Parsed } from '#contract/contract';
import type { KnownDrawer } from '#db/station/drawers';
import type { StationDb } from '#db/station/open';
import { custodyMark } from '#main/chain/marks';
import type { ReadyContext } from './context.ts';
import { ownOpenDrawer } from './drawerCash.ts';

type Asked = Pick<Parsed<'noSaleProposal'>, 'drawer' | 'reason' | 'words'>;

/** The mark of a tray that is to be opened without money moving. */
export function noSaleProposal(
  db: StationDb,
  input: Parsed<'noSaleProposal'>,
  at: ReadyContext,
): Output<'noSaleProposal'> {
  return { mark: openingTray(db, input, at.person.person).mark };
}

/** A tray that may be opened, worked out; the use-case writes exactly this. */
export function openingTray(db: StationDb, asked: Asked, person: string): { own: KnownDrawer; mark: string } {
  const own = ownOpenDrawer(db, asked.drawer, person);
  const { drawer, reason, words } = asked;
  return { own, mark: custodyMark('tray opened', { drawer, askedBy: person, moves: { reason }, words }) };
}
