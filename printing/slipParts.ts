import type { EntryKind, EntryOf, Personal } from '#domain/entry';
import { shortHash } from '#domain/shortHash';
import type { Slip, SlipRow } from './slip.ts';

/** An entry with its hash, and what is personal in it: null where it was redacted. */
export type Recorded<K extends EntryKind> = { entry: EntryOf<K>; hash: string; personal: Personal | null };

/** What a slip says that is not in its entry. */
export type SlipFacts = {
  district: { name: string; header: readonly string[]; footer: readonly string[]; timeZone: string };
  /** The station trains: its slips are marked and prove nothing. */
  training: boolean;
  /** A person's name by the id that the journal keeps. */
  nameOf(person: string): string;
};

/** Which print of a document this is, from 1: what is above is a duplicate and says so. */
export type Copy = { copy: number };

export const blank: SlipRow = { row: 'blank' };
export const rule: SlipRow = { row: 'rule' };

export function pair(
  left: string,
  right: string,
  manner: { weight?: 'bold' | 'double'; indent?: number } = {},
): SlipRow {
  return { row: 'pair', left, right, ...manner };
}

export function heading(text: string): SlipRow {
  return { row: 'text', text, weight: 'bold' };
}

export function middle(text: string, weight?: 'bold' | 'double'): SlipRow {
  return { row: 'text', text, align: 'center', ...(weight ? { weight } : {}) };
}

/** The district's name and header, as on every slip. */
export function masthead(facts: SlipFacts): SlipRow[] {
  return [middle(facts.district.name, 'bold'), ...facts.district.header.map((line) => middle(line)), blank];
}

/** What must be seen from afar, the gravest first. */
export function bannersOf(facts: SlipFacts, print: Copy, isVoid: boolean): string[] {
  return [
    ...(facts.training ? ['TRAINING: not money'] : []),
    ...(isVoid ? ['VOID'] : []),
    ...(print.copy > 1 ? [`DUPLICATE ${print.copy}`] : []),
  ];
}

/** Who paid, unless the name was redacted. */
export function payerRows(personal: Personal | null): SlipRow[] {
  return personal?.payer ? [{ row: 'text', text: `From ${personal.payer}` }] : [];
}

/** The journal's head in short form. */
export function headRow(hash: string): SlipRow {
  return pair('Journal head', shortHash(hash));
}

/** What a scanner reads: label and full hash, in capitals, which make the smallest code. */
export function qrOf(label: string, hash: string): Slip['qr'] {
  return `${label} ${hash}`.toUpperCase();
}
