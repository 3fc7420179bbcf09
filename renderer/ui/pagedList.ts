import type { Dispatch } from 'react';
import { besideIn } from './beside.ts';
import { type Focus, focusOn } from './focus.ts';

/** Where one is in a list that the ledger tells page by page, so that it is found again from another screen. */
export type PagedPlace = {
  /** The last row of each page before the one on show. */
  before: readonly string[];
  chosen: string | null;
};

export type PagedAction =
  | { did: 'chose'; row: string }
  | { did: 'moved'; by: 1 | -1; from: string | null; rows: readonly string[] }
  | TurnedAction;

type TurnedAction = { did: 'older'; last: string } | { did: 'newer' };

type Listing = PagedPlace & { focus: Focus };

/**
 * The part of a screen's reducer that moves in such a list.
 * @param untold what was told or typed of one row, as it is before anything is: it does not stay for another row
 * @param focusName the list's own, where the hand is again on another page
 */
export function pagedReducer<F extends Listing>(
  form: F,
  action: PagedAction,
  untold: Partial<F>,
  focusName: string,
): F {
  switch (action.did) {
    case 'chose':
      return { ...form, ...untold, chosen: action.row };
    case 'moved':
      return { ...form, ...untold, chosen: besideIn(action.rows, action.from, action.by) };
    case 'older':
      return turnedTo(form, [...form.before, action.last], untold, focusName);
    case 'newer':
      return turnedTo(form, form.before.slice(0, -1), untold, focusName);
  }
}

/** Another page: nothing of it is chosen yet. */
export function turnedTo<F extends Listing>(
  form: F,
  before: readonly string[],
  untold: Partial<F>,
  focusName: string,
): F {
  return { ...form, ...untold, before, chosen: null, focus: focusOn(form.focus, focusName) };
}

/** What the keys for another page do; nothing where there is none. */
export function pageKeys(
  { before }: PagedPlace,
  page: { rows: readonly string[]; more: boolean } | undefined,
  send: Dispatch<TurnedAction>,
) {
  const last = page?.more ? page.rows.at(-1) : undefined;
  return {
    newer: before.length > 0 ? () => send({ did: 'newer' }) : undefined,
    older: last === undefined ? undefined : () => send({ did: 'older', last }),
  };
}
