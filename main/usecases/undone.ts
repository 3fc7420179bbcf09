import { drawersNotClosed, type KnownDrawer } from '#db/station/drawers';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import { nextUndoNumber, type UndoKind } from '#db/station/undos';
import type { Payload, Personal } from '#domain/entry';
import type { Undoing } from '#domain/notice';
import type { Posting } from '#domain/posting';
import { correctionLabel, refundLabel, reversalLabel } from '#domain/series';
import { type Undoable, type Undoer, undoDay } from '#main/views/undoing';
import { approved } from './approved.ts';
import type { Context } from './context.ts';
import { noticesTo } from './noticesTo.ts';

const KINDS = { correction: 'receipt_corrected', reversal: 'receipt_reversed', refund: 'refund_issued' } as const;
const LABELS = { correction: correctionLabel, reversal: reversalLabel, refund: refundLabel } as const;

/** What every undoing tells of itself, filled in when it is written. */
type OwnFacts = 'number' | 'label' | 'receipt' | 'issuedSequence' | 'mark';

/** Who undoes, for the rules that decide whether it may be. */
export function undoerOf(at: Context): Undoer {
  return { now: at.now, policy: at.policy, person: at.actor.person, role: at.actor.role };
}

/** What is undone, and all that it tells of itself. */
type About<K extends UndoKind> = {
  undoable: Undoable;
  payload: Omit<Payload<(typeof KINDS)[K]>, OwnFacts>;
  postings: Posting[];
  mark: string;
  approval: string | undefined;
  words: string | undefined;
  /** Who money in suspense came from, where a correction takes it there. */
  owners?: Personal['owners'];
};

/**
 * Writes an undoing that a second person approved: numbered, posted, with a slip of its own and a notice to the holder of
 * each account. Answers its label.
 */
export function writeUndo<K extends UndoKind>(tx: Tx, kind: K, about: About<K>, at: Context): string {
  const yes = approved(tx, about.approval, about.mark, at);

  // From here on it must succeed.
  const { known, issued, standing } = about.undoable;
  const { series, epoch } = at.station;
  const number = nextUndoNumber(tx, epoch, kind);
  const label = LABELS[kind](series, epoch, number);
  const { sequence: issuedSequence } = issued.entry;
  const own = { number, label, receipt: known.label, issuedSequence, mark: about.mark };
  const payload = { ...about.payload, ...own } as unknown as Payload<(typeof KINDS)[K]>;
  const what = { kind: KINDS[kind], payload };
  const personal = {
    ...told(issued.personal?.payer, about.words, about.owners),
    ...noticesTo(tx, what as Undoing, standing.lines),
  };
  const businessDay = undoDay(ownOpenDrawer(tx, at), undoerOf(at));
  record(tx, { ...what, businessDay, postings: about.postings, personal, ...yes }, at);
  return label;
}

/** Who paid and what was said of it: personal, beside the entry. */
function told(
  payer: string | undefined,
  words: string | undefined,
  owners: Personal['owners'],
): Omit<Personal, 'salt'> {
  return {
    ...(payer === undefined ? {} : { payer }),
    ...(words === undefined ? {} : { words }),
    ...(owners === undefined ? {} : { owners }),
  };
}

function ownOpenDrawer(tx: Tx, at: Context): KnownDrawer | undefined {
  return drawersNotClosed(tx).find((drawer) => drawer.cashier === at.actor.person);
}
