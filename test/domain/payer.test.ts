import { payerKey } from '#domain/payer';

test.each([
  ['Hale, Dorothea', 'HALE, DOROTHEA'],
  ['Nguyễn, Minh Châu', 'nguyễn, minh châu'],
  ['Nguyễn', 'Nguyễn'.normalize('NFD')],
  ['Иванов, Алексей', 'ИВАНОВ, АЛЕКСЕЙ'],
  ['Weiß, Jörg', 'WEISS, JÖRG'],
  ['Σωκράτης', 'ΣΩΚΡΆΤΗΣ'],
  ['Roe, Bob', 'Bob Roe'],
  ['O’Brien,Ann', "Ann O'BRIEN"],
  ['J.R. Smith', 'Smith, JR'],
  ['Quarry Bay  Cannery', ' Quarry Bay Cannery '],
])('%s and %s are one payer', (one, other) => expect(payerKey(one)).toBe(payerKey(other)));

test.each([
  ['Hale, Dorothea', 'Hale, Dorothy'],
  ['Muller', 'Müller'],
  ['Иванов', 'Ivanov'],
])('%s and %s are two', (one, other) => expect(payerKey(one)).not.toBe(payerKey(other)));
