import type { Output } from '#contract/contract';
import type { BusinessDay } from '#domain/businessDay';
import { breaksTogether } from '#domain/tie';
import { breakKey } from '../tie/breakKey.ts';

export type Day = Output<'day'>;

/** Which day is looked at, and the row in hand: a drawer by its batch, or a break of the tie by its key. */
export type DayForm = {
  /** Null: today, whichever day that is by now. */
  day: BusinessDay | null;
  chosen: string | null;
};

export type DayAction =
  | { did: 'turned'; day: BusinessDay }
  | { did: 'chose'; row: string }
  | { did: 'moved'; by: 1 | -1; from: string | null; rows: readonly string[] };

export function blankDay(day: BusinessDay | null): DayForm {
  return { day, chosen: null };
}

export function dayReducer(form: DayForm, action: DayAction): DayForm {
  switch (action.did) {
    case 'turned':
      return { day: action.day, chosen: null };
    case 'chose':
      return { ...form, chosen: action.row };
    case 'moved': {
      const at = action.rows.indexOf(action.from ?? '');
      const to = at < 0 ? 0 : Math.min(Math.max(at + action.by, 0), action.rows.length - 1);
      return { ...form, chosen: action.rows[to] ?? null };
    }
  }
}

/** One row that the arrows reach, and the paper that it opens. */
export type DayRow = { key: string; batch: string | null; deposit: string | null };

/** Drawers first, then every break that stands in a batch or a deposit. */
export function rowsOf({ drawers, breaks }: Pick<Day, 'drawers' | 'breaks'>): DayRow[] {
  const broken = breaksTogether(breaks).filter(({ first }) => first.why !== 'clearing');
  return [
    ...drawers.map(({ batch }) => ({ key: batch, batch, deposit: null })),
    ...broken.map((one) => ({ key: breakKey(one), batch: one.first.batch, deposit: one.first.deposit })),
  ];
}

/** The row in hand, while it is in the list. */
export function chosenOf(form: DayForm, rows: readonly DayRow[]): DayRow | null {
  return rows.find(({ key }) => key === form.chosen) ?? null;
}

/** Drawers whose amounts are not told, and so not in the totals. */
export function hiddenDrawers({ drawers }: Pick<Day, 'drawers'>): readonly Day['drawers'][number][] {
  return drawers.filter(({ told }) => told === null);
}

/** Each tender's share of what was taken, in per cent; none of a tender that brought nothing. They come to 100.0 together. */
export function mixOf({
  totals,
}: Pick<Day, 'totals'>): { tender: Day['totals']['taken'][number]['tender']; cents: number; share: number }[] {
  const taken = totals.taken.filter(({ cents }) => cents > 0);
  const parts = tenthsOf(taken.map(({ cents }) => cents));
  return taken.map(({ tender, cents }, at) => ({ tender, cents, share: (parts[at] ?? 0) / 10 }));
}

/** Tenths of a per cent in the whole. */
const WHOLE = 1_000;

/** Shares in tenths of a per cent. What rounding down leaves over goes one by one to where most was cut off. */
function tenthsOf(amounts: readonly number[]): number[] {
  const all = amounts.reduce((total, amount) => total + amount, 0);
  const cutOff = amounts.map((amount) => (amount * WHOLE) % all);
  const parts = amounts.map((amount, at) => (amount * WHOLE - (cutOff[at] ?? 0)) / all);
  const left = WHOLE - parts.reduce((total, part) => total + part, 0);
  const first = [...cutOff.keys()].sort((one, other) => (cutOff[other] ?? 0) - (cutOff[one] ?? 0)).slice(0, left);
  return parts.map((part, at) => (first.includes(at) ? part + 1 : part));
}
