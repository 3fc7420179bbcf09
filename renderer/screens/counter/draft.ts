import type { Input } from '#contract/contract';
import type { CounterForm } from './counterForm.ts';
import { offeredOf, settlementOf } from './counterMoney.ts';
import { rulesOfLine } from './lines/lineForm.ts';
import { languageOf, payerOf } from './paidAccounts.ts';
import { rulesOfTender } from './tenders/tenderForm.ts';
import { typedCents } from './typedCents.ts';

type Draft = Input<'draftSlip'>;

/** What is typed so far, as the slip of it is asked for. Cash is shown as handed over, less its change. */
export function draftOf(form: CounterForm, drawer: string): Draft {
  const { kept, changeCents, roundingCents } = settlementOf(form);
  const offered = offeredOf(form);
  const tenders = form.tenders.flatMap((tender): Draft['tenders'] => {
    const cents = typedCents(tender.text);
    return cents === 0 ? [] : [rulesOfTender(tender).drafted(tender, cents)];
  });
  const cash = offered.at(-1)?.kind === 'cash' ? (offered.at(-1)?.cents ?? 0) : 0;
  const keptCash = kept.at(-1) ?? 0;
  return {
    drawer,
    lines: form.lines.flatMap((line) => rulesOfLine(line).drafted(line) ?? []),
    tenders:
      cash > 0 && keptCash > 0
        ? [...tenders, { kind: 'cash', cents: keptCash, tenderedCents: cash, roundingCents }]
        : tenders,
    changeCents,
    roundingCents,
    language: languageOf(form),
    payer: form.payer?.trim() || payerOf(form),
  };
}
