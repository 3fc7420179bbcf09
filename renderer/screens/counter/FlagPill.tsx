import type { AccountFlag } from '#domain/account';
import { say } from '../../messages/en.ts';
import { Mark } from '../../ui/Mark.tsx';

/** What a cashier must know of an account before taking money: in words, with a mark, never by colour alone. */
export function FlagPill({ flag }: { flag: AccountFlag }) {
  return (
    <span className="pill" data-tone={flag === 'no-checks' || flag === 'shut-off' ? 'short' : 'warn'}>
      <Mark name={flag === 'autopay' ? 'again' : flag === 'no-checks' ? 'cross' : 'warning'} />
      {say.flag[flag]}
    </span>
  );
}
