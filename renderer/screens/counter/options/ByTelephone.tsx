import { formatAmount } from '#domain/money';
import { phone } from '../../../messages/options.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { Wrong } from '../../../ui/Field.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import type { CounterForm } from '../counterForm.ts';
import { settlementOf } from '../counterMoney.ts';
import type { Send } from '../useCounter.ts';

/** In the place of the cash while the payer is on the telephone: Enter opens a card for what is missing. */
export function ByTelephone({ form, send }: { form: CounterForm; send: Send }) {
  const { missingCents } = settlementOf(form);
  const wrong = sentenceUnder(form.trouble, 'cash');
  if (missingCents === 0 && form.tenders.length > 0 && wrong === null) return null;
  return (
    <div>
      <button
        type="button"
        className="field folded"
        data-focus="cash"
        onClick={() => send({ did: 'addedTender', kind: 'card' })}
      >
        <span className="muted">{phone.card}</span>
        {missingCents > 0 ? (
          <span className="field-hint">
            <Keys keys="Enter" /> <span className="num">{phone.run(formatAmount(missingCents))}</span>
          </span>
        ) : null}
      </button>
      {wrong ? <Wrong sentence={wrong} /> : null}
    </div>
  );
}
