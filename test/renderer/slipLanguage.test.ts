import { blankForm, type CounterAction, counterReducer } from '#renderer/screens/counter/counterForm';
import { draftOf } from '#renderer/screens/counter/draft';
import { paymentOf } from '#renderer/screens/counter/payment';
import { shownAt } from '#renderer/screens/customerShown';
import { HOME, type Route } from '#renderer/screens/route';
import { accountView, chargeView } from '#test/support/accountViews';

const DRAWER = 'W3-D0001';
const IVANOVA = { ...accountView('40-10660-02', [chargeView(1, 'service', 10_140)]), language: 'ru' as const };
const done = (...actions: CounterAction[]) => actions.reduce(counterReducer, blankForm('form-1'));
const adds: CounterAction = { did: 'addedAccount', account: IVANOVA };
const asks: CounterAction = { did: 'askedLanguage' };

describe('the language beside English', () => {
  test('is that of the first account, which the door knows by itself', () => {
    expect(draftOf(done(adds), DRAWER).language).toBe('ru');
    expect(paymentOf(done(adds), DRAWER)).not.toHaveProperty('language');
    expect(draftOf(done(), DRAWER).language).toBe('en');
  });

  test('is the cashier’s to choose for this payment, and the next one begins anew', () => {
    const chosen = done(adds, asks, { did: 'choseLanguage', language: 'es' }, { did: 'keptTyping' });
    expect(chosen).toMatchObject({ asking: null, language: 'es' });
    expect([draftOf(chosen, DRAWER).language, paymentOf(chosen, DRAWER).language]).toEqual(['es', 'es']);
    expect(counterReducer(chosen, { did: 'emptied', commandId: 'form-2' }).language).toBeNull();
  });
});

describe('what the payer sees', () => {
  const form = done(adds, { did: 'typedCash', text: '120' });
  const taken = {
    label: 'W3-000001',
    totalCents: 10_140,
    changeCents: 1_860,
    roundingCents: 0,
    change: {},
    recordedAt: 0,
  };
  const recorded: Route = { at: 'done', taken, cashCents: 12_000, draft: draftOf(form, DRAWER) };

  test('is a welcome until there is something to pay, and never change before it is recorded', () => {
    expect(shownAt(HOME, done(), DRAWER)).toEqual({ state: 'welcome' });
    expect(shownAt(HOME, done({ did: 'searched', text: 'ivan' }), DRAWER)).toEqual({ state: 'welcome' });
    expect(shownAt(HOME, form, DRAWER)).toMatchObject({ state: 'payment', missingCents: 0, totalCents: 10_140 });
    expect(shownAt(HOME, form, DRAWER)).not.toHaveProperty('changeCents');
  });

  test('is the change while it is to be given, also while the cashier looks something up', () => {
    const paid = { state: 'paid', changeCents: 1_860, tenders: [{ cents: 12_000 }], language: 'ru' };
    expect(shownAt([...HOME, recorded], done(), DRAWER)).toMatchObject(paid);
    const lookingUp: Route = { at: 'receipts', label: null };
    expect(shownAt([...HOME, recorded, lookingUp], done(), DRAWER)).toMatchObject(paid);
  });

  test('is nothing of a payment by telephone: whoever stands there is somebody else', () => {
    expect(shownAt(HOME, done(adds, { did: 'turnedTelephone' }), DRAWER)).toEqual({ state: 'welcome' });
  });
});
