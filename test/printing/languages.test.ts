import { readdirSync, readFileSync } from 'node:fs';
import { Language } from '#domain/account';
import { isWhole } from '#printing/codePages';
import { plain } from '#printing/columns';
import { CATALOGUES, ENGLISH, type Key } from '#printing/languages/catalogue';
import { chargeSaid, feeSaid } from '#printing/languages/purposes';
import { counted, said, saidOnce } from '#printing/languages/said';
import { tenderName } from '#printing/languages/tenderNames';

const FOLDER = 'printing/languages';
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const textsOf = (language: string) =>
  JSON.parse(readFileSync(`${FOLDER}/${language}.json`, 'utf8')) as Record<string, string>;
const keysOf = (texts: object) => Object.keys(texts);
/** A key without its plural form. */
const COUNTED = keysOf(textsOf('en')).flatMap((key) => (key.endsWith('_one') ? [key.slice(0, -'_one'.length)] : []));
const baseOf = (key: string) => COUNTED.find((base) => key.startsWith(`${base}_`)) ?? key;
const blanksOf = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();

/** Words that a language shares with English. */
const SAME: Readonly<Record<string, readonly string[]>> = { es: ['total'] };

test('every file of a language is one that accounts can have, and is in use', () => {
  expect(files.map((file) => file.replace('.json', '')).sort()).toEqual(Object.keys(CATALOGUES).sort());
  expect(Object.keys(CATALOGUES).filter((name) => !Language.safeParse(name).success)).toEqual([]);
});

describe.each(Object.keys(CATALOGUES))('the texts in %s', (language) => {
  const texts = textsOf(language);

  test('are there for every key, and for no other', () => {
    expect([...new Set(keysOf(texts).map(baseOf))].sort()).toEqual([...new Set(keysOf(ENGLISH).map(baseOf))].sort());
  });

  test('that are counted have every plural form of the language, and no other', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const found = keysOf(texts).filter((key) => baseOf(key) !== key);
    expect(found.sort()).toEqual(COUNTED.flatMap((base) => forms.map((form) => `${base}_${form}`)).sort());
  });

  test('fill in what the English ones do', () => {
    const differing = keysOf(texts).filter((key) => {
      const english = (ENGLISH as Record<string, string>)[key] ?? ENGLISH[`${baseOf(key)}_other` as Key];
      return blanksOf(texts[key]).join() !== blanksOf(english).join();
    });
    expect(differing).toEqual([]);
  });

  test('are plain, trimmed, not empty, and not English that was left standing', () => {
    const wrong = Object.entries(texts).filter(([, text]) => text === '' || text !== plain(text).trim());
    const left = Object.entries(texts).filter(([key, text]) => language !== 'en' && text === ENGLISH[key as Key]);
    expect([wrong, left.map(([key]) => key)]).toEqual([[], SAME[language] ?? []]);
  });

  test('come out of an ESC/POS printer without a question mark', () => {
    expect(Object.values(texts).filter((text) => !isWhole(text))).toEqual([]);
  });

  test('that stand without their number on paper end with it', () => {
    const once: Key[] = ['account', 'account.sum', 'correction', 'duplicate', 'parcel', 'payer', 'permit.receipt'];
    const more: Key[] = ['receipt', 'refund', 'refund.card', 'reversal', 'tender.card', 'tender.credit'];
    expect([...once, ...more].filter((key) => !texts[key]?.endsWith('}'))).toEqual([]);
  });
});

test('in a language without a file, and where nothing else would be said, English stands alone', () => {
  expect(said('vi', 'change')).toEqual({ english: 'Change', also: null });
  expect(said('en', 'change')).toEqual({ english: 'Change', also: null });
  expect(said('es', 'total')).toEqual({ english: 'Total', also: null });
  expect(said('ru', 'total')).toEqual({ english: 'Total', also: 'Итого' });
  expect(counted('vi', 'display.earlier', 2)).toEqual({ english: '2 earlier lines', also: null });
});

test('a number stands once on paper', () => {
  expect(saidOnce('ru', 'payer', { payer: 'Hale' })).toEqual({ english: 'From Hale', also: 'Плательщик' });
  expect(saidOnce('es', 'receipt', { label: 'W3-000417' })).toEqual({ english: 'Receipt W3-000417', also: 'Recibo' });
});

test.each([
  [1, '1 предыдущая строка', '1 línea anterior'],
  [3, '3 предыдущие строки', '3 líneas anteriores'],
  [5, '5 предыдущих строк', '5 líneas anteriores'],
  [21, '21 предыдущая строка', '21 líneas anteriores'],
])('%d is counted as each language does', (count, ru, es) => {
  expect([counted('ru', 'display.earlier', count).also, counted('es', 'display.earlier', count).also]).toEqual([
    ru,
    es,
  ]);
});

test.each([
  ['Sep–Oct 2026', 'сентябрь–октябрь 2026', 'sep–oct 2026'],
  ['September-October 2026', 'сентябрь–октябрь 2026', 'sep–oct 2026'],
  ['Sept. 2026', 'сентябрь 2026', 'sep 2026'],
  ['Dec 2025–Jan 2026', 'декабрь 2025–январь 2026', 'dic 2025–ene 2026'],
  ['May 2026', 'май 2026', 'may 2026'],
  ['installment 3 of 6', 'платёж 3 из 6', 'cuota 3 de 6'],
])('the period %s is put in the payer’s language', (period, ru, es) => {
  const service = { kind: 'service', period } as const;
  expect(chargeSaid('ru', service)).toEqual({ english: `Sewer service ${period}`, also: `Канализация, ${ru}` });
  expect(chargeSaid('es', service).also).toBe(`Alcantarillado, ${es}`);
});

test.each(['Q3 2026', 'Mayor 2026', 'Ma 2026', 'SSP-2026-0118', 'Returned check', 'Jan 2025 2026', ''])(
  'the period %p is not guessed: the second language leaves it out',
  (period) => {
    expect(chargeSaid('ru', { kind: 'permit', period })).toEqual({
      english: `Permit ${period}`.trim(),
      also: 'Разрешение',
    });
  },
);

test('a receipt type is called as the district says, where it says', () => {
  const fee = { name: 'Copies and maps', names: { es: 'Copias y mapas' }, quantity: 2 };
  expect(feeSaid('es', fee)).toEqual({ english: '2 × Copies and maps', also: 'Copias y mapas' });
  expect(feeSaid('ru', fee).also).toBeNull();
  expect(feeSaid('en', fee).also).toBeNull();
});

test.each([
  [{ kind: 'card', brand: 'visa' } as const, 'Visa', 'Tarjeta Visa'],
  [{ kind: 'card', brand: 'other' } as const, 'Card', 'Tarjeta'],
  [{ kind: 'check', form: 'cashiers' } as const, 'Cashier’s check', 'Cheque de caja'],
  [{ kind: 'money-order', issuer: 'other' } as const, 'Money order', 'Giro (money order)'],
  [{ kind: 'credit' } as const, 'Account credit', 'Saldo a favor'],
])('a tender has its name in both: %j', (tender, english, also) => {
  expect(tenderName('es', tender)).toEqual({ english, also });
});
