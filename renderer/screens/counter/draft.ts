import type { Input } from '#contract/contract';
import type { AccountView } from '#contract/shapes';
import type { ReceiptLine } from '#domain/receipt';
import type { CounterForm, LineForm } from './counterForm.ts';
import { centsOf, chargesOf, offeredOf, previewOf, settlementOf } from './counterMoney.ts';

type Draft = Input<'draftSlip'>;

/** What is typed so far, as the slip of it is asked for. Cash is shown as handed over, less its change. */
export function draftOf(form: CounterForm, drawer: string): Draft {
  const { kept, changeCents } = settlementOf(form);
  const offered = offeredOf(form);
  const tenders = form.tenders.flatMap((tender): Draft['tenders'] => {
    const cents = centsOf(tender.text);
    if (cents === 0) return [];
    if (tender.kind === 'check') return [{ kind: 'check', cents, checkNumber: tender.checkNumber }];
    const { brand, lastFour, approvalCode } = tender;
    return [{ kind: 'card', cents, brand, lastFour, approvalCode }];
  });
  const cash = offered.at(-1)?.kind === 'cash' ? (offered.at(-1)?.cents ?? 0) : 0;
  const keptCash = kept.at(-1) ?? 0;
  return {
    drawer,
    lines: form.lines.flatMap(lineOf),
    tenders: cash > 0 && keptCash > 0 ? [...tenders, { kind: 'cash', cents: keptCash, tenderedCents: cash }] : tenders,
    changeCents,
    payer: form.payer?.trim() || (form.lines[0]?.account.customer ?? ''),
  };
}

function lineOf(line: LineForm): ReceiptLine[] {
  const cents = centsOf(line.text);
  const preview = previewOf(line, line.account);
  if (!preview) return [];
  const { accountNumber } = line.account;
  const charges = preview.allocations.flatMap((part) => paidOf(line.account, line.named, part.chargeId, part.cents));
  return [{ kind: 'account', accountNumber, cents, charges, unappliedCents: preview.unappliedCents }];
}

function paidOf(account: AccountView, named: number[] | null, chargeId: number, cents: number) {
  const charge = chargesOf(account, named).find((known) => known.chargeId === chargeId);
  if (!charge) return [];
  const { openCents: _, ...kept } = charge;
  return [{ ...kept, cents }];
}
