import { drawer } from '../../messages/drawer.ts';
import { receipts } from '../../messages/receipts.ts';
import { useDo } from '../../page.ts';
import type { Comparison } from './Compare.tsx';

const words = drawer.compare.unprinted;

/**
 * What did not come out of this drawer's slips. Each has a way out: the printer comes back, a person says what became of
 * it, or it is left with a reason and a supervisor's yes (F46).
 */
export function UnprintedSlips({ slips }: { slips: Comparison['unprinted'] }) {
  if (slips.length === 0) return null;
  return (
    <table className="unprinted">
      <caption className="t12">{words.name}</caption>
      <tbody>
        {slips.map((slip) => (
          <tr key={slip.job}>
            <td>
              {receipts.document[slip.document]} <small className="nowrap">{slip.label}</small>
            </td>
            <td className="unprinted-state">
              {slip.state === 'in_doubt' ? <Answer slip={slip} /> : words.states[slip.state]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answer({ slip: { job, label } }: { slip: Comparison['unprinted'][number] }) {
  const run = useDo();
  const answer = (printed: boolean) => void run('answerPrint', { job, printed });
  return (
    <span className="row">
      {words.states.in_doubt}
      <button type="button" className="plain" aria-label={`${words.yes}: ${label}`} onClick={() => answer(true)}>
        {words.yes}
      </button>
      <button type="button" className="plain" aria-label={`${words.no}: ${label}`} onClick={() => answer(false)}>
        {words.no}
      </button>
    </span>
  );
}
