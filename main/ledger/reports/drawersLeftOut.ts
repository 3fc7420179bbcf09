import type { HiddenDrawer, Span } from '#db/ledger/reportSpan';

const NAMED_MAX = 12;

/** Which drawers of the days are left out of amounts, and until when, in one sentence; none where none is. */
export function drawersLeftOut(hidden: readonly HiddenDrawer[], { from, to }: Pick<Span, 'from' | 'to'>): string[] {
  const those = hidden.filter(({ businessDay }) => from <= businessDay && businessDay <= to);
  return drawersNamed(those);
}

/** The same of those drawers, whatever their days. */
export function drawersNamed(those: readonly HiddenDrawer[]): string[] {
  if (those.length === 0) return [];
  const told = those.map(({ drawer, isOpen }) => `${drawer} (${isOpen ? 'not closed' : 'not all counted'})`);
  const listed = told.length > NAMED_MAX ? [...told.slice(0, NAMED_MAX), `${told.length - NAMED_MAX} more`] : told;
  return [`Left out of amounts until the office has counted all: ${listed.join(', ')}.`];
}
