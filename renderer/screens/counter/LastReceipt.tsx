import { amount } from '../../format.ts';
import { counter } from '../../messages/counter.ts';
import { useQuery } from '../../page.ts';
import { Joined } from '../../ui/Joined.tsx';

/**
 * What was taken last in this drawer, while nothing is begun. A page that was loaded anew right after the button was
 * pressed would otherwise show nothing of it, and the payment might be typed again.
 */
export function LastReceipt({ drawer }: { drawer: string }) {
  const last = useQuery('receipts', { drawer, most: 1 }).value?.receipts[0];
  const view = useQuery('receipt', last ? { label: last.label } : null).value;
  if (!last || !view) return null;
  return (
    <>
      <span className="push" />
      <p className="pad muted">
        <Joined>
          {counter.last.one(last.label)}
          {last.payer}
          {amount(last.totalCents)}
          {view.receipt.changeCents > 0 ? counter.last.change(amount(view.receipt.changeCents)) : null}
          {last.voided ? counter.last.voidBy(last.voided.approverName) : null}
        </Joined>
      </p>
    </>
  );
}
