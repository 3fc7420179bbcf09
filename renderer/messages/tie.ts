import type { DrawerTender } from '#domain/tender';
import { say } from './en.ts';

/** From the receipts to the bank, and where it does not hold. */
export const tie = {
  title: 'From the receipts to the bank',
  aside: 'the bank by its slips',
  none: 'Nothing to tie yet.',
  even: 'Everything holds.',
  /** What is listed below: of how much a place has more or less, and what has not come that far yet. */
  differ: (differ: number, toCome: number) =>
    `${say.plural(differ, 'difference', 'differences')}${toCome > 0 ? `, ${toCome} still to come` : ''}`,
  breaks: 'Where it does not hold',
  columns: { tender: 'Tender', receipts: 'Receipts', drawers: 'Drawers', deposit: 'Deposit', bank: 'Bank' },
  /** Between two places, for whoever does not see the sign. */
  between: 'holds',
  signs: { even: '=', differs: '≠', open: '' },
  open: 'not known yet',
  nowhere: '—',
  untold: 'Of whole bags',
  withinBags: 'told of the whole bag alone',
  over: 'over',
  short: 'short',
  /** What a break is of: `Cash, checks`. */
  tenders: (tenders: readonly DrawerTender[]) =>
    tenders.map((tender, place) => (place === 0 ? say.tender[tender] : say.tender[tender].toLowerCase())).join(', '),
} as const;
