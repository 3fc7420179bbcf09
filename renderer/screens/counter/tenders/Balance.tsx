import { breakdown } from '#domain/denominations';
import { type Cents, cents, formatAmount } from '#domain/money';
import type { Settlement } from '#domain/settlement';
import { counter } from '../../../messages/counter.ts';
import { Joined } from '../../../ui/Joined.tsx';
import { Rounded } from '../../../ui/Rounded.tsx';
import type { CounterForm } from '../counterForm.ts';
import { dueOf, offeredOf, settlementOf } from '../counterMoney.ts';

/** The second number: change while it is typed, or what is missing; and what was rounded, by its word. */
export function Balance({ form }: { form: CounterForm }) {
  if (offeredOf(form).length === 0 || dueOf(form) === 0) return null;
  const settled = settlementOf(form);
  // Cash that was typed before the payer turned out to be on the telephone is not taken: nothing goes back of it.
  if (form.options.entryMode === 'phone' && settled.changeCents > 0) return null;
  const [name, value] = secondNumber(settled);
  return (
    <>
      <hr className="strong" />
      <Rounded by={settled.roundingCents} />
      <div className="row balance">
        <h2>{name}</h2>
        <span className="second" role="status">
          {formatAmount(value)}
        </span>
      </div>
      {settled.surplusCents === 0 ? <Pieces change={settled.changeCents} /> : null}
    </>
  );
}

function secondNumber({ missingCents, changeCents, surplusCents }: Settlement): readonly [string, Cents] {
  if (missingCents > 0) return [counter.missing, missingCents];
  return surplusCents > 0 ? [counter.surplus, surplusCents] : [counter.change, changeCents];
}

/** The notes and coins that make the change. */
function Pieces({ change }: { change: Cents }) {
  const pieces = Object.entries(breakdown(change)).sort(([left], [right]) => Number(right) - Number(left));
  if (pieces.length === 0) return null;
  return (
    <p className="pieces muted num">
      <Joined end>
        {pieces.map(([worth, count]) => (
          <span key={worth} className="unbroken">
            {counter.piece(count ?? 0, formatAmount(cents(Number(worth))))}
          </span>
        ))}
      </Joined>
    </p>
  );
}
