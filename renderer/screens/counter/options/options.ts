import { Delivery, Email, type EntryMode } from '#domain/receipt';
import { sentenceOf } from '#domain/refusal';
import { phone, slip } from '../../../messages/options.ts';
import { nextOf } from '../../../ui/beside.ts';
import type { CounterForm } from '../counterForm.ts';
import type { NotYet } from '../notYet.ts';
import { firstAccount } from '../paidAccounts.ts';
import { tenderPlace } from '../places.ts';

/** What a payment may be beside its lines and tenders. */
export type Options = {
  delivery: Delivery;
  /** Whether the choice of the slip stands on the panel although the slip goes on paper. */
  isSlipOpen: boolean;
  /** Null: the address of the first account. */
  email: string | null;
  entryMode: EntryMode;
  /** The payment set aside that this one goes on with. */
  resumed: string | null;
};

/** The district's own way: a paper slip over the counter. */
export const USUAL: Options = {
  delivery: 'paper',
  isSlipOpen: false,
  email: null,
  entryMode: 'counter',
  resumed: null,
};

export function byEmail({ delivery }: Pick<Options, 'delivery'>): boolean {
  return delivery === 'email' || delivery === 'both';
}

/** Where the slip would go by e-mail, as the field shows it. */
export function emailOf(form: Pick<CounterForm, 'options' | 'lines'>): string {
  return form.options.email ?? firstAccount(form)?.email ?? '';
}

/** One key goes round: paper, e-mail, both, none. */
export function nextDelivery(delivery: Delivery): Delivery {
  return nextOf(Delivery.options, delivery);
}

/** What of it keeps the payment from being recorded: an address that is none, and on the telephone all but cards. */
export function wrongOptions(form: CounterForm): NotYet[] {
  return [...notByTelephone(form), ...wrongEmail(form)];
}

function wrongEmail(form: CounterForm): NotYet[] {
  const email = emailOf(form).trim();
  if (!byEmail(form.options) || Email.safeParse(email).success) return [];
  const sentence = email === '' ? sentenceOf('email_needed', {}) : slip.wrong;
  return [{ why: slip.why, place: 'email', sentence }];
}

function notByTelephone({ options, tenders, cash }: CounterForm): NotYet[] {
  if (options.entryMode === 'counter') return [];
  const wrong = { why: phone.why, sentence: sentenceOf('phone_needs_card', {}) };
  return [
    ...tenders.flatMap(({ kind }, at) => (mayByTelephone(kind) ? [] : [{ ...wrong, place: tenderPlace(at, 'text') }])),
    ...(cash.trim() === '' ? [] : [{ ...wrong, place: 'cash' }]),
  ];
}

/** No tray opens for a voice: a card is keyed into the terminal, credit is here already. */
export function mayByTelephone(kind: string): boolean {
  return kind === 'card' || kind === 'credit';
}
