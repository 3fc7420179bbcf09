import { spendApproval } from '#db/station/approvals';
import { moveCurrency } from '#db/station/currency';
import { drawersNotClosed, type KnownDrawer } from '#db/station/drawers';
import { append } from '#db/station/journal';
import type { Tx } from '#db/station/open';
import { addPrintJob } from '#db/station/printJobs';
import { addUndo, nextUndoNumber, type UndoKind } from '#db/station/undos';
import type { Payload, Personal } from '#domain/entry';
import { subtract } from '#domain/money';
import type { Posting } from '#domain/posting';
import { correctionLabel, refundLabel, reversalLabel } from '#domain/series';
import { currencyOf } from '#main/views/currencyOf';
import { type Undoable, type Undoer, undoDay } from '#main/views/undoing';
import { approved } from './approved.ts';
import type { Context } from './context.ts';
import { queueNotices } from './messages.ts';

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
  kick: boolean;
  /** Who money in suspense came from, where a correction takes it there. */
  owners?: Personal['owners'];
};

/**
 * Writes an undoing that a second person approved: numbered, posted, with a slip of its own and a notice to the holder of
 * each account. Answers its label and the position of its entry; what it does to accounts and tenders is the caller's.
 */
export function writeUndo<K extends UndoKind>(
  tx: Tx,
  kind: K,
  about: About<K>,
  at: Context,
): { label: string; position: number } {
  const approval = approved(tx, about.approval, about.mark, at);

  // From here on it must succeed.
  const { known, issued } = about.undoable;
  const { series, epoch } = at.station;
  const number = nextUndoNumber(tx, epoch, kind);
  const label = LABELS[kind](series, epoch, number);
  const { sequence: issuedSequence } = issued.entry;
  const own = { number, label, receipt: known.label, issuedSequence, mark: about.mark };
  const payload = { ...about.payload, ...own } as unknown as Payload<(typeof KINDS)[K]>;
  const personal = told(issued.personal?.payer, about.words, about.owners);
  const businessDay = undoDay(ownOpenDrawer(tx, at), undoerOf(at));
  const { approver } = approval;
  const draft = { kind: KINDS[kind], businessDay, approver, payload, postings: about.postings, personal };
  const before = currencyOf(tx, known.position);
  const { position } = append(tx, draft, at);
  addUndo(tx, { position, receiptPosition: known.position, kind, label, epoch, number });
  const moved = subtract(currencyOf(tx, known.position), before);
  moveCurrency(tx, { payer: known.payer, receivedAt: issued.entry.recordedAt, position, cents: moved });
  spendApproval(tx, approval.approval, position);
  addPrintJob(tx, { position, document: kind, label, copy: 1, kick: about.kick, changedAt: at.now });
  queueNotices(tx, position, about.undoable.standing.lines, at);
  return { label, position };
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
