import { assert } from './assert.ts';

/** A station's mark: one or more capital letters and a number. `W3` takes money, `T1` trains. */
export const SERIES = /^[A-Z]{1,3}[1-9]\d{0,3}$/;

/** The office's own journal, kept by the ledger (design §3). */
export const OFFICE_SERIES = 'L';

/** The mark of any journal: a station's, or the office's. */
export const JOURNAL_SERIES = /^(?:L|[A-Z]{1,3}[1-9]\d{0,3})$/;

/** Series that begin with this letter belong to training and never mix with real money. */
export function isTrainingSeries(series: string): boolean {
  return series.startsWith('T');
}

/** `W3` in its first epoch, `W3.2` after a re-enrolment (design §2). */
export function seriesLabel(series: string, epoch: number): string {
  return epoch === 1 ? series : `${series}.${epoch}`;
}

/** The station that a label of {@link seriesLabel} belongs to, in whichever epoch: `W3` of `W3.2`. */
export function seriesOf(label: string): string {
  return label.replace(/\.\d+$/, '');
}

/** The number printed on a slip: `W3-000482`, `W3.2-000001`. */
export function receiptLabel(series: string, epoch: number, number: number): string {
  return numbered(series, epoch, '', number, 6);
}

/** What {@link receiptLabel} was made of; null where a label is no receipt's. */
export function receiptNumbered(label: string): { series: string; epoch: number; number: number } | null {
  const [, series, epoch = '1', number] = /^([A-Z]{1,3}[1-9]\d{0,3})(?:\.(\d{1,9}))?-(\d{6,15})$/.exec(label) ?? [];
  return series === undefined ? null : { series, epoch: Number(epoch), number: Number(number) };
}

/** A drawer's name, which is also part of its accounts: `W3-D0012`. */
export function drawerLabel(series: string, epoch: number, number: number): string {
  return numbered(series, epoch, 'D', number, 4);
}

/** The counter batch that opens and closes with a drawer bears the same number: `W3-B0012`. */
export function batchLabel(series: string, epoch: number, number: number): string {
  return numbered(series, epoch, 'B', number, 4);
}

/** The batch of a drawer, by the drawer's name. */
export function batchOf(drawer: string): string {
  return drawer.replace(/-D(?=\d+$)/, '-B');
}

/** A refund has its own number and slip: `W3-R000012`. */
export function refundLabel(series: string, epoch: number, number: number): string {
  return numbered(series, epoch, 'R', number, 6);
}

/** A correction of one line or tender: `W3-C000012`. */
export function correctionLabel(series: string, epoch: number, number: number): string {
  return numbered(series, epoch, 'C', number, 6);
}

/** A reversal of a receipt that never was: `W3-V000012`. */
export function reversalLabel(series: string, epoch: number, number: number): string {
  return numbered(series, epoch, 'V', number, 6);
}

const CUSTODY_LETTERS = { 'no-sale': 'N', 'paid-in': 'I', 'paid-out': 'O', swap: 'S', check: 'K', x: 'X' } as const;

/** What moves cash at a drawer, opened its tray or looked into it, and is no receipt: `W3-N0012`, `W3-X0012`. */
export function custodyLabel(
  series: string,
  epoch: number,
  kind: keyof typeof CUSTODY_LETTERS,
  number: number,
): string {
  return numbered(series, epoch, CUSTODY_LETTERS[kind], number, 4);
}

/** A payment that was set aside before it was taken: `W3-H0012`. */
export function suspensionLabel(series: string, epoch: number, number: number): string {
  return numbered(series, epoch, 'H', number, 4);
}

/** A float that the office issued ahead: `L-F0012`. Its handoff bears the same name. */
export function floatLabel(number: number): string {
  return numbered(OFFICE_SERIES, 1, 'F', number, 4);
}

/** A count of the safe: `L-S0012`. */
export function safeCountLabel(number: number): string {
  return numbered(OFFICE_SERIES, 1, 'S', number, 4);
}

/** Change ordered from the bank: `L-G0012`. */
export function changeOrderLabel(number: number): string {
  return numbered(OFFICE_SERIES, 1, 'G', number, 4);
}

/** A deposit: `L-P0012`. */
export function depositLabel(number: number): string {
  return numbered(OFFICE_SERIES, 1, 'P', number, 4);
}

/** A Z report's contiguous number: `W3-Z0012`. */
export function zLabel(series: string, epoch: number, number: number): string {
  return numbered(series, epoch, 'Z', number, 4);
}

function numbered(series: string, epoch: number, letter: string, number: number, width: number): string {
  assert(Number.isSafeInteger(number) && number > 0, `${number} is no document number`);
  return `${seriesLabel(series, epoch)}-${letter}${String(number).padStart(width, '0')}`;
}
