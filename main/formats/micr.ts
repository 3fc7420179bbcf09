import { CENTS_MAX, type Cents, cents } from '#domain/money';
import { isRoutingNumber, routingAmong } from '#domain/routingNumber';

/**
 * What the magnetic line of a check says (E-13B, ANSI X9.100-160). What is not certain is null and never guessed.
 * `epc` is the external processing code before the routing; the amount is there only once a bank has encoded it.
 */
export type MicrLine = {
  routing: string | null;
  account: string | null;
  serial: string | null;
  epc: string | null;
  amountCents: Cents | null;
};

/** No check is longer; what is has more on it than its line. */
const CHARACTERS_MAX = 100;
const DIGITS_MIN = 6;

/** The four symbols as readers spell them: as they are printed, by their initials, or by dollar sign and dash. */
const SPELLINGS: Record<string, string> = {
  ...{ '⑆': 'T', '⑈': 'U', '⑇': '$', '⑉': '-' },
  ...{ T: 'T', U: 'U', O: 'U', A: '$', $: '$', D: '-', '-': '-' },
};
/** By their place in an E-13B font. It is told by its C, which no other spelling has. */
const FONT: Record<string, string> = { A: 'T', B: '$', C: 'U', D: '-' };
/** What readers write for a character that they could not read. */
const UNREAD = /[?*@!_\uFFFD]/g;

/** Reads a line as a keyboard wedge sends it, or null when it is none: without a transit symbol, or with other letters. */
export function readMicr(text: string): MicrLine | null {
  const line = inSymbols(text);
  if (line === null) return null;
  const [before = '', inside = '', after, ...more] = line.split('T');
  const [, auxiliary = '', rest = before] = /^ *U([^U]*)U(.*)$/.exec(before) ?? [];
  const known = { ...NOTHING, serial: numberOf(auxiliary, SERIAL), epc: epcOf(rest) };
  if (after === undefined || more.length > 0) return known;
  const [onUs = '', amount = '', ...end] = after.split('$');
  // Whatever else stands before the routing can only be the number of a business check, read or not.
  const isPersonal = before.trim() === '' || epcOf(before) !== null;
  return inPlace(inside, {
    ...known,
    amountCents: end.length === 1 ? amountOf(amount) : null,
    ...(isPersonal ? personalOf(onUs) : businessOf(onUs)),
  });
}

const NOTHING: MicrLine = { routing: null, account: null, serial: null, epc: null, amountCents: null };
const SERIAL = /^\d{1,15}$/;
const ACCOUNT = /^\d{3,17}$/;

/** The line in digits, spaces and T, U, $, -, with ? for each character that was not read. */
function inSymbols(text: string): string | null {
  if (text.length > CHARACTERS_MAX) return null;
  const line = text.trim().toUpperCase().replace(/\s+/g, ' ').replace(UNREAD, '?');
  const spelling = line.includes('C') ? FONT : SPELLINGS;
  const symbols = [...line].map((one) => (/[\d ?]/.test(one) ? one : (spelling[one] ?? null)));
  if (symbols.includes(null)) return null;
  const digits = symbols.filter((one) => /\d/.test(one ?? '')).length;
  return symbols.includes('T') && digits >= DIGITS_MIN ? symbols.join('') : null;
}

/** A business check: its number stands before the routing, so all that stands before the on-us symbol is the account. */
function businessOf(onUs: string): Pick<MicrLine, 'account'> {
  const parts = partsOf(onUs);
  return { account: parts.length === 2 ? numberOf(parts[0] ?? '', ACCOUNT) : null };
}

/**
 * A personal check: account, on-us symbol, number. Some banks print the number first, with a space or the symbol
 * between: where a space is left over, or what should be the number is the longer one, the order is open.
 */
function personalOf(onUs: string): Pick<MicrLine, 'account' | 'serial'> {
  const [left = '', right, ...more] = partsOf(onUs).map((part) => part.trim());
  const isOpen =
    right === undefined ||
    more.length > 0 ||
    `${left}${right}`.includes(' ') ||
    right.length > ON_US_SERIAL_MAX ||
    right.length >= left.length;
  if (isOpen) return { account: null, serial: null };
  return { account: numberOf(left, ACCOUNT), serial: numberOf(right, SERIAL) };
}

/** The number of a check within its on-us field has six places (14 to 19). */
const ON_US_SERIAL_MAX = 6;

/** What stands before and after the on-us symbol; one that leads the field says nothing. */
function partsOf(onUs: string): string[] {
  const parts = onUs.split('U');
  return parts.length > 2 && parts[0]?.trim() === '' ? parts.slice(1) : parts;
}

/**
 * The routing stands between the transit symbols. Of a cashier's check it may have changed places with the account,
 * which shows when the check digit fits that one alone.
 */
function inPlace(inside: string, line: MicrLine): MicrLine {
  const first = inside.replaceAll(' ', '');
  if (isRoutingNumber(first)) return { ...line, routing: first };
  const isSwapped = ACCOUNT.test(first) && routingAmong(first, line.account ?? '') === 'second';
  return isSwapped ? { ...line, routing: line.account, account: first } : line;
}

/** Digits without the spaces and dashes that banks print between them; null where one of them was not read. */
function numberOf(printed: string, like: RegExp): string | null {
  const digits = printed.replace(/[ -]/g, '');
  return like.test(digits) ? digits : null;
}

function epcOf(printed: string): string | null {
  return /^ *(\d) *$/.exec(printed)?.[1] ?? null;
}

function amountOf(printed: string): Cents | null {
  return /^\d{10}$/.test(printed) && Number(printed) <= CENTS_MAX ? cents(Number(printed)) : null;
}
