import type { TieBreak } from '#contract/depositCalls';
import { cents, formatSigned } from '#domain/money';
import { witnessing, tie as words } from '../../messages/deposits.ts';
import { Mark } from '../../ui/Mark.tsx';

/** By how much, and only of a count whether that is over or short. */
function Signed({ why, by }: { why: TieBreak['why']; by: number }) {
  const word = why === 'over_short' ? (by > 0 ? words.over : words.short) : '';
  return (
    <span className={by > 0 ? 'over' : 'short'}>
      {formatSigned(cents(by))} {word}
    </span>
  );
}

/** Every place at which the tie does not hold, by its name, its batch and its tender. */
export function Breaks({ breaks }: { breaks: readonly TieBreak[] }) {
  return (
    <table className="breaks" aria-label={words.breaks}>
      <tbody>
        {breaks.map(({ why, batch, tender, cents: by }) => (
          <tr key={`${why} ${batch} ${tender}`}>
            <td>
              <span className="with-mark">
                <Mark name="warning" className={by > 0 ? 'over' : 'short'} /> {words.why[why]}
              </span>
            </td>
            <td className="muted nowrap">{batch ?? ''}</td>
            <td className="muted nowrap">{tender === null ? '' : witnessing.what[tender]}</td>
            <td className="n">
              <Signed why={why} by={by} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
