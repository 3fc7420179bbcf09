import { assert } from '#domain/assert';
import { BusinessDay } from '#domain/businessDay';
import type { ScanlineTemplate } from '#domain/district';
import { CENTS_MAX, type Cents, cents } from '#domain/money';

export type ScanlineField = ScanlineTemplate['fields'][number]['field'];

/**
 * What a bill line says. `account` is the field's digits, zeros at the left included: an account is matched by
 * {@link accountKey}. `date` and `rate` are digits as printed; a field that the template does not have is null.
 */
export type BillLine = {
  template: string;
  account: string;
  date: string | null;
  rate: string | null;
  /** The last day on which the net amount is asked for; null where the template does not say. */
  netUntil: BusinessDay | null;
  grossCents: Cents | null;
  netCents: Cents | null;
};

/** `none`: not a whole bill line. `wrong`: as long as one, but its check digit says it was misread. */
export type ScanlineReading = { kind: 'none' } | { kind: 'wrong' } | ({ kind: 'read' } & BillLine);

/** What the sample prints on a bill. Digits are padded with zeros at the left to the template's widths. */
export type BillLineParts = { account: string; date?: string; rate?: string; grossCents?: Cents; netCents?: Cents };

/**
 * Reads the line at the foot of a bill, scanned or typed, spaces ignored. Only a whole line counts: exactly as many
 * digits as a template has. A line whose check digit is wrong is never guessed at.
 */
export function readScanline(text: string, templates: readonly ScanlineTemplate[]): ScanlineReading {
  const digits = text.replace(/\s/g, '');
  if (!/^\d+$/.test(digits)) return { kind: 'none' };
  const fitting = templates.filter((template) => digitsIn(template) === digits.length);
  if (fitting.length === 0) return { kind: 'none' };
  for (const template of fitting) {
    const line = readBy(template, digits);
    if (line) return { kind: 'read', ...line };
  }
  return { kind: 'wrong' };
}

/** Writes a bill line by a template, check digit included. */
export function writeScanline(template: ScanlineTemplate, parts: BillLineParts): string {
  const values: Record<ScanlineField, string> = {
    account: accountDigits(parts.account),
    date: parts.date ?? '',
    rate: parts.rate ?? '',
    gross: String(parts.grossCents ?? 0),
    net: String(parts.netCents ?? 0),
    check: '',
  };
  const written = template.fields.map(({ field, digits }) => {
    assert(values[field].length <= digits, `${field} ${values[field]} does not fit ${digits} digits`);
    return values[field].padStart(digits, '0');
  });
  const check = checkDigit(template, withoutCheck(template, written));
  assert(check !== null, 'this line has no check digit of one place; a bill cannot carry it');
  return written
    .map((value, place) => (isCheck(template, place) ? String(check).padStart(value.length, '0') : value))
    .join('');
}

/** The digits of an account number as a bill line prints them: `40-11872-03` → `401187203`. */
export function accountDigits(accountNumber: string): string {
  return accountNumber.replace(/\D/g, '');
}

/** What a bill line asks for on a day: the net amount until its due date, then the gross, where its template says so. */
export function askedCents({ grossCents, netCents, netUntil }: BillLine, day: BusinessDay): Cents | null {
  return netUntil !== null && day > netUntil ? (grossCents ?? netCents) : (netCents ?? grossCents);
}

/**
 * What an account number and a bill line's account field have in common, whatever dashes or zeros either has at its
 * left: `40-11872-03` and `00401187203` → `401187203`.
 */
export function accountKey(numberOrDigits: string): string {
  return accountDigits(numberOrDigits).replace(/^0+(?=\d)/, '');
}

function readBy(template: ScanlineTemplate, digits: string): BillLine | null {
  const values = cut(template, digits);
  const printed = values.find((_, place) => isCheck(template, place));
  const check = checkDigit(template, withoutCheck(template, values));
  if (printed !== undefined && (check === null || Number(printed) !== check)) return null;
  const partOf = (field: ScanlineField) => values[template.fields.findIndex((known) => known.field === field)] ?? null;
  const gross = partOf('gross');
  const net = partOf('net');
  const account = partOf('account');
  const date = partOf('date');
  // Zeros alone: this bill has no due date.
  const hasDueDay = template.grossAfter !== undefined && date !== null && Number(date) > 0;
  const netUntil = hasDueDay ? dueDay(date, template.grossAfter) : null;
  // A day that no calendar has is a misread line: which amount it asks for would be a guess.
  if (hasDueDay && netUntil === null) return null;
  // An amount that no bill can ask for is a misread line too, even when its check digit happens to agree.
  if (account === null || Number(gross) > CENTS_MAX || Number(net) > CENTS_MAX) return null;
  return {
    template: template.name,
    account,
    date,
    rate: partOf('rate'),
    netUntil,
    grossCents: gross === null ? null : cents(Number(gross)),
    netCents: net === null ? null : cents(Number(net)),
  };
}

/** The day that six digits mean; null where there is no such day. */
function dueDay(digits: string, layout = 'mmddyy'): BusinessDay | null {
  const two = (letters: string) => digits.slice(layout.indexOf(letters), layout.indexOf(letters) + 2);
  const read = BusinessDay.safeParse(`20${two('yy')}-${two('mm')}-${two('dd')}`);
  return digits.length === 6 && read.success ? read.data : null;
}

function digitsIn(template: ScanlineTemplate): number {
  return template.fields.reduce((total, field) => total + field.digits, 0);
}

function cut(template: ScanlineTemplate, digits: string): string[] {
  let from = 0;
  return template.fields.map((field) => {
    from += field.digits;
    return digits.slice(from - field.digits, from);
  });
}

function isCheck(template: ScanlineTemplate, place: number): boolean {
  return template.fields[place]?.field === 'check';
}

function withoutCheck(template: ScanlineTemplate, values: readonly string[]): string {
  return values.filter((_, place) => !isCheck(template, place)).join('');
}

/** Weighted digits summed and brought up to the next multiple of the modulus; null where that is not one digit. */
function checkDigit(template: ScanlineTemplate, digits: string): number | null {
  let total = 0;
  for (const [place, digit] of [...digits].entries()) {
    const product = Number(digit) * (template.weights[place % template.weights.length] ?? 0);
    // Weights and digits are at most 9, so a product has at most two digits.
    total += template.digitSum ? Math.floor(product / 10) + (product % 10) : product;
  }
  const check = (template.modulus - (total % template.modulus)) % template.modulus;
  return check < 10 ? check : null;
}
