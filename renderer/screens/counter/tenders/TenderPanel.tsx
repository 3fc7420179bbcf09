import { breakdown } from '#domain/denominations';
import { cents, formatAmount } from '#domain/money';
import type { Settlement } from '#domain/settlement';
import { counter } from '../../../messages/counter.ts';
import { say } from '../../../messages/en.ts';
import { phone } from '../../../messages/options.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { AmountField } from '../../../ui/AmountField.tsx';
import { Headline } from '../../../ui/Headline.tsx';
import { Joined } from '../../../ui/Joined.tsx';
import type { CounterForm } from '../counterForm.ts';
import { dueOf, exactFor, offeredOf, settlementOf } from '../counterMoney.ts';
import { ByTelephone } from '../options/ByTelephone.tsx';
import { Commit } from '../options/Commit.tsx';
import { NeedsPanel } from '../options/Needs.tsx';
import { SlipFields } from '../options/SlipFields.tsx';
import type { Needs } from '../options/useNeeds.ts';
import type { Send } from '../useCounter.ts';
import { exactHint, Tender } from './Tender.tsx';

type TenderPanelProps = { form: CounterForm; send: Send; take: () => Promise<void>; needs: Needs };

/** What is due, what the payer hands over, what goes back. The width of this panel never changes. */
export function TenderPanel({ form, send, take, needs }: TenderPanelProps) {
  const due = dueOf(form);
  return (
    <section className="side" aria-label={counter.due}>
      <Headline head={counter.due} aside={<About form={form} />}>
        {formatAmount(due)}
      </Headline>
      {form.tenders.map((tender, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tender of a form is known by its place
        <Tender key={at} form={form} tender={tender} at={at} send={send} />
      ))}
      {form.options.entryMode === 'phone' && form.cash.trim() === '' ? (
        <ByTelephone form={form} send={send} />
      ) : (
        <Cash form={form} send={send} />
      )}
      {offeredOf(form).length > 0 && due > 0 ? <Balance settled={settlementOf(form)} /> : null}
      <SlipFields form={form} send={send} />
      <NeedsPanel form={form} send={send} needs={needs} />
      <Commit form={form} send={send} take={take} needs={needs} />
    </section>
  );
}

/** How many lines there are, and that nobody stands at the counter. */
function About({ form }: { form: CounterForm }) {
  return (
    <span className="with-mark">
      {form.options.entryMode === 'phone' ? <span className="pill">{phone.pill}</span> : null}
      {form.lines.length > 0 ? counter.items(form.lines.length) : ''}
    </span>
  );
}

/** Change from here on is seldom meant: more often one figure too many was typed, or a bundle counted as one note. */
const MUCH_CHANGE_CENTS = 100_00;

function Cash({ form, send }: { form: CounterForm; send: Send }) {
  const { changeCents } = settlementOf(form);
  return (
    <div>
      <AmountField
        label={say.tender.cash}
        focusName="cash"
        text={form.cash}
        wrong={sentenceUnder(form.trouble, 'cash')}
        hint={exactHint(form.cash, exactFor(form, 'cash'))}
        onText={(text) => send({ did: 'typedCash', text })}
        onEnter={() => send({ did: 'acceptedCash' })}
      />
      {dueOf(form) > 0 && changeCents >= MUCH_CHANGE_CENTS ? (
        <p className="pad muted much-change">{counter.countAgain(formatAmount(changeCents))}</p>
      ) : null}
    </div>
  );
}

/** The second number: change while it is typed, or what is missing. */
function Balance({ settled }: { settled: Settlement }) {
  const { missingCents, changeCents, surplusCents } = settled;
  const [name, value] =
    missingCents > 0
      ? [counter.missing, missingCents]
      : surplusCents > 0
        ? [counter.surplus, surplusCents]
        : [counter.change, changeCents];
  const pieces = Object.entries(breakdown(changeCents)).sort(([left], [right]) => Number(right) - Number(left));
  return (
    <>
      <hr className="strong" />
      <div className="row balance">
        <h2>{name}</h2>
        <span className="second" role="status">
          {formatAmount(value)}
        </span>
      </div>
      {pieces.length > 0 && surplusCents === 0 ? (
        <p className="pieces muted num">
          <Joined end>
            {pieces.map(([worth, count]) => (
              <span key={worth} className="unbroken">
                {counter.piece(count ?? 0, formatAmount(cents(Number(worth))))}
              </span>
            ))}
          </Joined>
        </p>
      ) : null}
    </>
  );
}
