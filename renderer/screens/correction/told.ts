import type { Input, Output } from '#contract/contract';
import type { AccountView, ReceiptView } from '#contract/shapes';
import type { OpenCharge } from '#domain/account';
import type { ReceiptLine } from '#domain/line';
import { sum } from '#domain/money';
import { CardBrand, CheckForm, MoneyOrderIssuer } from '#domain/tender';
import { amount } from '../../format.ts';
import { naming } from '../../messages/lines.ts';
import { correcting } from '../../messages/undo.ts';
import type { Placed } from '../../refusal.ts';
import { typedCents } from '../counter/typedCents.ts';
import { amountSentence } from '../counter/wrongField.ts';
import { type CorrectionForm, isTender, placeIn } from './correctionForm.ts';

type Correction = Input<'correctionProposal'>['correction'];
type ToLine = Extract<Correction, { what: 'line' }>['to'];
type ToTender = Extract<Correction, { what: 'tender' }>['to'];
export type ReceiptTypes = Output<'receiptTypes'>['types'];

/** The correction as the door takes it; null while it is not said yet where the line or tender belongs. */
export function toldCorrection(form: CorrectionForm, view: ReceiptView, types: ReceiptTypes): Correction | null {
  if (lackingField(form, types) !== null) return null;
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

const SAID = /\S/;
const PLACE_OF_CHART = /^(\d{3}) (\d{7})$/;
const NEEDED: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  suspense: { name: SAID, address: SAID },
  check: { checkNumber: /^\d{1,15}$/, routing: /^\d{9}$/, bankAccount: /^\d{3,17}$/ },
  'money-order': { serial: /^\d{1,15}$/ },
  card: { lastFour: /^\d{4}$/, approvalCode: /^[0-9A-Za-z]{2,12}$/ },
};

/** The first field of where it belongs that does not say yet what it must; null once all do. */
export function lackingField({ kind, told, account }: CorrectionForm, types: ReceiptTypes): string | null {
  if (kind === 'account') return account ? null : 'search';
  const type = types.find((one) => kind === `fee ${one.code}`);
  if (kind.startsWith('fee ') && !type) return 'kind';
  const needed = type ? neededOf(type) : (NEEDED[kind] ?? {});
  return Object.keys(needed).find((field) => !needed[field]?.test(said(told[field]))) ?? null;
}

function neededOf({ fields, distribution }: ReceiptTypes[number]): Record<string, RegExp> {
  const required = fields.flatMap((field, at) => (field.required ? [[`field ${at}`, SAID] as const] : []));
  return { ...Object.fromEntries(required), ...(distribution === null ? { goesTo: PLACE_OF_CHART } : {}) };
}

function toLine(form: CorrectionForm, from: ReceiptLine, types: ReceiptTypes): ToLine | null {
  const { kind, told } = form;
  const { cents: amount } = from;
  if (kind === 'account') return toAccount(form, from);
  if (kind === 'suspense')
    return { kind, cents: amount, name: said(told.name), address: said(told.address), parcel: said(told.parcel) };
  const code = kind.replace(/^fee /, '');
  const type = types.find((one) => one.code === code);
  if (!type) return null;
  const goesTo = placeOfChart(told.goesTo);
  return {
    kind: 'fee',
    code,
    quantity: Number(said(told.quantity) || '1'),
    cents: amount,
    told: type.fields.map((_, at) => said(told[`field ${at}`])),
    ...(form.account ? { accountNumber: form.account.accountNumber } : {}),
    ...(type.distribution === null && goesTo ? { goesTo } : {}),
  };
}

/** What is wrong with the charges that are named, at its field: what was typed is never left to the district's order. */
export function wrongCharge({ kind, account, told }: CorrectionForm, from: ReceiptLine | null): Placed | null {
  if (kind !== 'account' || !account || !from) return null;
  const named = openFor(account, from)
    .map(({ openCents }, at) => ({ openCents, under: `charge ${at}`, text: said(told[`charge ${at}`]) }))
    .filter(({ text }) => text !== '');
  for (const { openCents, under, text } of named) {
    const over = typedCents(text) > openCents ? naming.over(amount(openCents)) : null;
    const sentence = amountSentence(text) ?? over;
    if (sentence) return { under, sentence };
  }
  const namedCents = sum(named.map(({ text }) => typedCents(text)));
  const last = named.at(-1);
  if (!last || namedCents === 0 || namedCents === from.cents) return null;
  return { under: last.under, sentence: correcting.disagree(amount(namedCents), amount(from.cents)) };
}

/** An account, with the charges that were named; none named, the district's order decides. */
function toAccount(form: CorrectionForm, from: ReceiptLine): ToLine | null {
  const { account, told } = form;
  if (!account || wrongCharge(form, from)) return null;
  const { accountNumber } = account;
  const charges = openFor(account, from)
    .map(({ chargeId }, at) => ({ chargeId, cents: typedCents(told[`charge ${at}`] ?? '') }))
    .filter((part) => part.cents > 0);
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
      const issuer = MoneyOrderIssuer.catch('usps').parse(told.issuer);
      return { kind, cents: amount, issuer, serial: said(told.serial) };
    }
    case 'card': {
      const [lastFour, approvalCode] = [said(told.lastFour), said(told.approvalCode)];
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
  const [, fund, bars] = PLACE_OF_CHART.exec(option ?? '') ?? [];
  return fund === undefined || bars === undefined ? null : { fund, bars };
}

function said(text: string | undefined): string {
  return (text ?? '').trim();
}
