import { type Asked, COUNTERS_REMEMBERED, type Contact, FIRST_CONTACT, judgeContact } from '#main/ledger/judgeContact';

const contact = (counters: number[], token = 5, used = token - 1): Contact => ({
  ...{ counters: counters.map((n): [number, string] => [n, `r${n}`]), token, used },
});
const asked = (counter: number, token = 5, by = `r${counter}`): Asked => ({ counter, token, by });
/** The counters and the token after a request that is heard, or why it is not. */
const judged = (before: Contact, said: Asked) => {
  const { as, ...rest } = judgeContact(before, said);
  return as === 'heard' && 'contact' in rest
    ? { counters: rest.contact.counters.map(([counter]) => counter), token: rest.contact.token }
    : { as, ...rest };
};

test.each<[string, Contact, Asked, object]>([
  ['the first request', FIRST_CONTACT, asked(1, 1), { counters: [1], token: 2 }],
  ['the next', contact([1, 2]), asked(3), { counters: [1, 2, 3], token: 6 }],
  ['one that was overtaken', contact([1, 4]), asked(2), { counters: [1, 2, 4], token: 6 }],
  ['one after a gap', contact([1, 2]), asked(30), { counters: [1, 2, 30], token: 6 }],
  ['after a leap, what lies too far back is forgotten', contact([1, 2]), asked(40), { counters: [40], token: 6 }],
  ['the token before the current one', contact([1]), asked(2, 4), { counters: [1, 2], token: 6 }],
  ['an older one, while no newer was used', contact([1], 9, 4), asked(2, 4), { counters: [1, 2], token: 10 }],
  ['a token that this ledger has forgotten', contact([1]), asked(2, 9), { counters: [1, 2], token: 10 }],
  ['the same again', contact([1, 2]), asked(2), { as: 'counter_used', last: 2, how: 'same' }],
  ['another with that counter', contact([1, 2]), asked(2, 5, 'x'), { as: 'counter_used', last: 2, how: 'other' }],
  [
    'an overtaken one that is too old',
    contact([50]),
    asked(50 - COUNTERS_REMEMBERED),
    { as: 'counter_used', last: 50, how: 'old' },
  ],
  ['the oldest that still may come', contact([50]), asked(51 - COUNTERS_REMEMBERED), { counters: [19, 50], token: 6 }],
  ['an older token', contact([1]), asked(2, 3), { as: 'token_used', current: 4 }],
  ['no token', contact([1]), asked(2, 0), { as: 'token_used', current: 4 }],
  ['no token, of one that was enrolled just now', FIRST_CONTACT, asked(1, 0), { as: 'token_used', current: 1 }],
])('%s', (_what, before, said, expected) => {
  expect(judged(before, said)).toEqual(expected);
});

test('a reply that is lost does not make an honest station look like a copy: the token before is good until the newer is used', () => {
  let at: Contact = FIRST_CONTACT;
  const say = (counter: number, token: number) => {
    const now = judgeContact(at, asked(counter, token));
    if (now.as === 'heard') at = now.contact;
    return now.as === 'heard' ? now.contact.token : now.as;
  };
  expect([say(1, 1), say(2, 1), say(3, 1)]).toEqual([2, 3, 4]);
  expect([say(4, 2), say(5, 1), say(6, 4), say(7, 4), say(8, 2)]).toEqual([5, 'token_used', 6, 7, 'token_used']);
});

test('bug: a station that missed a reply before a backup, and heard one after it, held nothing that the restored ledger lacked', () => {
  const backup = judgeContact(FIRST_CONTACT, asked(1, 1));
  const lost = backup.as === 'heard' ? backup.contact : FIRST_CONTACT;
  const after = judgeContact(lost, asked(2, 1));
  const heard = after.as === 'heard' ? after.contact.token : 0;
  expect(heard).toBeGreaterThan(lost.token);
});

test('what is refused changes nothing: a restored station does not make the honest one look like the copy (F24)', () => {
  const before = contact([70, 71]);
  expect(judged(before, asked(500, 2))).toEqual({ as: 'token_used', current: 4 });
  expect(judged(before, asked(72))).toEqual({ counters: [70, 71, 72], token: 6 });
});
