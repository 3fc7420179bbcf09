import type { Input, Output } from '#contract/contract';
import type { AccountView, ReceiptView } from '#contract/shapes';
import type { OpenCharge } from '#domain/account';
import type { ReceiptLine } from '#domain/line';
import { cents, sum } from '#domain/money';
import { CardBrand, CheckForm, MoneyOrderIssuer } from '#domain/tender';
import { typedCents } from '../counter/typedCents.ts';
import { type CorrectionForm, isTender, placeIn } from './correctionForm.ts';

type Correction = Input<'correctionProposal'>['correction'];
type ToLine = Extract<Correction, { what: 'line' }>['to'];
type ToTender = Extract<Correction, { what: 'tender' }>['to'];
export type ReceiptTypes = Output<'receiptTypes'>['types'];

/** The correction as the door takes it; null while it is not said yet where the line or tender belongs. */
export function toldCorrection(form: CorrectionForm, view: ReceiptView, types: ReceiptTypes): Correction | null {
  const place = placeIn(form.what);
  if (isTender(form.what)) {
    const from = view.standing.tenders[place];
    const to = from ? toTender(form, from.cents) : null;
    return to && { what: 'tender', place, to };
  }
  const from = view.standing.lines[place];
  const to = from ? toLine(form, from, types) : null;
  return to && { what: 'line', place, to };
}

function toLine(form: CorrectionForm, from: ReceiptLine, types: ReceiptTypes): ToLine | null {
  const { kind, told } = form;
  const { cents: amount } = from;
  if (kind === 'account') return toAccount(form, from);
  if (kind === 'suspense') {
    const name = said(told.name);
    const address = said(told.address);
    if (name === '' || address === '') return null;
    return { kind, cents: amount, name, address, parcel: said(told.parcel) };
  }
  const code = kind.replace(/^fee /, '');
  const type = types.find((one) => one.code === code);
  if (!type) return null;
  const fields = type.fields.map((_, at) => said(told[`field ${at}`]));
  const isMissing = type.fields.some((field, at) => field.required && fields[at] === '');
  const goesTo = placeOfChart(told.goesTo);
  if (isMissing || (type.distribution === null && goesTo === null)) return null;
  return {
    kind: 'fee',
    code,
    quantity: Number(said(told.quantity) || '1'),
    cents: amount,
    told: fields,
    ...(form.account ? { accountNumber: form.account.accountNumber } : {}),
    ...(type.distribution === null && goesTo ? { goesTo } : {}),
  };
}

/** An account, with the charges that were named; none named, the district's order decides. */
function toAccount({ account, told }: CorrectionForm, from: ReceiptLine): ToLine | null {
  if (!account) return null;
  const { accountNumber } = account;
  const charges = openFor(account, from)
    .map(({ chargeId }, at) => ({ chargeId, cents: typedCents(told[`charge ${at}`] ?? '') }))
    .filter((part) => part.cents > 0);
  const named = sum(charges.map((part) => cents(part.cents)));
  if (charges.length > 0 && named !== from.cents) return null;
  return { kind: 'account', accountNumber, cents: from.cents, ...(charges.length > 0 ? { charges } : {}) };
}

/** The open charges of an account, with what the line that is corrected gives back to them. */
export function openFor(account: AccountView, from: ReceiptLine | null): OpenCharge[] {
  if (from?.kind !== 'account' || from.accountNumber !== account.accountNumber) return account.charges;
  const open = new Map(account.charges.map((charge) => [charge.chargeId, charge]));
  for (const { cents: back, ...charge } of from.charges) {
    const openCents = (open.get(charge.chargeId)?.openCents ?? 0) + back;
    open.set(charge.chargeId, { ...charge, openCents });
  }
  return [...open.values()];
}

function toTender({ kind, told }: CorrectionForm, amount: number): ToTender | null {
  switch (kind) {
    case 'cash':
      return { kind, cents: amount };
    case 'check': {
      const [checkNumber, routing, bankAccount] = [said(told.checkNumber), said(told.routing), said(told.bankAccount)];
      if (!/^\d{1,15}$/.test(checkNumber) || !/^\d{9}$/.test(routing) || !/^\d{3,17}$/.test(bankAccount)) return null;
      return {
        kind,
        cents: amount,
        form: CheckForm.catch('check').parse(told.form),
        checkNumber,
        routing,
        bankAccount,
      };
    }
    case 'money-order': {
      const serial = said(told.serial);
      if (!/^\d{1,15}$/.test(serial)) return null;
      return { kind, cents: amount, issuer: MoneyOrderIssuer.catch('usps').parse(told.issuer), serial };
    }
    case 'card': {
      const [lastFour, approvalCode] = [said(told.lastFour), said(told.approvalCode)];
      if (!/^\d{4}$/.test(lastFour) || !/^[0-9A-Za-z]{2,12}$/.test(approvalCode)) return null;
      return { kind, cents: amount, brand: CardBrand.catch('visa').parse(told.brand), lastFour, approvalCode };
    }
    default:
      return null;
  }
}

/** `401 3435001`: a place of the chart as its option is called. */
export function chartOption(place: { fund: string; bars: string }): string {
  return `${place.fund} ${place.bars}`;
}

function placeOfChart(option: string | undefined): { fund: string; bars: string } | null {
  const [, fund, bars] = /^(\d{3}) (\d{7})$/.exec(option ?? '') ?? [];
  return fund === undefined || bars === undefined ? null : { fund, bars };
}

function said(text: string | undefined): string {
  return (text ?? '').trim();
}
