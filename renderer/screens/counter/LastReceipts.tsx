import { counter } from '../../messages/counter.ts';
import { useQuery } from '../../page.ts';
import { Mark } from '../../ui/Mark.tsx';
import { ReceiptTable } from '../receipts/ReceiptTable.tsx';

/** On a wide screen: what was taken last in this drawer, and whether it is sent. */
export function LastReceipts({ drawer }: { drawer: string }) {
  const receipts = useQuery('receipts', { drawer }).value?.receipts ?? [];
  if (receipts.length === 0) return null;
  const sent = receipts.filter((row) => row.sent).length;
  return (
    <>
      <span className="push" />
      <div className="title-row">
        <h2 className="section-title">{counter.last.title}</h2>
        <span className="last-counts">
          <span className="with-mark">
            <Mark name="unsent" /> {counter.last.savedHere(receipts.length - sent)}
          </span>
          <span className="with-mark">
            <Mark name="sent" /> {counter.last.sent(sent)}
          </span>
        </span>
      </div>
      <ReceiptTable receipts={receipts.slice(0, 10)} chosen={null} words="" />
    </>
  );
}
