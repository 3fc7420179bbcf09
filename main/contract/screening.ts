import { holdsCardNumber } from '#domain/cardNumber';

/** Fields that are digits by nature and cannot hold free text: a bank account may look like a card number. */
const EXEMPT: ReadonlySet<string> = new Set([
  'commandId',
  'bankAccount',
  'routing',
  'pin',
  'password',
  'mark',
  'approval',
  'token',
  'ledger',
  'base64',
]);

/** What is only read and never kept, such as a scanned bill line or slip: its digits are not looked through bit by bit. */
const SEARCHED: ReadonlySet<string> = new Set(['text', 'slip']);

/** The first field of an input that looks like a payment card number, or null. Screened before anything is kept. */
export function cardNumberField(value: unknown, name = ''): string | null {
  if (typeof value === 'string') return holdsCardNumber(value, SEARCHED.has(name) ? 'whole' : 'cut') ? name : null;
  if (typeof value !== 'object' || value === null) return null;
  if (isInTwo(value)) return 'approvalCode';
  for (const [key, member] of Object.entries(value)) {
    if (EXEMPT.has(key)) continue;
    const found = cardNumberField(member, Array.isArray(value) ? name : key);
    if (found !== null) return found;
  }
  return null;
}

/** An approval code of twelve digits before the last four is a whole card number in two fields. */
function isInTwo(value: object): boolean {
  const { approvalCode, lastFour } = value as { approvalCode?: unknown; lastFour?: unknown };
  return typeof approvalCode === 'string' && typeof lastFour === 'string' && holdsCardNumber(approvalCode + lastFour);
}

/**
 * The first field of an input, by its path, that no journal can hold and no database be asked for: with a zero byte in it,
 * or half of a letter. Null where there is none.
 */
export function unkeepableField(value: unknown, path: readonly string[] = []): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path.join(' ') : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, member] of Object.entries(value)) {
    const name = Array.isArray(value) ? String(Number(key) + 1) : key;
    const found = unkeepableField(member, [...path, name]);
    if (found !== null) return found;
  }
  return null;
}
