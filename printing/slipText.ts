import { centered, layOut, type PaperRow } from './layout.ts';
import { SLIP_WIDTH, type Slip } from './slip.ts';

/** A slip as text, one string a row, none wider than `width` columns: the paper on the screen. */
export function slipText(slip: Slip, width = SLIP_WIDTH): string[] {
  return layOut(slip, width).map((row) => textOf(row, width).trimEnd());
}

function textOf(row: PaperRow, width: number): string {
  if (row.row === 'text') return row.text;
  if (row.row === 'qr') return centered(`[QR code: ${row.content.split(' ', 1)[0]}]`, width);
  // Text cannot be larger, so stars say that it is meant to be seen.
  return centered(`*** ${row.text.trim()} ***`, width);
}
