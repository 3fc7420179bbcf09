import type { DocumentRef, ReceiptSeen } from '#contract/shapes';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { done } from '../../messages/counter.ts';
import { voiding, receipts as words } from '../../messages/receipts.ts';
import { undo } from '../../messages/undo.ts';
import { Columns } from '../../ui/Columns.tsx';
import { Headline } from '../../ui/Headline.tsx';
import { GivenBack } from './GivenBack.tsx';
import { PaidLine } from './ReceiptLines.tsx';

const REASONS: Record<string, string> = { ...undo.correctionReason, ...undo.refundReason, ...undo.reversalReason };

type UndoneProps = { view: ReceiptSeen; shown: DocumentRef; onShow: (document: DocumentRef) => void };

/** What the last undoing gives back in cash, loud, for whoever has it still to hand out. */
function CashGiven({ last }: { last: ReceiptSeen['undos'][number] | undefined }) {
  if (last?.means !== 'cash') return null;
  return (
    <Headline head={voiding.cashGiven} aside={last.label} isNews>
      {amount(last.cents)}
    </Headline>
  );
}

/** What undid the receipt, each with its slip to be looked at, and what stands of it since. */
export function Undone({ view, shown, onShow }: UndoneProps) {
  if (view.voided) return <GivenBack view={view} />;
  if (view.undos.length === 0) return null;
  return (
    <div className="undone">
      <CashGiven last={view.undos.at(-1)} />
      <UndoneSince view={view} shown={shown} onShow={onShow} />
    </div>
  );
}

/** Each correction, reversal and refund, and what stands after the last. */
export function UndoneSince({ view, shown, onShow }: UndoneProps) {
  const { zone, now } = useStation();
  return (
    <>
      <table className="tight">
        <Columns of={[{ name: words.undone }, { name: words.because }, { name: done.columns.amount, right: true }]} />
        <tbody>
          {view.undos.map((one) => (
            <tr key={one.label} data-selected={shown.label === one.label ? '' : undefined}>
              <td>
                <button
                  type="button"
                  className="bare"
                  aria-pressed={shown.label === one.label}
                  onClick={() => onShow({ kind: one.kind, label: one.label })}
                >
                  {one.label}
                </button>{' '}
                <small>{clockOrDay(one.at, zone, now)}</small>
              </td>
              <td>
                {REASONS[one.reason]} <small>{words.agreed(shortName(one.approverName))}</small>
              </td>
              <td className="n">
                {amount(one.cents)} <small>{one.means ? words.means[one.means] : ''}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Stands view={view} />
    </>
  );
}

function Stands({ view }: { view: ReceiptSeen }) {
  const { lines } = view.standing;
  const total = lines.reduce((sum, line) => sum + (line?.cents ?? 0), 0);
  return (
    <table className="tight">
      <Columns
        of={[{ name: words.stands }, { name: done.columns.account }, { name: done.columns.amount, right: true }]}
      />
      <tbody>
        {lines.map((line, place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a receipt never move
          line ? <PaidLine key={place} line={line} /> : null,
        )}
        <tr className="total">
          <td colSpan={2}>{words.standsTotal}</td>
          <td className="n">{amount(total)}</td>
        </tr>
      </tbody>
    </table>
  );
}
