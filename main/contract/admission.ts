import { problemOf } from '#domain/problem';
import { refuse } from '#domain/refusal';
import type { Role } from '#domain/role';
import { type CallName, contract } from './contract.ts';
import { implausibleAmount } from './plausible.ts';
import { cardNumberField, unkeepableField } from './screening.ts';

/* How every call is let in, at a station's door and at the ledger's: the same parsing, screening and permission. */

/**
 * What was sent, parsed once; whoever stands behind the door trusts it, and every amount in it to be plausible.
 * @throws Refusal `bad_input`, `card_number_in_text`
 */
export function admitted(name: CallName, input: unknown): unknown {
  const result = contract[name].input.safeParse(input, { reportInput: true });
  if (!result.success) refuse('bad_input', problemOf(result.error));
  const implausible = implausibleAmount(result.data);
  if (implausible !== null) refuse('bad_input', implausible);
  const unkeepable = unkeepableField(result.data);
  if (unkeepable !== null) refuse('bad_input', { field: unkeepable, problem: 'must be plain text on one line' });
  const field = cardNumberField(result.data);
  if (field !== null) refuse('card_number_in_text', { field });
  return result.data;
}

/**
 * Lets those in whom the contract lets call; null is nobody signed in.
 * @throws Refusal `not_signed_in`, `not_permitted`
 */
export function permit(name: CallName, role: Role | null): void {
  const { who } = contract[name];
  if (who === 'anyone') return;
  if (role === null) refuse('not_signed_in');
  if (who === 'signed-in') return;
  const allowed: readonly Role[] = who;
  if (!allowed.includes(role)) refuse('not_permitted', { role, allowed: allowed.join() });
}
