import { assert } from './assert.ts';

type Issuer = { first: RegExp; lengths: readonly number[] };

/** First digits and lengths under which the card schemes issue (ISO/IEC 7812-1 and the schemes' published ranges). */
const ISSUERS: readonly Issuer[] = [
  { first: /^4/, lengths: [13, 16, 19] },
  { first: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { first: /^3[47]/, lengths: [15] },
  { first: /^(6011|64[4-9]|65)/, lengths: [16, 17, 18, 19] },
  { first: /^35(2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { first: /^3(0[0-5]|[689])/, lengths: [14, 15, 16, 17, 18, 19] },
  { first: /^62/, lengths: [16, 17, 18, 19] },
  { first: /^(50|5[6-8]|6)/, lengths: [13, 14, 15, 16, 17, 18, 19] },
];

/** The cards that come to an American counter, in the length they all have; and Visa's longest. */
const COMMON: readonly Issuer[] = [
  { first: /^4/, lengths: [16, 19] },
  { first: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { first: /^3[47]/, lengths: [15] },
  { first: /^(6011|64[4-9]|65)/, lengths: [16] },
];

const SHORTEST = 13;
/** The longest card, its expiry and its security code. */
const LONGEST_RUN = 27;
/** Runs of this length may be a card number among other digits; a bill line is longer. */
const CUT = { from: 17, to: 24 };
/** What is written right behind a card number: a security code, an expiry (`0927`, `092027`), or both. */
const BEHIND = /^(?:\d{3,4}|(?:0[1-9]|1[0-2])(?:20)?[2-4]\d(?:\d{3,4})?)$/;

/** Marks that hold groups together: `-`, ` – `, `.`, `/`; but not what parts the items of a list. */
const TIGHT = /^[^\p{L}\p{N},;]{1,5}$/u;
const GAP_MAX = 8;
/** Numbers this close in rising or falling order are a list: checks 4411, 4412, 4415, 4420. */
const LIST_STEP = 100;

/**
 * Whether a text holds what looks like a payment card number; such a number never enters this system (PCI DSS). It must
 * be of an issuer's range and length with the right Luhn digit, in any script's digits, and written as people write one:
 * - in one piece, also with security code or expiry right behind it;
 * - in groups of 4 (8, 12), as 4-6-5 or 4-6-4, apart by up to five marks such as ` – `; a common card also evenly by
 *   1, 2 or 3 digits with one mark between them all;
 * - as 4-4-4-4, 4-6-5 or 4-6-4 apart by one and the same word or mark: `4111x1111x1111x1111`, `4111, 1111, …`;
 * - a common card anywhere within one run of 17 to 24 digits, unless `runs` is `whole`.
 *
 * Not caught: other groups (5-5-6), numbers in words or with letters for digits, halves apart in a text or in two fields,
 * and a number within a longer run. Phones, dates, accounts, parcels, bill lines and numbers in rising or falling order
 * pass. Of other numbers that have such a form and begin like a card, one in ten is refused, because one in ten has a right
 * Luhn digit by chance. Of 1,200,000 texts as a counter types them (test/support/counterTexts.ts) none was refused.
 * @param runs `whole` for what is searched for and not kept: a scanned line is then not looked through bit by bit
 */
export function holdsCardNumber(text: string, runs: 'cut' | 'whole' = 'cut'): boolean {
  const plain = inPlainDigits(text);
  if (plain === null) return false;
  const groups: string[] = [];
  const gaps: string[] = [];
  let end = 0;
  for (const found of plain.matchAll(/\d+/g)) {
    if (groups.length > 0) gaps.push(plain.slice(end, found.index));
    groups.push(found[0]);
    end = found.index + found[0].length;
  }
  return groups.some(
    (group, from) =>
      inOneRun(group, runs) ||
      inTightGroups(groups, gaps, from) ||
      inEvenGroups(groups, gaps, from) ||
      inLikeGaps(groups, gaps, from),
  );
}

/** The text with every script's digits as 0 to 9 and without what is not seen; null where there are too few of them. */
function inPlainDigits(text: string): string | null {
  let digits = 0;
  let isAscii = true;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code >= 48 && code <= 57) digits += 1;
    else if (code > 127) isAscii = false;
  }
  if (isAscii) return digits < SHORTEST ? null : text;
  // ①, ４ and ⁴ are 4 by their compatibility form; ٤ and ४ are digits of their own.
  const folded = text.normalize('NFKC').replace(/[\p{M}\p{Cf}]/gu, '');
  if ((folded.match(/\p{Nd}/gu)?.length ?? 0) < SHORTEST) return null;
  return folded.replace(/[^0-9\P{Nd}]/gu, (digit) => String(digitOf(digit)));
}

/** Unicode keeps a script's digits together, from its zero up, so what stands before a digit tells its value. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0);
  assert(code !== undefined, 'a digit has a code point');
  let before = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(before - 1))) before -= 1;
  return (code - before) % 10;
}

function inOneRun(run: string, runs: 'cut' | 'whole'): boolean {
  if (run.length < SHORTEST || run.length > LONGEST_RUN) return false;
  if (isCard(run, ISSUERS) || beginsWithCard(run, run.length)) return true;
  if (runs === 'whole' || run.length < CUT.from || run.length > CUT.to) return false;
  for (let from = 0; from < run.length; from++) {
    for (const length of [15, 16, 19])
      if (from + length <= run.length && isCard(run.slice(from, from + length), COMMON)) return true;
  }
  return false;
}

/** Groups of four, eight or twelve from one on, the last of any length, or 4-6-5 and 4-6-4; held together by marks. */
function inTightGroups(groups: readonly string[], gaps: readonly string[], from: number): boolean {
  let digits = groups[from] ?? '';
  if (digits.length % 4 !== 0 || !/^[2-6]/.test(digits)) return false;
  for (let to = from + 1; to < groups.length && TIGHT.test(gaps[to - 1] ?? ''); to++) {
    const last = groups[to] ?? '';
    digits += last;
    if (last.length > 12 || digits.length > LONGEST_RUN) return false;
    const isSeen = isCard(digits, ISSUERS) || beginsWithCard(digits, last.length);
    if (isSeen && !isList(groups.slice(from, to + 1), LIST_STEP)) return true;
    const isAfterSix = to === from + 2 && groups[to - 1]?.length === 6;
    const isSix = to === from + 1 && digits.length === 10;
    if (isAfterSix || (last.length % 4 !== 0 && !isSix)) return false;
  }
  return false;
}

/** Groups of one, two or three digits from one on. Dates in a row have other marks within them than between them. */
function inEvenGroups(groups: readonly string[], gaps: readonly string[], from: number): boolean {
  const first = groups[from] ?? '';
  const gap = gaps[from] ?? '';
  if (first.length > 3 || !/^[2-6]/.test(first) || !TIGHT.test(gap)) return false;
  let digits = first;
  for (let to = from + 1; to < groups.length && gaps[to - 1] === gap; to++) {
    const last = groups[to] ?? '';
    digits += last;
    if (last.length > first.length || digits.length > 19) return false;
    if (isCard(digits, COMMON) && !isList(groups.slice(from, to + 1), LIST_STEP)) return true;
    if (last.length < first.length) return false;
  }
  return false;
}

/** Groups from one on in exactly the form of a card, with the same word or mark between them all. */
function inLikeGaps(groups: readonly string[], gaps: readonly string[], from: number): boolean {
  const first = groups[from] ?? '';
  if (first.length !== 4 || !/^[2-6]/.test(first)) return false;
  return [3, 4].some((count) => {
    const shape = groups.slice(from, from + count);
    if (!/^(?:4,4,4,4|4,6,[45])$/.test(shape.map((group) => group.length).join())) return false;
    const between = new Set(gaps.slice(from, from + count - 1).map((gap) => gap.trim().toLowerCase()));
    const [gap = ''] = between;
    return between.size === 1 && gap.length <= GAP_MAX && !isList(shape) && isCard(shape.join(''), ISSUERS);
  });
}

/** Whether groups of one length only rise or only fall, each by less than a step. */
function isList(shape: readonly string[], step = Number.POSITIVE_INFINITY): boolean {
  if (new Set(shape.map(({ length }) => length)).size > 1) return false;
  const steps = shape.slice(1).map((group, place) => Number(group) - Number(shape[place]));
  return steps.every((by) => by > 0 && by < step) || steps.every((by) => by < 0 && by > -step);
}

/** Whether a common card begins the digits, and what is within the last group is what people write behind one. */
function beginsWithCard(digits: string, lastLength: number): boolean {
  return [15, 16, 19].some(
    (length) =>
      digits.length - length < lastLength &&
      BEHIND.test(digits.slice(length)) &&
      isCard(digits.slice(0, length), COMMON),
  );
}

function isCard(digits: string, issuers: readonly Issuer[]): boolean {
  return (
    issuers.some((issuer) => issuer.lengths.includes(digits.length) && issuer.first.test(digits)) && passesLuhn(digits)
  );
}

/** The Luhn formula (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  let total = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}
