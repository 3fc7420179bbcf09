import type { RefusalCode } from '#domain/refusal';
import {
  blankCorrection,
  type CorrectionAction,
  correctionNotYet,
  correctionReducer,
  isTender,
  placeIn,
} from '#renderer/screens/correction/correctionForm';
import { accountView, chargeView } from '../support/accountViews.ts';

const ID = '8d5c2b0e-0000-4000-8000-000000000001';
const PARK = accountView('40-10000-01', [chargeView(3, 'service', 8_640)]);

const done = (...actions: CorrectionAction[]) =>
  actions.reduce(correctionReducer, blankCorrection(ID, 1_000, 'line 0'));
const typed = (field: string, text: string): CorrectionAction => ({ did: 'typed', field, text });
const found: CorrectionAction = { did: 'choseAccount', account: PARK, next: 'charge 0' };
const because: CorrectionAction = { did: 'choseReason', reason: 'wrong_account' };
const pin: CorrectionAction = { did: 'typedPin', pin: '8153' };

test('it begins with what is wrong: a line belongs to an account, a tender was cash', () => {
  expect(done()).toMatchObject({ what: 'line 0', kind: 'account', focus: { on: 'what' }, told: {}, account: null });
  expect(blankCorrection(ID, 1_000, 'tender 1').kind).toBe('cash');
});

test('a line or a tender is named by its place', () => {
  expect([isTender('line 12'), placeIn('line 12')]).toEqual([false, 12]);
  expect([isTender('tender 3'), placeIn('tender 3')]).toEqual([true, 3]);
});

test('another line, another tender or another kind begins afresh: what was typed for the last one is gone', () => {
  const said = [typed('search', 'park'), found, typed('charge 0', '86.40'), because];
  const emptied = { told: {}, account: null, hit: 0, reason: 'wrong_account' };
  expect(done(...said, { did: 'choseWhat', what: 'line 1' })).toMatchObject({ ...emptied, kind: 'account' });
  expect(done(...said, { did: 'choseWhat', what: 'tender 0' })).toMatchObject({ ...emptied, kind: 'cash' });
  expect(done(...said, { did: 'choseKind', kind: 'suspense' })).toMatchObject({ ...emptied, what: 'line 0' });
});

test('what is typed is kept by its field, beside what was typed before', () => {
  expect(
    done({ did: 'choseKind', kind: 'suspense' }, typed('name', 'Tran'), typed('address', '7 Slate Ln')),
  ).toMatchObject({ told: { name: 'Tran', address: '7 Slate Ln' } });
});

test('an account that is taken shows its number, and the hand goes to what is to be said of it', () => {
  expect(done(typed('search', 'park'), { did: 'movedHit', to: 2 }, found)).toMatchObject({
    told: { search: '40-10000-01' },
    account: { accountNumber: '40-10000-01' },
    focus: { on: 'charge 0' },
  });
});

test('another search is another account: the one that was found and what was named on it are gone', () => {
  expect(done(found, typed('charge 0', '86.40'), { did: 'movedHit', to: 3 }, typed('search', 'nguyen'))).toMatchObject({
    told: { search: 'nguyen' },
    account: null,
    hit: 0,
  });
  expect(done(found, typed('charge 0', '86.40')).told).toEqual({ search: '40-10000-01', 'charge 0': '86.40' });
});

test('the mark on the hits never leaves the list at its top', () => {
  expect([done({ did: 'movedHit', to: 3 }).hit, done({ did: 'movedHit', to: -1 }).hit]).toEqual([3, 0]);
});

test.each<[string, CorrectionAction]>([
  ['another line', { did: 'choseWhat', what: 'line 1' }],
  ['another kind', { did: 'choseKind', kind: 'suspense' }],
  ['another text', typed('charge 0', '80')],
  ['another search', typed('search', 'nguyen')],
  ['another account', found],
  ['another reason', { did: 'choseReason', reason: 'wrong_charge' }],
])('%s takes back the PIN that was typed for what was shown before', (_, change) => {
  const approved = done(found, because, pin);
  expect(approved.approval.pin).toBe('8153');
  expect(correctionReducer(approved, change).approval.pin).toBe('');
});

test('a look through the hits changes nothing that is approved', () => {
  expect(correctionReducer(done(found, because, pin), { did: 'movedHit', to: 1 }).approval.pin).toBe('8153');
});

test('where it belongs is missing first, then the reason, then the PIN', () => {
  expect(correctionNotYet(done(because, pin), false)).toBe('to');
  expect(correctionNotYet(done(), true)).toBe('reason');
  expect(correctionNotYet(done(because), true)).toBe('pin');
  expect(correctionNotYet(done(because, pin), true)).toBeNull();
});

test.each<[RefusalCode | null, string, string]>([
  ['routing_wrong', '', 'routing'],
  ['bad_input', 'correction to checkNumber', 'checkNumber'],
  ['bad_input', 'correction to bankAccount', 'bankAccount'],
  ['bad_input', 'correction to approvalCode', 'approvalCode'],
  ['bad_input', 'correction to lastFour', 'lastFour'],
  ['bad_input', 'correction to serial', 'serial'],
  ['card_number_in_text', 'name', 'name'],
  ['card_number_in_text', 'address', 'address'],
  ['card_number_in_text', 'parcel', 'parcel'],
  ['card_number_in_text', 'words', 'words'],
  ['bad_input', 'correction to cents', 'primary'],
  ['pin_wrong', '', 'approvalPin'],
  ['approval_changed', '', 'approvalPin'],
  ['correction_same', '', 'primary'],
  [null, '', 'primary'],
])('the refusal %s of “%s” stands under %s, with the hand on it', (code, field, under) => {
  const sent = done(because, pin, { did: 'sent' });
  expect(sent.busy).toBe(true);
  expect(
    correctionReducer(sent, { did: 'refused', trouble: { code, facts: { field }, sentence: 'No.' } }),
  ).toMatchObject({ busy: false, approval: { pin: '' }, trouble: { under, sentence: 'No.' }, focus: { on: under } });
});
