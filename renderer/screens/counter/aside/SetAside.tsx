import { aside } from '../../../messages/options.ts';
import { Keys } from '../../../ui/Keys.tsx';
import { useSetAside } from '../options/useOptionActions.ts';
import type { Send } from '../useCounter.ts';

/** How many payments wait, told where the payer stands as soon as there is one. */
export function SetAside({ send }: { send: Send }) {
  const waiting = useSetAside();
  if (waiting === 0) return null;
  return (
    <button type="button" className="bare" onClick={() => send({ did: 'askedAside' })}>
      {aside.waiting(waiting)} <Keys keys="F6" />
    </button>
  );
}
