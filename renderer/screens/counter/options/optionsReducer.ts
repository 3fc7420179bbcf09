import type { Language } from '#domain/account';
import type { Delivery, Warning } from '#domain/receipt';
import type { CounterForm } from '../counterForm.ts';
import type { LineForm } from '../lines/lineForm.ts';
import { changed, go, goOn, stop } from '../moves.ts';
import { nextPlace } from '../notYet.ts';
import { byEmail, nextDelivery, type Options, USUAL, wrongOptions } from './options.ts';

export type OptionsAction =
  | { did: 'openedSlip' }
  | { did: 'choseDelivery'; delivery: Delivery }
  | { did: 'acceptedDelivery' }
  | { did: 'typedEmail'; text: string }
  | { did: 'acceptedEmail' }
  | { did: 'turnedTelephone' }
  | { did: 'sawWarnings'; warnings: readonly Warning[] }
  | { did: 'askedAside' }
  | { did: 'askedTurnedAway' }
  | { did: 'resumed'; label: string; lines: LineForm[]; payer: string; language: Language | null };

/** What stands around the payment: where its slip goes, whether the payer is on the telephone, what was seen. */
export function optionsReducer(form: CounterForm, action: OptionsAction): CounterForm {
  switch (action.did) {
    case 'openedSlip':
      return openedSlip(form);
    case 'choseDelivery':
      return withOptions(form, { delivery: action.delivery });
    case 'acceptedDelivery':
      return acceptedDelivery(form);
    case 'typedEmail':
      return withOptions(form, { email: action.text });
    case 'acceptedEmail':
      return goOn(form, 'email');
    case 'turnedTelephone':
      return turnedTelephone(form);
    case 'sawWarnings':
      return go({ ...form, noted: [...new Set([...form.noted, ...action.warnings])] }, 'primary');
    case 'askedAside':
      return { ...form, asking: 'aside' };
    case 'askedTurnedAway':
      return { ...form, asking: 'turnedAway' };
    case 'resumed':
      return resumed(form, action);
  }
}

function withOptions(form: CounterForm, options: Partial<Options>): CounterForm {
  return { ...changed(form), options: { ...form.options, ...options } };
}

/** The same key once more goes round the choices. */
function openedSlip(form: CounterForm): CounterForm {
  const { delivery, isSlipOpen } = form.options;
  const isHere = isSlipOpen && form.focus.on === 'slip';
  return go(withOptions(form, { isSlipOpen: true, ...(isHere ? { delivery: nextDelivery(delivery) } : {}) }), 'slip');
}

/** The address is looked at before the hand goes on. */
function acceptedDelivery(form: CounterForm): CounterForm {
  if (byEmail(form.options)) return go(form, 'email');
  const closed = withOptions(form, { isSlipOpen: form.options.delivery !== 'paper' });
  return go(closed, nextPlace(closed));
}

/** Of cash or a check that is typed already it says at once that it cannot pay. */
function turnedTelephone(form: CounterForm): CounterForm {
  const entryMode = form.options.entryMode === 'phone' ? 'counter' : 'phone';
  const turned = withOptions(form, { entryMode });
  const [wrong] = wrongOptions(turned);
  return wrong ? stop(turned, wrong) : go(turned, nextPlace(turned));
}

/** A payment that was set aside comes on an empty form; money is typed anew. */
function resumed(form: CounterForm, action: Extract<OptionsAction, { did: 'resumed' }>): CounterForm {
  const { label, lines, payer, language } = action;
  const taken: CounterForm = {
    ...form,
    lines,
    payer: payer === '' ? null : payer,
    language,
    asking: null,
    trouble: null,
    options: { ...USUAL, resumed: label },
  };
  return go(taken, nextPlace(taken));
}
