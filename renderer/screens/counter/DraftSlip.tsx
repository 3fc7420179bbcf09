import { useStation } from '../../frame/station.ts';
import { counter } from '../../messages/counter.ts';
import { useSteadyQuery } from '../../page.ts';
import { SlipText } from '../../ui/SlipText.tsx';
import type { CounterForm } from './counterForm.ts';
import { draftOf } from './draft.ts';

/** On a wide screen: the slip as it will print, while it is typed. */
export function DraftSlip({ form, drawer }: { form: CounterForm; drawer: string }) {
  const { station } = useStation();
  const slip = useSteadyQuery('draftSlip', form.lines.length > 0 ? draftOf(form, drawer) : null).value;
  return (
    <section className="third" aria-label={counter.slip.title}>
      <div className="row">
        <h2>{counter.slip.title}</h2>
        <span className="muted">{station.printer.name}</span>
      </div>
      {slip ? <SlipText rows={slip.rows} label={counter.slip.title} /> : null}
      <span className="push" />
      <p className="pad faint">{slip ? counter.slip.note : counter.slip.none}</p>
    </section>
  );
}
