import { type CheckNote, TurnedAwayWhy } from '#domain/refusedTender';
import {
  blankTurnedAway,
  keyOfWhy,
  refusedOf,
  type TurnedAwayAction,
  turnedAwayNotYet,
  turnedAwayReducer,
  whyByKey,
} from '#renderer/screens/turnedAway/turnedAwayForm';

const ID = '8d5c2b0e-0000-4000-8000-000000000001';
const done = (...actions: TurnedAwayAction[]) => actions.reduce(turnedAwayReducer, blankTurnedAway(ID));

test('every reason has one key of its own, and the key means it', () => {
  const keys = TurnedAwayWhy.options.map(keyOfWhy);
  expect(new Set(keys).size).toBe(TurnedAwayWhy.options.length);
  expect(keys.every((key) => key.length === 1)).toBe(true);
  expect(keys.map((key) => whyByKey(key, null))).toEqual(TurnedAwayWhy.options);
  expect(whyByKey('x', 'unsigned')).toBeNull();
});

test('arrows stop at both ends', () => {
  expect(whyByKey('ArrowDown', null)).toBe('unsigned');
  expect(whyByKey('ArrowUp', 'unsigned')).toBe('unsigned');
  expect(whyByKey('ArrowDown', 'other')).toBe('other');
});

test('the tender that is mostly meant comes with the reason, and can be another', () => {
  expect(done({ did: 'chose', why: 'unsigned' }).tender).toBe('check');
  expect(done({ did: 'chose', why: 'card_declined' }).tender).toBe('card');
  const foreign = done({ did: 'chose', why: 'foreign' }, { did: 'choseTender', tender: 'cash' });
  expect(refusedOf(foreign, 'D1')).toMatchObject({
    refused: { tender: 'cash', why: 'foreign', cents: null },
    steps: [],
  });
});

test('a suspect note keeps its steps in the order of the checklist; another reason has none', () => {
  const note = done(
    { did: 'chose', why: 'counterfeit' },
    { did: 'turnedStep', step: 'in_an_envelope' },
    { did: 'turnedStep', step: 'kept_it' },
    { did: 'turnedStep', step: 'called_police' },
    { did: 'turnedStep', step: 'called_police' },
    { did: 'typed', field: 'amount', text: '100' },
    { did: 'typed', field: 'words', text: ' LB 4471 ' },
  );
  expect(refusedOf(note, 'D1')).toEqual({
    commandId: ID,
    drawer: 'D1',
    refused: { tender: 'cash', why: 'counterfeit', cents: 10_000 },
    steps: ['kept_it', 'in_an_envelope'] satisfies CheckNote[],
    words: 'LB 4471',
  });
  expect(turnedAwayReducer(note, { did: 'chose', why: 'altered' }).steps).toEqual([]);
});

test('without a reason, or with an amount that is none, nothing is recorded', () => {
  expect(refusedOf(done(), 'D1')).toBeNull();
  expect(turnedAwayNotYet(done())?.place).toBe('why');
  const wrong = done({ did: 'chose', why: 'other' }, { did: 'typed', field: 'amount', text: '1.005' });
  expect(turnedAwayNotYet(wrong)).toMatchObject({ place: 'amount', sentence: expect.stringMatching(/two decimals/) });
});
