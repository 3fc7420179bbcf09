import type { Output, Parsed } from '#contract/contract';
import type { Parts, Session } from '#main/parts';

/** Opens this door's session for the person behind the PIN. */
export async function signIn(parts: Parts, session: Session, input: Parsed<'signIn'>): Promise<Output<'signIn'>> {
  session.person = await parts.pins.prove(input.person, input.pin);
  return session.person;
}
