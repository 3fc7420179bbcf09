import { readMicr } from '#formats/micr';
import { blankForm, type CounterAction, counterReducer } from '#renderer/screens/counter/counterForm';
import { accountView, chargeView } from '#test/support/accountViews';

/* A check's magnetic line, scanned or pasted while the counter or a check has the hand. */

const HALE = accountView('40-11872-03', [chargeView(2, 'service', 8_640)]);
const done = (...actions: CounterAction[]) =>
  actions.reduce(counterReducer, blankForm('8d5c2b0e-0000-4000-8000-000000000001'));
const adds: CounterAction = { did: 'addedAccount', account: HALE };
const CHECK: CounterAction = { did: 'addedTender', kind: 'check' };
type Field = Extract<CounterAction, { did: 'acceptedTender' }>['field'];
const enter = (field: Field, text = '', tender = 0): CounterAction[] => [
  ...(text === '' ? [] : [{ did: 'typedTender' as const, tender, field, text }]),
  { did: 'acceptedTender', tender, field },
];

/** A reading of a line that is one. */
function scan(text: string): CounterAction {
  const line = readMicr(text);
  if (!line) throw new Error(`${text} is no line of a check`);
  return { did: 'readCheck', line };
}

const LINE = 'T021000021T 4455667U 1187';
const READ = { checkNumber: '1187', routing: '021000021', bankAccount: '4455667' };

test('a scan opens a check with what it says, and one Enter takes what is missing and folds it', () => {
  const scanned = done(adds, { did: 'searched', text: 'ha' }, scan(LINE));
  expect(scanned).toMatchObject({ search: '', opened: 0, tenders: [READ], focus: { on: 'tender-0-text' } });
  const taken = enter('text').reduce(counterReducer, scanned);
  expect(taken).toMatchObject({ opened: null, tenders: [{ text: '86.40' }], focus: { on: 'primary' } });
});

test('a scan fills the check that stands open, and keeps its amount', () => {
  const form = done(adds, CHECK, ...enter('text', '60'), scan(LINE));
  expect(form.tenders).toMatchObject([{ ...READ, text: '60' }]);
});

test('the line of another check opens another, and never mixes with the first', () => {
  const form = done(adds, scan(LINE), ...enter('text', '60'), scan('T121042882T 998877U 0042'));
  expect(form.tenders).toMatchObject([
    READ,
    { checkNumber: '0042', routing: '121042882', bankAccount: '998877', text: '' },
  ]);
  const again = done(adds, scan('T02100?021T 4455667U 1187'), scan('T121042882T 99887?U 0042'));
  expect(again.tenders).toMatchObject([{ checkNumber: '0042', routing: '121042882', bankAccount: '' }]);
});

test('what was not read is blank, with the hand on it and why; then the amount, and it folds', () => {
  const form = done(adds, scan('T02100?021T 4455667U 1187'));
  expect(form).toMatchObject({
    tenders: [{ ...READ, routing: '' }],
    focus: { on: 'tender-0-routing' },
    trouble: { under: 'tender-0-routing', sentence: expect.stringContaining('the routing') },
  });
  const typed = enter('routing', '021000021').reduce(counterReducer, form);
  expect(typed).toMatchObject({ focus: { on: 'tender-0-text' }, trouble: null });
  expect(enter('text').reduce(counterReducer, typed)).toMatchObject({ opened: null, tenders: [READ] });
});

test('an order that is open leaves both blank, and the sentence names them', () => {
  const form = done(adds, scan('T021000021T 1187 4455667U'));
  expect(form.trouble?.sentence).toMatch(/the number, the bank account\. Read it off the check/);
  expect(form.tenders).toMatchObject([{ checkNumber: '', routing: '021000021', bankAccount: '' }]);
});

test('a card that is not complete is finished first', () => {
  const form = done(adds, { did: 'addedTender', kind: 'card' }, ...enter('text', '20'), scan(LINE));
  expect(form).toMatchObject({ opened: 0, tenders: [{ kind: 'card' }], trouble: { under: 'tender-0-lastFour' } });
});
