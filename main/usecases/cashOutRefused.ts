import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import type { CashOut } from '#domain/custody';
import type { Cents } from '#domain/money';
import { Refusal } from '#domain/refusal';
import { holdsCash, ownOpenDrawer } from '#main/views/drawerCash';
import { approved } from './approved.ts';
import type { Context } from './context.ts';

/** Cash that is to leave the actor's own open drawer, and a second person's yes to exactly that. */
type Asked = { drawer: string; what: CashOut; cents: Cents; mark: string; approval: string | undefined };

const CODES = {
  'paid-out': 'drawer_too_low',
  swap: 'drawer_too_low',
  refund: 'refund_cash_short',
  void: 'void_cash_short',
} as const satisfies Record<CashOut, string>;

/**
 * The no to cash that a drawer does not hold; null where it holds so much. The journal keeps who asked for how much, and the
 * yes is spent on that: by asking for one amount after the other she could find what she is to count blind.
 */
export function cashOutRefused(tx: Tx, { drawer, what, cents, ...asked }: Asked, at: Context): Refusal | null {
  const { batch, businessDay } = ownOpenDrawer(tx, drawer, at.actor.person);
  const yes = approved(tx, asked.approval, asked.mark, at);
  if (holdsCash(tx, drawer, cents)) return null;
  const payload = { drawer, batch, what, cents, mark: asked.mark };
  record(tx, { kind: 'cash_out_refused', businessDay, payload, ...yes }, at);
  return new Refusal(CODES[what], { drawer, kept: 'cash_out_refused' });
}
