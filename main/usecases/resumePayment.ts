import type { Output, Parsed } from '#contract/contract';
import { entryAt } from '#db/station/journal';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import { waitingSuspensionOf } from '#db/station/suspensions';
import type { Personal } from '#domain/entry';
import { refuse } from '#domain/refusal';
import type { AskedLine, SuspendedLine } from '#domain/suspension';
import type { Context } from './context.ts';
import { mustBe, ownDrawer } from './guards.ts';

/** Takes a payment up again that was set aside, by whomever. It stays until its receipt is issued or it is dropped. */
export function resumePayment(tx: Tx, input: Parsed<'resumePayment'>, at: Context): Output<'resumePayment'> {
  const { label } = input;
  const drawer = ownDrawer(tx, input.drawer, at);
  mustBe('open', drawer);
  const known = waitingSuspensionOf(tx, label) ?? refuse('suspension_ended', { label });
  const { entry, personal } = entryAt(tx, known.position, 'payment_suspended');

  // From here on it must be taken up.
  const payload = { label, drawer: drawer.drawer };
  record(tx, { kind: 'payment_resumed', businessDay: drawer.businessDay, payload }, at);
  return {
    label,
    lines: entry.payload.lines.map((line, place) => withOwner(line, place, personal)),
    payer: personal?.payer ?? '',
    language: entry.payload.language ?? null,
  };
}

/** A line with who brought its money, as it stood beside the entry. */
function withOwner(line: SuspendedLine, place: number, personal: Personal | null): AskedLine {
  if (line.kind !== 'suspense') return line;
  const owner = personal?.owners?.find((known) => known.line === place);
  return { ...line, name: owner?.name ?? '?', address: owner?.address ?? '?' };
}
