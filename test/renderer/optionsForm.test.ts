import type { Warning } from '#domain/receipt';
import { sentenceOf } from '#domain/refusal';
import { asideNotYet, suspensionOf } from '#renderer/screens/counter/aside/suspension';
import { blankForm, type CounterAction, type CounterForm, counterReducer } from '#renderer/screens/counter/counterForm';
import { leftOf } from '#renderer/screens/counter/leaving';
import { notYet } from '#renderer/screens/counter/notYet';
import { needsNotYet, unseenOf } from '#renderer/screens/counter/options/useNeeds';
import { paymentOf } from '#renderer/screens/counter/payment';
import { accountView, chargeView } from '../support/accountViews.ts';

const ID = '8d5c2b0e-0000-4000-8000-000000000001';
const DRAWER = 'W3-D0001';
const HALE = accountView('40-11872-03', [chargeView(1, 'service', 8_640)], { email: 'd.hale@example.org' });
const NOBODY = accountView('40-10000-01', [chargeView(2, 'service', 8_640)]);

const from = (form: CounterForm, ...actions: CounterAction[]) => actions.reduce(counterReducer, form);
const done = (...actions: CounterAction[]) => from(blankForm(ID), ...actions);
const adds = (account = HALE): CounterAction => ({ did: 'addedAccount', account });
const cash = (text: string): CounterAction => ({ did: 'typedCash', text });
const check: CounterAction[] = [
  { did: 'addedTender', kind: 'check' },
  { did: 'typedTender', tender: 0, field: 'text', text: '86.40' },
];

describe('the slip', () => {
  test('is paper unless the payer likes it otherwise, and then nothing more is sent', () => {
    const payment = paymentOf(done(adds(), cash('86.40')), DRAWER);
    expect(payment).not.toHaveProperty('delivery');
    expect(payment).not.toHaveProperty('email');
    expect(payment).not.toHaveProperty('entryMode');
  });

  test('by e-mail goes to the account’s address, which can be written over', () => {
    const form = done(adds(), { did: 'openedSlip' }, { did: 'choseDelivery', delivery: 'email' });
    expect(paymentOf(form, DRAWER)).toMatchObject({ delivery: 'email', email: 'd.hale@example.org' });
    const other = from(form, { did: 'typedEmail', text: ' son@example.org ' });
    expect(paymentOf(other, DRAWER)).toMatchObject({ email: 'son@example.org' });
  });

  test.each([
    ['', sentenceOf('email_needed', {})],
    ['d.hale@', 'That is no e-mail address. Ask the payer to spell it.'],
  ])('with the address “%s” waits for a right one', (text, sentence) => {
    const form = done(
      adds(NOBODY),
      { did: 'choseDelivery', delivery: 'both' },
      { did: 'typedEmail', text },
      cash('86.40'),
    );
    expect(notYet(form)).toMatchObject({ place: 'email', sentence });
    expect(from(form, { did: 'acceptedEmail' })).toMatchObject({
      trouble: { under: 'email', sentence },
      focus: { on: 'email' },
    });
    expect(notYet(from(form, { did: 'typedEmail', text: 'd.hale@example.org' }))).toBeNull();
  });

  test('its key opens the choice, and pressed again goes round', () => {
    const open = done(adds(), { did: 'openedSlip' });
    expect(open.options).toMatchObject({ isSlipOpen: true, delivery: 'paper' });
    const round = [1, 2, 3, 4].map((turns) =>
      from(open, ...Array.from({ length: turns }, (): CounterAction => ({ did: 'openedSlip' }))),
    );
    expect(round.map((form) => form.options.delivery)).toEqual(['email', 'both', 'none', 'paper']);
  });
});

describe('by telephone', () => {
  test('only a card pays: what is typed of cash or a check says so in its place', () => {
    const sentence = sentenceOf('phone_needs_card', {});
    expect(done(adds(), cash('86.40'), { did: 'turnedTelephone' })).toMatchObject({
      trouble: { under: 'cash', sentence },
      focus: { on: 'cash' },
    });
    expect(done(adds(), ...check, { did: 'turnedTelephone' })).toMatchObject({
      trouble: { under: 'tender-0-text', sentence },
    });
  });

  test('a card is sent with how the payer was there, and the same key turns back', () => {
    const card: CounterAction[] = [
      { did: 'addedTender', kind: 'card' },
      { did: 'typedTender', tender: 0, field: 'text', text: '86.40' },
      { did: 'typedTender', tender: 0, field: 'lastFour', text: '8841' },
      { did: 'typedTender', tender: 0, field: 'approvalCode', text: '02419Z' },
    ];
    const form = done(adds(), { did: 'turnedTelephone' }, ...card);
    expect(notYet(form)).toBeNull();
    expect(paymentOf(form, DRAWER)).toMatchObject({ entryMode: 'phone' });
    expect(paymentOf(from(form, { did: 'turnedTelephone' }), DRAWER)).not.toHaveProperty('entryMode');
  });
});

describe('needs', () => {
  const warning = (name: Warning) => ({ warning: name, sentence: name });
  const noChecks = { override: 'no_checks' as const, sentence: 'no checks' };
  const needs = {
    warnings: [warning('check_seen'), warning('currency_report')],
    needs: [noChecks],
    mark: 'a'.repeat(64),
    refused: null,
  };
  const form = done(adds(), cash('86.40'));

  test('warnings are confirmed together, and any change asks for them anew', () => {
    expect(unseenOf(form, needs)).toHaveLength(2);
    const seen = from(form, { did: 'sawWarnings', warnings: ['check_seen', 'currency_report'] });
    expect(unseenOf(seen, needs)).toEqual([]);
    expect(paymentOf(seen, DRAWER).noted).toEqual(['check_seen', 'currency_report']);
    expect(unseenOf(from(seen, cash('86.41')), needs)).toHaveLength(2);
  });

  test('the PIN is asked for once the warnings are seen, and goes with any change', () => {
    expect(needsNotYet(form, needs)).toBeNull();
    const seen = from(form, { did: 'sawWarnings', warnings: ['check_seen', 'currency_report'] });
    expect(needsNotYet(seen, needs)).toMatchObject({ place: 'approvalPin' });
    const typed = from(seen, { did: 'typedPin', pin: '4711' });
    expect(needsNotYet(typed, needs)).toBeNull();
    expect(from(typed, cash('86.41')).approval.pin).toBe('');
    expect(from(typed, { did: 'choseDelivery', delivery: 'none' }).approval.pin).toBe('');
  });

  test('what is wrong with the yes stands under the PIN, and the PIN is typed anew', () => {
    const typed = from(form, { did: 'typedPin', pin: '4711' }, { did: 'sent' });
    const trouble = { code: 'approval_lapsed' as const, facts: {}, sentence: 'lapsed' };
    expect(from(typed, { did: 'refused', trouble })).toMatchObject({
      busy: false,
      approval: { pin: '' },
      trouble: { under: 'approvalPin', sentence: 'lapsed' },
      focus: { on: 'approvalPin' },
    });
  });
});

describe('setting aside', () => {
  test('money on the counter refuses in its place', () => {
    const sentence = sentenceOf('suspend_tendered', {});
    expect(asideNotYet(done(adds(), cash('20')))).toMatchObject({ place: 'cash', sentence });
    expect(asideNotYet(done(adds(), ...check))).toMatchObject({ place: 'tender-0-text', sentence });
    expect(asideNotYet(done(adds(), { did: 'addedTender', kind: 'check' }))).toBeNull();
  });

  test('a payment without an account, or with a wrong line, waits; an e-mail address does not keep it', () => {
    expect(asideNotYet(done())).toMatchObject({ place: 'search' });
    expect(asideNotYet(done(adds(), { did: 'typedLine', line: 0, field: 'text', text: '1.005' }))).toMatchObject({
      place: 'line-0-text',
    });
    expect(asideNotYet(done(adds(NOBODY), { did: 'choseDelivery', delivery: 'email' }))).toBeNull();
  });

  test('what is sent and what comes back are the same payment, with the money still to be typed', () => {
    const named = done(adds(), { did: 'openedPayer' }, { did: 'typedPayer', text: 'Escrow Ltd' });
    const form = from(named, { did: 'choseLanguage', language: 'ru' });
    expect(suspensionOf(form, DRAWER)).toMatchObject({ commandId: ID, payer: 'Escrow Ltd', language: 'ru' });
    const back = done(
      { did: 'askedAside' },
      { did: 'resumed', label: 'W3-H0001', lines: form.lines, payer: 'Escrow Ltd', language: 'ru' },
    );
    expect(back).toMatchObject({ asking: null, payer: 'Escrow Ltd', cash: '', focus: { on: 'cash' } });
    expect(paymentOf(back, DRAWER)).toMatchObject({ resumed: 'W3-H0001', payer: 'Escrow Ltd', language: 'ru' });
    expect(suspensionOf(back, DRAWER)).toMatchObject({ resumed: 'W3-H0001' });
    expect(paymentOf(from(back, { did: 'emptied', commandId: ID }, adds()), DRAWER)).not.toHaveProperty('resumed');
  });
});

test('a form is left only when cash can be read off it', () => {
  expect(leftOf(done(adds(), cash('20+20')), DRAWER, ID)).toEqual({
    commandId: ID,
    drawer: DRAWER,
    cashCents: 4_000,
    dueCents: 8_640,
    accounts: 1,
  });
  expect(leftOf(done(adds(), cash('1.005')), DRAWER, ID)).toBeNull();
  expect(leftOf(done(adds()), DRAWER, ID)).toBeNull();
});
