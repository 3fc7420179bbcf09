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

/** Each tender's share of what was taken, in per cent; none of a tender that brought nothing. */
export function mixOf({
  totals,
}: Pick<Day, 'totals'>): { tender: Day['totals']['taken'][number]['tender']; cents: number; share: number }[] {
  const { taken } = totals;
  const all = taken.reduce((total, { cents }) => total + Math.max(cents, 0), 0);
  return taken.flatMap(({ tender, cents }) => (cents <= 0 ? [] : [{ tender, cents, share: (cents / all) * 100 }]));
}

const HOUR_MS = 3_600_000;

/** `14 h 27 min` between two instants. */
export function spanOf(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const hours = Math.floor(Math.abs(milliseconds) / HOUR_MS);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}
