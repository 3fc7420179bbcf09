import { formatAmount } from '#domain/money';
import { counter } from '../../../messages/counter.ts';
import { phone } from '../../../messages/options.ts';
import { Headline } from '../../../ui/Headline.tsx';
import type { CounterForm } from '../counterForm.ts';
import { dueOf } from '../counterMoney.ts';
import { ByTelephone } from '../options/ByTelephone.tsx';
import { Commit } from '../options/Commit.tsx';
import { NeedsPanel } from '../options/Needs.tsx';
import { SlipFields } from '../options/SlipFields.tsx';
import type { Needs } from '../options/useNeeds.ts';
import type { Send } from '../useCounter.ts';
import { Balance } from './Balance.tsx';
import { Cash } from './Cash.tsx';
import { Tape } from './Tape.tsx';
import { Tender } from './Tender.tsx';

type TenderPanelProps = {
  form: CounterForm;
  send: Send;
  take: () => Promise<void>;
  needs: Needs;
  isSlipShown: boolean;
};

/** What is due, what the payer hands over, what goes back. The width of this panel never changes. */
export function TenderPanel({ form, send, take, needs, isSlipShown }: TenderPanelProps) {
  return (
    <section className="side" aria-label={counter.due}>
      <Headline head={counter.due} aside={<About form={form} />}>
        {formatAmount(dueOf(form))}
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
      {needs.refused === null ? <Balance form={form} /> : null}
      <SlipFields form={form} send={send} />
      <NeedsPanel form={form} send={send} needs={needs} />
      {isSlipShown ? null : <Tape form={form} />}
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
