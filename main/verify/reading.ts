/** What is wrong with a journal, in one sentence. The program stops at the first. */
export class Complaint extends Error {
  override readonly name = 'Complaint';
}

export function complain(sentence: string): never {
  throw new Complaint(sentence);
}

/** A JSON object whose members are not known yet. */
export type Fields = { readonly [name: string]: unknown };

export function fields(value: unknown, what: string): Fields {
  if (value === undefined) complain(`${what} is missing.`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) complain(`${what} is not an object.`);
  return value as Fields;
}

export function list(value: unknown, what: string): readonly unknown[] {
  if (value === undefined) complain(`${what} is missing.`);
  if (!Array.isArray(value)) complain(`${what} is not a list.`);
  return value;
}

/** Complains unless an object has exactly these members. `what` begins the sentence. */
export function holdsExactly(from: Fields, names: readonly string[], what: string): void {
  const missing = names.find((name) => !Object.hasOwn(from, name));
  if (missing !== undefined) complain(`${what} has no field “${missing}”.`);
  const strange = Object.keys(from).find((name) => !names.includes(name));
  if (strange !== undefined)
    complain(`${what} has a field that this program does not know: “${strange.slice(0, 60)}”.`);
}

/** The value of a field that must be there. */
function there(from: Fields, name: string): unknown {
  return Object.hasOwn(from, name) ? from[name] : complain(`The field “${name}” is missing.`);
}

export function text(from: Fields, name: string): string {
  const value = there(from, name);
  if (typeof value !== 'string') complain(`The field “${name}” must be text, but is ${shown(value)}.`);
  return value;
}

export function textOrNull(from: Fields, name: string): string | null {
  return there(from, name) === null ? null : text(from, name);
}

/** A whole number that a double holds exactly. Money is whole cents. */
export function whole(from: Fields, name: string, least = 0): number {
  const value = there(from, name);
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    complain(`The field “${name}” must be a whole number, but is ${shown(value)}.`);
  if (value < least) complain(`${name} is ${value}, which is less than ${least}.`);
  return value;
}

/** Complains unless two things that must be one are one. `what` begins the sentence. */
export function agree(what: string, said: unknown, found: unknown): void {
  if (said !== found) complain(`${what} is ${shown(said)}, but must be ${shown(found)}.`);
}

/** As {@link agree}, for amounts in cents. */
export function agreeAmounts(what: string, said: number, found: number): void {
  if (said !== found) complain(`${what} is ${amount(said)}, but must be ${amount(found)}.`);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** 126465 → "1,264.65". */
export function amount(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const units = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '−' : ''}${units}.${digits.slice(-2)}`;
}

/** 12345 → "12,345". */
export function counted(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 receipt`, `2,041 receipts`. */
export function countOf(number: number, one: string, many: string): string {
  return `${counted(number)} ${number === 1 ? one : many}`;
}

/** JSON with sorted keys and no spaces: one text for one meaning. Must be the same for ever. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const named = value as Fields;
  const members = Object.keys(named)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(named[key])}`);
  return `{${members.join(',')}}`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
