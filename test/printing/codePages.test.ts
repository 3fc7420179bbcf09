import fc from 'fast-check';
import { printable, stretches } from '#printing/codePages';
import { plain } from '#printing/columns';

test.each([
  ['Castellanos, Inés', 'Castellanos, Inés'],
  ['Björnsdóttir, Katrín', 'Björnsdóttir, Katrín'],
  ['Щербаков-Ёлкин, Александр', 'Щербаков-Ёлкин, Александр'],
  ['Кіндрат Їжакевич', 'Кiндрат Їжакевич'],
  ['Đặng Nguyễn Thị Hương', 'Đăng Nguyên Thi Huong'],
  ['Łukasz Žižek', 'Łukasz Žižek'],
  ['Παπαδόπουλος', 'Παπαδόπουλος'],
  ['Faʻasavalu, Sione', 'Fa‘asavalu, Sione'],
  ['−4.25 №7', '-4.25 №7'],
  ['Şükrü Çağlar', 'Şükrü Çaglar'],
  ['李小龍', '???'],
])('%s prints as %s', (text, printed) => {
  expect(printable(text)).toBe(printed);
});

test('a row changes its page only where it must', () => {
  expect(stretches('From Щербаков, Inés')).toEqual([
    { page: 'WPC1252', text: 'From ' },
    { page: 'PC866_CYRILLIC2', text: 'Щербаков, In' },
    { page: 'WPC1252', text: 'és' },
  ]);
});

test('whatever is typed becomes letters that some page has, each once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
      const text = printable(plain(raw));
      expect(printable(text)).toBe(text);
      expect(
        stretches(text)
          .map((stretch) => stretch.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
