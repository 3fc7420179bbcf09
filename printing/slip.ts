/** How loud a row is: as the rest, bold, or bold and twice as high. It never changes how many columns a letter takes. */
export type Weight = 'normal' | 'bold' | 'double';

/**
 * A document for narrow paper, as meaning rather than as characters: what each row says and how loud. The same slip
 * becomes text on the screen, ESC/POS bytes, and a PDF.
 */
export type SlipRow =
  | { row: 'text'; text: string; align?: 'left' | 'center'; weight?: Weight; indent?: number }
  /** Left and right on one line; the left goes on in further rows when both do not fit. */
  | { row: 'pair'; left: string; right: string; weight?: Weight; indent?: number }
  /** Room to sign, and under the line who signs there. */
  | { row: 'signature'; who: string }
  | { row: 'rule' }
  | { row: 'blank' };

export type Slip = {
  title: string;
  rows: SlipRow[];
  /** Shown large on top and bottom: `TRAINING: not money`, `DUPLICATE 2`, `VOID`. */
  banners: string[];
  /** For a scanner, at the foot: the document's label, a space, its full hash, all in capitals. Null for none. */
  qr: string | null;
};

/** A payment without a slip still needs the tray: this one has no rows, so nothing prints and nothing is cut. */
export const TRAY_ONLY: Slip = { title: 'Tray', rows: [], banners: [], qr: null };

/** Columns of 80 mm paper in the printer's standard font. */
export const SLIP_WIDTH = 42;
