import { formatAmount } from '#domain/money';
import { tenders as words } from '../../../messages/tenders.ts';
import type { CounterForm } from '../counterForm.ts';
import { tapeOf } from './tape.ts';

/** The running tape of this receipt, in the room that the panel has left; the oldest rows roll out of sight at its top. */
export function Tape({ form }: { form: CounterForm }) {
  const rows = tapeOf(form);
  return (
    <div className="tape-room">
      {rows.length === 0 ? null : (
        <section className="tape" aria-label={words.tape}>
          <ol>
            {rows.map(({ name, cents, sign }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a tape are known by their place
              <li key={at} data-total={sign === '*' ? '' : undefined}>
                <span className="clip">{name}</span>
                <span className="num">{formatAmount(cents)}</span>
                <span className="tape-sign">{sign}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
