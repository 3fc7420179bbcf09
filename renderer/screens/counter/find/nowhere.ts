import type { Asked } from '../../../store.ts';
import { isPieceOfLine } from './pieceOfLine.ts';

/** Why nobody is found: nothing is like it, or of a bill line digits are missing, one is wrong, or its account is not known. */
export type Nowhere = 'unlike' | 'piece' | 'misread' | 'unknown';

/** Null while it is asked, and where somebody is found. */
export function nowhereOf(text: string, asked: Asked<unknown>, found: number): Nowhere | null {
  if (asked.state === 'refused') {
    if (asked.code === 'account_unknown') return 'unknown';
    return asked.code === 'bill_line_wrong' ? 'misread' : null;
  }
  if (asked.state !== 'answered' || found > 0) return null;
  return isPieceOfLine(text) ? 'piece' : 'unlike';
}
