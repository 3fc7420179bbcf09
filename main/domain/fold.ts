const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** What decomposition leaves alone although a plain keyboard has no such letter. */
const LATIN: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ı: 'i',
};

/**
 * Folds a text for finding: lower case, accents off, Cyrillic in Latin letters, anything but letters and digits as one
 * space. What two people type for the same name folds to the same.
 */
export function fold(text: string): string {
  let folded = '';
  for (const letter of text.normalize('NFD').toLowerCase()) {
    if (/\p{M}/u.test(letter)) continue;
    folded += CYRILLIC[letter] ?? LATIN[letter] ?? (/[\p{L}\p{N}]/u.test(letter) ? letter : ' ');
  }
  return folded.replace(/ +/g, ' ').trim();
}
