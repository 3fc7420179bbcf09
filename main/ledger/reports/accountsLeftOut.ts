import type { LedgerTx } from '#db/ledger/database';
import { type HandoffRow, officeHalves } from '#db/ledger/handoffs';
import type { HiddenDrawer, Span } from '#db/ledger/reportSpan';
import { dayOf } from '#domain/businessDay';
import { transitAccount } from '#domain/handoff';
import type { ReportNote } from '#domain/report';
import { drawersNamed } from './drawersLeftOut.ts';
import { leftOut, safeLeftOut } from './leftOut.ts';

type Hidden = {
  /** Of which one half is missing, of any day. */
  floats: readonly HandoffRow[];
  drawers: readonly HiddenDrawer[];
  isSafeHidden: boolean;
};

/**
 * Accounts whose entries at the office are left out of sums by account, as somebody has still to count blind what they
 * would tell: floats that were issued ahead, what the office has counted of a drawer that is hidden, and the safe before
 * its second count. What the station says of such a drawer is left out with the drawer.
 */
export async function accountsLeftOut(
  tx: LedgerTx,
  { floats, drawers, isSafeHidden }: Hidden,
  { district, from, to, timeZone }: Pick<Span, 'district' | 'from' | 'to'> & { timeZone: string },
): Promise<{ without: string[]; notes: ReportNote[] }> {
  const isOfSpan = (at: number) => from <= dayOf(at, timeZone) && dayOf(at, timeZone) <= to;
  const ahead = floats.filter(({ drawer, at }) => drawer === null && isOfSpan(at));
  const names = drawers.map(({ batch }) => batch);
  const halves = (await officeHalves(tx, district, names)).filter(({ at }) => isOfSpan(at));
  const ofOtherDays = drawers.filter(
    ({ batch, businessDay }) =>
      !(from <= businessDay && businessDay <= to) && halves.some((half) => half.batch === batch),
  );
  return {
    without: [
      ...[...ahead, ...halves].map(({ handoff }) => transitAccount(handoff)),
      ...(isSafeHidden ? ['safe'] : []),
    ],
    notes: [
      ...drawersNamed(ofOtherDays).map((words) => ({ words, isLoud: false })),
      ...(ahead.length === 0 ? [] : [leftOut(ahead)]),
      ...(isSafeHidden ? [safeLeftOut] : []),
    ],
  };
}
