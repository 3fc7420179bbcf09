import fc from 'fast-check';
import { fold, matchRanges, wordsAfterApostrophes, wordsOf } from '#domain/fold';

test.each([
  ['Hale, Dorothea', 'hale dorothea'],
  ['Nguyễn, Minh Châu', 'nguyen minh chau'],
  ['Nguyê\u0303n', 'nguyen'],
  ['ĐẶNG Đức', 'dang duc'],
  ['O’Sullivan, Niamh', 'osullivan niamh'],
  ["O'Sullivan", 'osullivan'],
  ['Faʻasavalu, Sione', 'faasavalu sione'],
  ['Łukasik', 'lukasik'],
  ['Bergström, Åsa', 'bergstrom asa'],
  ['Ødegård', 'odegard'],
  ['Iðunn Þórsdóttir', 'idunn thorsdottir'],
  ['Straße', 'strasse'],
  ['Ａｌｄｅｒ', 'alder'],
  ['Иванов, Пётр', 'ivanov petr'],
  ['Щербаков', 'shcherbakov'],
  ['Мария', 'maria'],
  ['Дмитрий', 'dmitri'],
  ['Сергей', 'sergei'],
  ['Татьяна', 'tatyana'],
  ['Ткаченко, Євген', 'tkachenko ievgen'],
  ['Александр', 'aleksandr'],
  ['Alexander', 'aleksander'],
  ['Xóchitl', 'xochitl'],
  ['ALEX', 'aleks'],
  ['Aẋ', 'aks'],
  ['2214 Alder Ct NE, Unit #4', '2214 alder ct ne unit 4'],
  ['40-11872-03', '40 11872 03'],
  ['(360) 555-0142', '360 555 0142'],
  ['  -- ', ''],
  ['', ''],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  ['O’Sullivan, Niamh', ['sullivan']],
  ["D'Ávila O`Brien-Roe", ['avila', 'brien']],
  ['Faʻasavalu, Sione', ['asavalu']],
  ['Mary’s ’ Diner’', []],
  ['Hale, Dorothea', []],
])('behind the apostrophes of %s stand %j', (text, words) => {
  expect(wordsAfterApostrophes(text)).toEqual(words);
});

test.each([
  ['Иванов', 'Ivanov'],
  ['Алексей Петров', 'alexei PETROV'],
  ['Наталия', 'Natalia'],
])('%s and %s are one', (left, right) => {
  expect(fold(left)).toBe(fold(right));
});

test('property: folded text is one line of words, and plain text comes out as the long way would have it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aXx09 -,\'"#Éđя漢'), maxLength: 12 }), (text) => {
      const once = fold(text);
      expect(once).toBe(once.trim());
      expect(once).not.toMatch(/ {2}/);
      // A letter of another script sends the text the long way round; its beginning must come out the same.
      expect(fold(`${text} я`)).toBe(`${once} ya`.trim());
    }),
  );
});

test('property: folding never throws, whatever Unicode holds, halves of letters included', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
      (text, query) => {
        expect(fold(text)).toBe(fold(text).trim());
        expect(wordsAfterApostrophes(text).join('')).not.toContain(' ');
        for (const { from, to } of matchRanges(text, query)) expect(to).toBeGreaterThan(from);
      },
    ),
    { numRuns: 1_000 },
  );
  for (const half of ['\ud83d', '\udc00', 'a\ud83d', '\udc00 b', '\u0301', '\u200f\u0000'])
    expect(typeof fold(half)).toBe('string');
});

const shown = (text: string, query: string) => matchRanges(text, query).map(({ from, to }) => text.slice(from, to));

test.each([
  ['Nguyễn, Minh Châu', 'nguy', ['Nguy']],
  ['Nguyễn, Minh Châu', 'nguyen', ['Nguyễn']],
  ['Nguyê\u0303n, Bao', 'nguye', ['Nguyê\u0303']],
  ['Nguyen-Okafor, Adaeze', 'oka nguyen', ['Nguyen', 'Oka']],
  ['c/o Nguyen Property', 'nguy', ['Nguy']],
  ['Иванова, Ольга', 'ivan', ['Иван']],
  ['Щербаков', 'shch', ['Щ']],
  ['Ivanov, Viktor', 'Иванов', ['Ivanov']],
  ['O’Sullivan, Niamh', 'osul', ['O’Sul']],
  ['O’Sullivan, Niamh', 'sullivan', ['Sullivan']],
  ['O’Sullivan, Niamh', 'su', ['Su']],
  ['Petrov, Alexei', 'aleks', ['Alex']],
  ['Whitebear, Joseph', 'bear', ['bear']],
  ['Whitebear, Joseph', 'be', []],
  ['(360) 555-0142', '5550142', ['555-0142']],
  ['40-11872-03', '4011872', ['40-11872']],
  ['40-11872-03', '40 118', ['40-118']],
  ['118 Quarry Rd, Unit 4', '118 4', ['118', '4']],
  ['118 Quarry Rd', '1', ['1']],
  ['0418-22-0071', '0071', ['0071']],
  ['Anna Annasdóttir', 'anna', ['Anna', 'Anna']],
  ['banana', 'anana ana', ['anana']],
  ['Hale, Dorothea', 'zzz', []],
  ['Hale, Dorothea', '', []],
  ['Hale, Dorothea', ' , ', []],
])('in %s, %s covers %j', (text, query, covered) => {
  expect(shown(text, query)).toEqual(covered);
});

test('property: each word of a text is shown in it; ranges lie within, in order and apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), (text, pick) => {
      const words = wordsOf(fold(text));
      const word = words[pick % Math.max(words.length, 1)] ?? '';
      const ranges = matchRanges(text, word);
      if (word !== '') expect(ranges.length).toBeGreaterThan(0);
      let last = -1;
      for (const { from, to } of ranges) {
        expect(from).toBeGreaterThan(last);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        last = to;
      }
    }),
  );
});
