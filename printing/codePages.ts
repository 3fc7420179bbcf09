import { graphemes, plain } from './columns.ts';

/**
 * The pages of letters that practically every ESC/POS printer holds, by the names node-thermal-printer gives them, and
 * what we use of each beside ASCII. Vietnamese pages are left out on purpose: few printers have one, and one that does
 * not prints other letters in their place without a word.
 */
const PAGES = {
  WPC1252:
    '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  PC852_LATIN2: 'ůćłŐőŹĆĹĺĽľŚśŤťŁčĄąĘęźČşĚŞŻżĂăđĐĎďŇěŢŮŃńňŔŕŰţűŘř',
  PC866_CYRILLIC2: 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяЁёЄєЇїЎў№',
  PC737_GREEK: 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωάέήϊίόύϋώΆΈΉΊΌΎΏΪΫ',
} as const;

export type CodePage = keyof typeof PAGES;

/** The page a slip starts on, and goes back to with every row. */
export const FIRST_PAGE: CodePage = 'WPC1252';

const NAMES = Object.keys(PAGES) as CodePage[];
const LETTERS = new Map(NAMES.map((page) => [page, new Set<string>(PAGES[page])]));

/** Letters and signs that no page has, and what a reader takes for the same. */
const LIKENESS: Readonly<Record<string, string>> = {
  '−': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '―': '—',
  ʻ: '‘',
  ʼ: '’',
  '′': "'",
  '″': '"',
  '✓': 'v',
  і: 'i',
  І: 'I',
  ј: 'j',
  Ј: 'J',
  ґ: 'г',
  Ґ: 'Г',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
  ŋ: 'n',
  Ŋ: 'N',
  ə: 'e',
  Ə: 'E',
};

/** A stretch of text that one page can show. */
export type Stretch = { page: CodePage; text: string };

/**
 * Writes a text with letters that the printer has, one column each: accents that no page knows are dropped
 * (`Nguyễn Thị Hương` becomes `Nguyên Thi Huong`), what has no likeness becomes a question mark.
 */
export function printable(text: string): string {
  return graphemes(text).map(printableSign).join('');
}

/** Whether all of a text can be read in {@link printable} letters: none became a question mark. */
export function isWhole(text: string): boolean {
  return graphemes(plain(text)).every((sign) => sign === '?' || printableSign(sign) !== '?');
}

/** Cuts a text of {@link printable} letters into stretches, changing the page as seldom as going from left to right allows. */
export function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  let last: Stretch = { page: FIRST_PAGE, text: '' };
  for (const letter of text) {
    const page = isAscii(letter) || LETTERS.get(last.page)?.has(letter) ? last.page : (pageOf(letter) ?? last.page);
    if (page !== last.page) {
      found.push(last);
      last = { page, text: '' };
    }
    last.text += letter;
  }
  return [...found, last].filter((stretch) => stretch.text !== '');
}

function printableSign(sign: string): string {
  if (isPrintable(sign)) return sign;
  for (const nearer of nearerSigns(sign)) if (isPrintable(nearer)) return nearer;
  return '?';
}

/** What could stand for a sign, the nearest first: its likeness, then one mark less at a time, then the bare letter. */
function nearerSigns(sign: string): string[] {
  const [letter = '', ...marks] = sign.normalize('NFD');
  const oneLess = marks.map((_, place) => letter + marks.filter((_mark, other) => other !== place).join(''));
  const compatible = sign.normalize('NFKC');
  return [
    LIKENESS[sign] ?? '',
    compatible,
    ...oneLess.map((less) => less.normalize('NFC')),
    letter,
    LIKENESS[letter] ?? '',
  ];
}

function isPrintable(sign: string): boolean {
  return isAscii(sign) || pageOf(sign) !== undefined;
}

function isAscii(sign: string): boolean {
  return /^[\x20-\x7E]$/.test(sign);
}

function pageOf(letter: string): CodePage | undefined {
  return NAMES.find((page) => LETTERS.get(page)?.has(letter));
}
