import { formatAmount } from '#domain/money';
import { counter } from '../../../messages/counter.ts';
import { tenders as words } from '../../../messages/tenders.ts';
import { Mark } from '../../../ui/Mark.tsx';
import type { CounterForm } from '../counterForm.ts';
import { accountsOf } from '../paidAccounts.ts';
import { eitherRouting } from './checkTender.ts';
import { creditThere } from './creditTender.ts';
import type { TenderForm } from './tenderForm.ts';

/** What a person must know or look at while a tender stands open. */
export function TenderNote({ form, tender }: { form: Pick<CounterForm, 'lines'>; tender: TenderForm }) {
  switch (tender.kind) {
    case 'card':
      return <span className="small">{counter.cardHint}</span>;
    case 'credit':
      return <span>{words.credit.there(formatAmount(creditThere(tender)), tender.accountNumber)}</span>;
    case 'money-order':
      return null;
    case 'check': {
      const either = eitherRouting(tender);
      if (either) return <Warned sentence={either} />;
      const marked = accountsOf(form).find((account) => account.flags.includes('no-checks'));
      // A cashier's check is drawn by the bank on itself: it is not the payer's check.
      return marked && tender.form === 'check' ? <Warned sentence={counter.noChecks(marked.accountNumber)} /> : null;
    }
  }
}

function Warned({ sentence }: { sentence: string }) {
  return (
    <span className="warned">
      <Mark name="warning" />
      <span>{sentence}</span>
    </span>
  );
}
