import type { ReceiptView } from '#contract/shapes';
import { done } from '../../messages/counter.ts';
import { useDo } from '../../page.ts';

/** After a printer fell silent in mid-slip, only a person knows whether it came out. */
export function PrintDoubt({ view }: { view: ReceiptView }) {
  const run = useDo();
  if (view.print?.state !== 'in_doubt') return null;
  const { job } = view.print;
  const answer = (printed: boolean) => run('answerPrint', { job, printed });
  return (
    <section className="doubt" aria-label={done.doubt.title(view.label)}>
      <b>{done.doubt.title(view.label)}</b>
      <p className="muted">{done.doubt.words}</p>
      <div className="dialog-foot">
        <button type="button" className="plain" onClick={() => answer(true)}>
          {done.doubt.yes}
        </button>
        <button type="button" className="plain" onClick={() => answer(false)}>
          {done.doubt.no}
        </button>
      </div>
    </section>
  );
}
