import type { ReceiptView } from '#contract/shapes';
import { clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { counter, done } from '../../messages/counter.ts';
import { say } from '../../messages/en.ts';
import { mail } from '../../messages/mail.ts';
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
      {view.receipt.delivery === 'none' ? (
        <span className="with-mark">
          <Mark name="none" /> {mail.receipt.none}
        </span>
      ) : null}
      {view.mail ? <Mailed mail={view.mail} /> : null}
      {view.voided ? (
        <span className="with-mark ink">
          <Mark name="cross" className="short" />
          {counter.last.void(say.voidReason[view.voided.reason], shortName(view.voided.approverName))}
        </span>
      ) : null}
    </p>
  );
}

/** How the slip went out by e-mail, or why not yet. */
function Mailed({ mail: mailed }: { mail: NonNullable<ReceiptView['mail']> }) {
  const { now, zone } = useStation();
  const { address, state, changedAt, doubtful } = mailed;
  // No other state is a slip's: letters are notices.
  const said =
    state === 'letter' || state === 'posted' ? '' : mail.receipt[state](address, clockOrDay(changedAt, zone, now));
  return (
    <span className="with-mark">
      <Mark name={state === 'failed' ? 'warning' : 'letter'} /> {said}
      {doubtful && state === 'sent' ? `, ${mail.receipt.perhapsTwice}` : ''}
    </span>
  );
}
