import type { AccountFlag } from '#domain/account';
import { say } from '../../messages/en.ts';
import { Mark, type MarkName } from '../../ui/Mark.tsx';

const TONES: Partial<Record<AccountFlag, 'short' | 'warn'>> = {
  'no-checks': 'short',
  'shut-off': 'short',
  lien: 'warn',
  autopay: 'warn',
};

const MARKS: Record<AccountFlag, MarkName> = {
  'no-checks': 'cross',
  'shut-off': 'warning',
  lien: 'lock',
  autopay: 'again',
  contract: 'sent',
  commercial: 'none',
};

/** What a cashier must know of an account before taking money: in words, with a mark, never by colour alone. */
export function FlagPill({ flag }: { flag: AccountFlag }) {
  return (
    <span className="pill" data-tone={TONES[flag]}>
      <Mark name={MARKS[flag]} />
      {say.flag[flag]}
    </span>
  );
}
