import type { PaidOut } from '#contract/batchCalls';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { batches as words } from '../../messages/batches.ts';
import { ScannedReceipt } from '../ScannedReceipt.tsx';

/** Cash that left the drawer for something: why, by whom, and what proves it. */
export function PaidOuts({ paidOuts }: { paidOuts: readonly PaidOut[] }) {
  return (
    <section aria-label={words.paidOuts}>
      <div className="row">
        <h2>{words.paidOuts}</h2>
      </div>
      <table>
        <tbody>
          {paidOuts.map((paid) => (
            <Row key={paid.label} of={paid} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ of }: { of: PaidOut }) {
  const { zone, now } = useStation();
  const { label, cents, at, byName, approverName, file } = of;
  return (
    <tr>
      <td>
        {label} <small>{of.words ?? words.noReason}</small>
        <small className="under">
          {words.by(shortName(byName), shortName(approverName))}, {clockOrDay(at, zone, now)}
        </small>
        <ScannedReceipt file={file} />
      </td>
      <td className="n">{amount(cents)}</td>
    </tr>
  );
}
