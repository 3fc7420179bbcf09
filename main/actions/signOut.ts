import type { Output } from '#contract/contract';
import type { Parts, Session } from '#main/parts';

/** Ends this door's session. The drawer stays as it is, in the care of its cashier. */
export async function signOut(_parts: Parts, session: Session): Promise<Output<'signOut'>> {
  session.person = null;
  return {};
}
