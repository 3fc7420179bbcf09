import { amount, clockOrDay } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { say } from '../../messages/en.ts';
import { find } from '../../messages/find.ts';
import { officeReceipt as words } from '../../messages/officeReceipt.ts';
import { Columns } from '../../ui/Columns.tsx';
import { PickRow } from '../../ui/PickRow.tsx';
import type { BatchReceipt } from './officeReceiptForm.ts';

const { columns } = words;
const COLUMNS = [
  ...[columns.receipt, columns.at, columns.payer, columns.paidBy, columns.undone].map((name) => ({ name })),
  { name: columns.amount, right: true as const },
];

type BatchReceiptTableProps = {
  receipts: readonly BatchReceipt[];
  chosen: string | null;
  onPick: (label: string) => void;
};

/** Receipts of a batch by number. One of which nothing stands is struck through. */
export function BatchReceiptTable({ receipts, chosen, onPick }: BatchReceiptTableProps) {
  const { now, zone } = useStation();
  return (
    <table className="receipts">
      <Columns of={COLUMNS} />
      <tbody>
        {receipts.map(({ label, at, payer, tenders, undone, totalCents }) => (
          <PickRow
            key={label}
            isChosen={label === chosen}
            isVoid={undone === 'void' || undone === 'reversal'}
            onPick={() => onPick(label)}
          >
            <td className="nowrap">{label}</td>
            <td className="num nowrap">{clockOrDay(at, zone, now)}</td>
            <td className="clip">{payer}</td>
            <td className="clip">{tenders.map((kind) => say.tender[kind]).join(', ')}</td>
            <td className="tag">{undone ? find.undone[undone] : ''}</td>
            <td className="n">{amount(totalCents)}</td>
          </PickRow>
        ))}
      </tbody>
    </table>
  );
}
