import type { ReactNode } from 'react';
import type { PaidIn } from '#contract/batchCalls';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { batches as words } from '../../messages/batches.ts';
import { ScannedReceipt } from '../ScannedReceipt.tsx';
import type { Batch } from './batchesForm.ts';

/** Cash that came into the drawer and is no receipt, and cash that left it for something, with what proves it. */
export function PaidInAndOut({ totals: { paidIns, paidOuts } }: { totals: NonNullable<Batch['totals']> }) {
  return (
    <>
      <Rows head={words.paidIns}>
        {paidIns.map((paid) => (
          <Row key={paid.label} of={paid} />
        ))}
      </Rows>
      <Rows head={words.paidOuts}>
        {paidOuts.map((paid) => (
          <Row key={paid.label} of={paid}>
            <ScannedReceipt file={paid.file} />
          </Row>
        ))}
      </Rows>
    </>
  );
}

function Rows({ head, children }: { head: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section aria-label={head}>
      <div className="row">
        <h2>{head}</h2>
      </div>
      <table>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

/** Why, by whom, and how much. */
function Row({ of, children }: { of: PaidIn; children?: ReactNode }) {
  const { zone, now } = useStation();
  const { label, cents, at, byName, approverName } = of;
  return (
    <tr>
      <td>
        {label} <small>{of.words ?? words.noReason}</small>
        <small className="under">
          {words.by(shortName(byName), shortName(approverName))}, {clockOrDay(at, zone, now)}
        </small>
        {children}
      </td>
      <td className="n">{amount(cents)}</td>
    </tr>
  );
}
