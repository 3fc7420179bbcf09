import { DENOMINATIONS } from './denominations.ts';
import { cents, formatAmount } from './money.ts';

const WORTHS: ReadonlySet<string> = new Set(DENOMINATIONS.map(String));

/**
 * Fields that a person types, by the label that stands at them: a refusal never speaks in the program's own words. A
 * test holds these against the labels of the screens.
 */
const LABELS: Readonly<Record<string, string>> = {
  text: 'Find',
  payer: 'Payer',
  email: 'E-mail',
  words: 'In words',
  slip: 'Slip',
  reason: 'Reason',
  checkNumber: 'Number',
  serial: 'Serial',
  lastFour: 'Last four',
  approvalCode: 'Approval',
  name: 'Name',
  address: 'Address',
  parcel: 'Parcel',
  checks: 'Checks',
  moneyOrders: 'Money orders',
};

/** A pile of cash, or one denomination of it, by the end of its path. */
const OF_CASH = /(?:^| )(?:pieces|float|cash|out|in)(?: (\d+))?$/;

/** What the screens call a field; one that has no label there keeps its own name. */
export function fieldName(field: string): string {
  const [pile, worth] = OF_CASH.exec(field) ?? [];
  if (worth !== undefined && WORTHS.has(worth)) return `Pieces of ${formatAmount(cents(Number(worth)))}`;
  if (pile !== undefined && worth === undefined) return 'Pieces';
  return Object.hasOwn(LABELS, field) ? (LABELS[field] ?? field) : field;
}
