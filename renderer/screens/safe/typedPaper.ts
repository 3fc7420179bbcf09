import { readAmount } from '#domain/amountEntry';
import { taking } from '../../messages/safe.ts';

/** A pile of checks or money orders as it is counted at the safe: how many, and what they come to. */
export type TypedPaper = { items: string; total: string };

type Paper = keyof typeof taking.items;

/** As many as one handoff may hold. */
const ITEMS_MAX = 2_000;

/** Whether it is no number of papers. */
export function isWrongItems({ items }: TypedPaper): boolean {
  return items.trim() !== '' && (!/^\d{1,4}$/.test(items.trim()) || Number(items) > ITEMS_MAX);
}

export function isBlankPaper({ items, total }: TypedPaper): boolean {
  return (items + total).trim() === '';
}

/** What is missing of it, and in which field; null when it is counted. */
export function paperNotYet(what: Paper, paper: TypedPaper): { why: string; place: 'items' | 'total' } | null {
  if (paper.items.trim() === '' || isWrongItems(paper)) return { why: taking.why.items[what], place: 'items' };
  return readAmount(paper.total).state === 'amount' ? null : { why: taking.why.total[what], place: 'total' };
}
