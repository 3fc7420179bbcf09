import type { AccountView } from '#contract/shapes';
import { find } from '../../../messages/find.ts';
import { FlagPill } from '../FlagPill.tsx';

/** What the cashier must know before taking money: each flag with its word, its mark and its meaning, and the office's note. */
export function Flags({ account }: { account: AccountView }) {
  if (account.flags.length === 0 && account.status === 'active' && account.notes === '') return null;
  return (
    <ul className="flags">
      {account.status === 'closed' ? (
        <li>
          <span className="pill">{find.closed}</span>
          <span>{find.closedMeans}</span>
        </li>
      ) : null}
      {account.flags.map((flag) => (
        <li key={flag}>
          <FlagPill flag={flag} />
          <span>{find.flagMeans[flag]}</span>
        </li>
      ))}
      {account.notes ? (
        <li>
          <span className="pill">{find.noteHead}</span>
          <span>{account.notes}</span>
        </li>
      ) : null}
    </ul>
  );
}
