/**
 * A document for narrow paper, as meaning rather than as characters: what each row says and how loud. The same slip
 * becomes text on the screen, ESC/POS bytes, and a PDF.
 */
export type SlipRow =
  | { row: 'text'; text: string; align?: 'left' | 'center'; weight?: 'bold' | 'double' }
  /** Left and right on one line; the left gives way when both do not fit. */
  | { row: 'pair'; left: string; right: string; weight?: 'bold' | 'double'; indent?: number }
  | { row: 'rule' }
  | { row: 'blank' };

export type Slip = {
  title: string;
  rows: SlipRow[];
  /** Shown large on top and bottom: `TRAINING: not money`, `DUPLICATE 2`, `VOID`. */
  banners: string[];
  /** Machine-readable at the foot: a receipt's number for a scanner, or null. */
  qr: string | null;
};

/** Columns of 80 mm paper in the printer's standard font. */
export const SLIP_WIDTH = 42;
