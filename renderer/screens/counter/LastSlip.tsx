import { useStation } from '../../frame/station.ts';
import { counter } from '../../messages/counter.ts';
import { useQuery } from '../../page.ts';
import { SlipText } from '../../ui/SlipText.tsx';

/** On a wide screen: the slip of the last receipt of this drawer, as it printed. */
export function LastSlip({ drawer }: { drawer: string }) {
  const { station } = useStation();
  const label = useQuery('receipts', { drawer }).value?.receipts[0]?.label;
  const slip = useQuery('slip', label ? { document: { kind: 'receipt', label } } : null).value;
  return (
    <section className="third" aria-label={counter.last.slip}>
      <div className="row">
        <h2>{counter.last.slip}</h2>
        <span className="muted">{station.printer.name}</span>
      </div>
      {slip ? <SlipText rows={slip.rows} /> : <p className="pad muted">{counter.last.noSlip}</p>}
    </section>
  );
}
