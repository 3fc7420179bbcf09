import type { Language } from '#domain/account';
import type { Personal } from '#domain/entry';
import { shortHash } from '#domain/shortHash';
import { slipCode } from '#domain/slipCode';
import { type Said, said, saidOnce } from './languages/said.ts';
import type { Slip, SlipRow } from './slip.ts';

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

type Manner = { weight?: 'bold' | 'double'; indent?: number };

export function pair(left: string, right: string, manner: Manner = {}): SlipRow {
  return { row: 'pair', left, right, ...manner };
}

/** As {@link pair}, and under it what it is in the payer's language: an amount stands once, beside the English. */
export function pairSaid({ english, also }: Said, right: string, manner: Manner = {}): SlipRow[] {
  return [pair(english, right, manner), ...under(also, manner.indent)];
}

/** Two words side by side, and the same two in the payer's language under them. */
export function pairBothSaid(left: Said, right: Said, manner: Manner = {}): SlipRow[] {
  const isSaid = left.also !== null || right.also !== null;
  return [
    pair(left.english, right.english, manner),
    ...(isSaid ? [pair(left.also ?? left.english, right.also ?? right.english)] : []),
  ];
}

/** A row of text, and under it the same in the payer's language. */
export function textSaid({ english, also }: Said, manner: Manner & { align?: 'center' } = {}): SlipRow[] {
  return [{ row: 'text', text: english, ...manner }, ...under(also, manner.indent, manner.align)];
}

function under(also: string | null, indent?: number, align?: 'center'): SlipRow[] {
  if (also === null) return [];
  return [{ row: 'text', text: also, ...(indent === undefined ? {} : { indent }), ...(align ? { align } : {}) }];
}

export function heading(text: string): SlipRow {
  return { row: 'text', text, weight: 'bold' };
}

/** Room to sign, and under it who does, in both languages. */
export function signatureSaid({ english, also }: Said): SlipRow[] {
  return [{ row: 'signature', who: english }, ...under(also)];
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
  return bannersSaid('en', facts, print, isVoid).map(({ english }) => english);
}

/** The banners in the payer's language: at the top only, and not as large. */
export function bannerRows(language: Language, facts: SlipFacts, print: Copy, isVoid: boolean): SlipRow[] {
  const banners = bannersSaid(language, facts, print, isVoid);
  const rows = banners.flatMap(({ also }) => (also === null ? [] : [middle(also, 'bold')]));
  return rows.length > 0 ? [...rows, blank] : [];
}

function bannersSaid(language: Language, { training }: SlipFacts, { copy }: Copy, isVoid: boolean): Said[] {
  return [
    ...(training ? [said(language, 'training')] : []),
    ...(isVoid ? [said(language, 'void')] : []),
    ...(copy > 1 ? [saidOnce(language, 'duplicate', { copy })] : []),
  ];
}

/** Who paid, unless the name was redacted. */
export function payerRows(language: Language, personal: Pick<Personal, 'payer'> | null): SlipRow[] {
  return personal?.payer ? textSaid(saidOnce(language, 'payer', { payer: personal.payer })) : [];
}

/** The journal's head in short form. */
export function headRow(hash: string): SlipRow {
  return pair('Journal head', shortHash(hash));
}

/** What a scanner reads: label and full hash, in capitals, which make the smallest code. */
export function qrOf(label: string, hash: string): Slip['qr'] {
  return slipCode(label, hash);
}
