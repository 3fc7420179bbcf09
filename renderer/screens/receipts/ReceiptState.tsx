import type { ReceiptView } from '#contract/shapes';
import { shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { counter, done } from '../../messages/counter.ts';
import { say } from '../../messages/en.ts';
import { slip } from '../../messages/options.ts';
import { Mark } from '../../ui/Mark.tsx';

/** Saved, sent, printed, void: in words. */
export function ReceiptState({ view }: { view: ReceiptView }) {
  const { station } = useStation();
  return (
    <p className="pad muted states">
      <span className="with-mark">
        <Mark name={view.sent ? 'sent' : 'unsent'} /> {view.sent ? done.sent : done.unsent}
      </span>
      {view.print ? (
        <span className="with-mark">
          <Mark name={view.print.state === 'failed' || view.print.state === 'in_doubt' ? 'warning' : 'printer'} />
          {done.print[view.print.state](station.printer.kind === 'paper' ? done.print.screen : station.printer.name)}
        </span>
      ) : null}
      {slip.went[view.receipt.delivery] ? (
        <span className="with-mark">
          <Mark name={view.receipt.delivery === 'none' ? 'none' : 'letter'} /> {slip.went[view.receipt.delivery]}
        </span>
      ) : null}
      {view.voided ? (
        <span className="with-mark ink">
          <Mark name="cross" className="short" />
          {counter.last.void(say.voidReason[view.voided.reason], shortName(view.voided.approverName))}
        </span>
      ) : null}
    </p>
  );
}
