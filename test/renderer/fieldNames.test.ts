import { sentenceOf } from '#domain/refusal';
import { counter } from '#renderer/messages/counter';
import { witnessing } from '#renderer/messages/deposits';
import { drawer } from '#renderer/messages/drawer';
import { find } from '#renderer/messages/find';
import { slip } from '#renderer/messages/options';
import { receipts } from '#renderer/messages/receipts';
import { tenders } from '#renderer/messages/tenders';
import { correcting, showing, undo } from '#renderer/messages/undo';
import { checkTender } from '#renderer/screens/counter/tenders/checkTender';
import { moneyOrderTender } from '#renderer/screens/counter/tenders/moneyOrderTender';

const CARD = '378282246310005';

test.each([
  ['text', find.label],
  ['text', receipts.label],
  ['payer', counter.payer],
  ['email', slip.email],
  ['words', undo.words],
  ['slip', showing.label],
  ['reason', undo.reason],
  ['checkNumber', tenders.check.number],
  ['checkNumber', correcting.fields.checkNumber],
  ['serial', tenders.moneyOrder.serial],
  ['lastFour', counter.card.lastFour],
  ['approvalCode', counter.card.approvalCode],
  ['name', correcting.name],
  ['address', correcting.address],
  ['parcel', correcting.parcel],
  ['checks', witnessing.what.check],
  ['moneyOrders', witnessing.what['money-order']],
  ['float', drawer.pieces.pieces],
  ['count cash', drawer.pieces.pieces],
])('bug: a refusal calls the field %s as its screen does: %s', (field, label) => {
  expect(sentenceOf('card_number_in_text', { field })).toMatch(`The field “${label}” holds`);
  expect(sentenceOf('bad_input', { field, problem: 'is missing' })).toMatch(`The field “${label}” is missing`);
});

test('bug: a card number in a check’s or money order’s number is wrong at that field', () => {
  const check = { kind: 'check', form: 'check', text: '5', checkNumber: CARD, routing: '', bankAccount: '' } as const;
  const order = { kind: 'money-order', issuer: 'usps', text: '5', serial: CARD } as const;
  expect(checkTender.wrongIn(check)[0]).toMatchObject({
    field: 'checkNumber',
    sentence: expect.stringMatching(/^The field “Number” holds/),
  });
  expect(moneyOrderTender.wrongIn(order).map(({ field }) => field)).toEqual(['serial']);
});
