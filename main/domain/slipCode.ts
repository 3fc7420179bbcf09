/** What the code at the foot of a slip says: the document's label and its full hash, in capitals, which make it smallest. */
export function slipCode(label: string, hash: string): string {
  return `${label} ${hash}`.toUpperCase();
}

/** A slip as it was read: scanned off its code, or its journal head typed as it is printed. */
export type ReadSlip = { shown: 'scanned'; label: string; hash: string } | { shown: 'typed'; head: string };

const HEAD_DIGITS = 12;
const HASH_DIGITS = 64;

/** Reads what was scanned or typed; null when it is neither. Spaces and capitals do not matter. */
export function readSlip(text: string): ReadSlip | null {
  const [, label, digits = ''] = /^(?:([A-Z]\S*-\S+)\s+)?([0-9A-F][0-9A-F\s]*)$/.exec(text.trim().toUpperCase()) ?? [];
  const hash = digits.replace(/\s/g, '').toLowerCase();
  if (label !== undefined && hash.length === HASH_DIGITS) return { shown: 'scanned', label, hash };
  return label === undefined && hash.length === HEAD_DIGITS ? { shown: 'typed', head: hash } : null;
}

/** Whether what was read is the slip of this document. */
export function isSlipOf(read: ReadSlip, label: string, hash: string): boolean {
  return read.shown === 'scanned'
    ? read.label === label.toUpperCase() && read.hash === hash
    : hash.startsWith(read.head);
}
