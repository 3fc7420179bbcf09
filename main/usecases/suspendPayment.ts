import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import { nextSuspensionNumber, waitingSuspensionOf } from '#db/station/suspensions';
import { cents, sum } from '#domain/money';
import { refuse } from '#domain/refusal';
import { suspensionLabel } from '#domain/series';
import type { AskedLine, SuspendedLine } from '#domain/suspension';
import { builtLines, ownersOf } from '#main/views/askedLines';
import type { Context } from './context.ts';
import { mustBe, ownDrawer } from './guards.ts';

/** Sets a payment aside before any tender. It is in the journal, so it is there after a restart. */
export function suspendPayment(tx: Tx, input: Parsed<'suspendPayment'>, at: Context): Output<'suspendPayment'> {
  const drawer = ownDrawer(tx, input.drawer, at);
  mustBe('open', drawer);
  if (input.tenderedCents > 0) refuse('suspend_tendered');
  const { businessDay } = drawer;
  builtLines(tx, input.lines, { policy: at.policy, businessDay, role: at.actor.role });
  if (input.resumed !== undefined && !waitingSuspensionOf(tx, input.resumed))
    refuse('suspension_ended', { label: input.resumed });

  // From here on it must be set aside.
  const { series, epoch } = at.station;
  const label = suspensionLabel(series, epoch, nextSuspensionNumber(tx, epoch));
  const totalCents = sum(input.lines.map((line) => cents(line.cents)));
  const lines = input.lines.map(withoutOwner);
  const personal = { ...(input.payer === undefined ? {} : { payer: input.payer }), ...ownersOf(input.lines) };
  const { language, resumed = null } = input;
  const chosen = language === undefined ? {} : { language };
  const payload = { label, drawer: drawer.drawer, lines, totalCents, ...chosen, resumed };
  record(tx, { kind: 'payment_suspended', businessDay, payload, personal }, at);
  return { label };
}

/** Who brought money in suspense is personal and stands beside the entry. */
function withoutOwner(line: AskedLine): SuspendedLine {
  if (line.kind !== 'suspense') return line;
  const { name: _name, address: _address, ...kept } = line;
  return kept;
}
