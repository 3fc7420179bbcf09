import type { TieBreak } from '#contract/tieShapes';
import type { BreaksTogether } from '#domain/tie';

/** Names a break among those of its tie. */
export function breakKey({ first: { why, batch, deposit, document, tender } }: BreaksTogether<TieBreak>): string {
  return [why, batch, deposit, document, tender].join(' ');
}
