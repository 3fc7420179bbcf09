import { formatAmount } from '#domain/money';
import { counter } from '../../../messages/counter.ts';
import { say } from '../../../messages/en.ts';
import { tenders as words } from '../../../messages/tenders.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { AmountField } from '../../../ui/AmountField.tsx';
import type { CounterForm } from '../counterForm.ts';
import { dueOf, exactFor, missingWithout, settlementOf } from '../counterMoney.ts';
import type { Send } from '../useCounter.ts';
import { exactHint } from './Tender.tsx';
import { TenKeyHint } from './TenKeyHint.tsx';

/** Change from here on is seldom meant: more often one figure too many was typed, or a bundle counted as one note. */
const MUCH_CHANGE_CENTS = 100_00;

/** What is handed over in notes and coins, counted together. */
export function Cash({ form, send }: { form: CounterForm; send: Send }) {
  const { changeCents } = settlementOf(form);
  const exact = exactFor(form, 'cash');
  const isRounded = exact !== missingWithout(form, 'cash');
  return (
    <div>
      <AmountField
        label={say.tender.cash}
        focusName="cash"
        text={form.cash}
        wrong={sentenceUnder(form.trouble, 'cash')}
        hint={exactHint(form.cash, exact, isRounded ? words.roundedTo : counter.exact)}
        onText={(text) => send({ did: 'typedCash', text })}
        onEnter={() => send({ did: 'acceptedCash' })}
      />
      {form.opened === null ? <TenKeyHint text={form.cash} /> : null}
      {dueOf(form) > 0 && changeCents >= MUCH_CHANGE_CENTS ? (
        <p className="pad muted much-change">{counter.countAgain(formatAmount(changeCents))}</p>
      ) : null}
    </div>
  );
}
