import type { Output } from '#contract/contract';
import type { BusinessDay } from '#domain/businessDay';

export type Day = Output<'day'>;

/** Which day is looked at, and the drawer in hand. */
export type DayForm = {
  /** Null: today, whichever day that is by now. */
  day: BusinessDay | null;
  chosen: string | null;
};

export type DayAction =
  | { did: 'turned'; day: BusinessDay }
  | { did: 'chose'; batch: string }
  | { did: 'moved'; by: 1 | -1; from: string | null; batches: readonly string[] };

export function blankDay(day: BusinessDay | null): DayForm {
  return { day, chosen: null };
}

export function dayReducer(form: DayForm, action: DayAction): DayForm {
  switch (action.did) {
    case 'turned':
      return { day: action.day, chosen: null };
    case 'chose':
      return { ...form, chosen: action.batch };
    case 'moved': {
      const at = action.batches.indexOf(action.from ?? '');
      const to = at < 0 ? 0 : Math.min(Math.max(at + action.by, 0), action.batches.length - 1);
      return { ...form, chosen: action.batches[to] ?? null };
    }
  }
}

/** The drawer in hand, while it is in the list. */
export function chosenOf(form: DayForm, { drawers }: Pick<Day, 'drawers'>): string | null {
  return drawers.some(({ batch }) => batch === form.chosen) ? form.chosen : null;
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
