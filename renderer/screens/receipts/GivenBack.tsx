import type { ReceiptView } from '#contract/shapes';
import { cashIn } from '#domain/receipt';
import { amount } from '../../format.ts';
import { done } from '../../messages/counter.ts';
import { voiding } from '../../messages/receipts.ts';
import { Columns } from '../../ui/Columns.tsx';
import { Headline } from '../../ui/Headline.tsx';
import { tenderName } from './ReceiptLines.tsx';

/** What a void gives back over the counter, by tender: the cash loud, for whoever has it still to hand out. */
export function GivenBack({ view }: { view: Pick<ReceiptView, 'drawer' | 'receipt'> }) {
  const { receipt, drawer } = view;
  const cashCents = cashIn(receipt);
  const others = receipt.tenders.filter((tender) => tender.kind !== 'cash');
  return (
    <div className="undone">
      {cashCents > 0 ? (
        <Headline head={voiding.cashGiven} aside={voiding.fromDrawer(drawer)} isNews>
          {amount(cashCents)}
        </Headline>
      ) : null}
      {others.length > 0 ? (
        <table className="tight">
          <Columns
            of={[
              { name: cashCents > 0 ? voiding.alsoBack : voiding.back, span: 2 },
              { name: done.columns.amount, right: true },
            ]}
          />
          <tbody>
            {others.map((tender, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: tenders of a receipt never move
              <tr key={at}>
                <td>{tenderName(tender)}</td>
                <td className="muted">{voiding.from[tender.kind]}</td>
                <td className="n">{amount(tender.cents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  );
}
