import type { Output, Parsed } from '#contract/contract';
import type { DrawerState, ReceiptRow, ReceiptView, UndoRow } from '#contract/shapes';
import { drawerOf } from '#db/station/drawers';
import { anyEntryAt, entryAt } from '#db/station/journal';
import { type KnownMessage, slipMessageOf } from '#db/station/messages';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { currentPolicy } from '#db/station/policy';
import { lastPrintJobOf, mayHaveComeOut } from '#db/station/printJobs';
import { receiptOf } from '#db/station/receipts';
import { type KnownUndo, undosOf } from '#db/station/undos';
import { BrokenPromise } from '#domain/assert';
import type { Entry } from '#domain/entry';
import { refuse } from '#domain/refusal';
import { type Standing, standingCents } from '#domain/undo';
import { receiptRow } from './receiptRow.ts';
import { clearingDay } from './refunding.ts';
import { receiptStanding } from './standing.ts';

/** One receipt whole: its lines and tenders, its slip's state, and whether it can still be void. */
export function receipt(db: StationDb, input: Parsed<'receipt'>): Output<'receipt'> {
  const known = receiptOf(db, input.label) ?? refuse('receipt_unknown', { label: input.label });
  return receiptView(db, known.position);
}

export function receiptView(db: StationDb, position: number): ReceiptView {
  const issued = entryAt(db, position, 'receipt_issued');
  const row = receiptRow(db, position, issued);
  const standing = receiptStanding(db, position, issued.entry.payload);
  const undos = undosOf(db, position).map((undo) => undoRow(db, undo));
  const job = lastPrintJobOf(db, 'receipt', row.label);
  const policy = currentPolicy(db);
  const hasChecks = standing.tenders.some((tender) => tender.kind === 'check') && standingCents(standing.lines) > 0;
  return {
    ...row,
    receipt: issued.entry.payload,
    standing,
    undos,
    can: whatCanBeDone(row, standing, undos, drawerOf(db, row.drawer)?.state ?? 'closed'),
    onPaper: mayHaveComeOut(db, 'receipt', row.label),
    checksClear: hasChecks && policy ? clearingDay(row.issuedAt, policy) : null,
    copies: job?.copy ?? 0,
    print: job && { job: job.job, state: job.state },
    mail: mailOf(slipMessageOf(db, row.label)),
  };
}

function mailOf(message: KnownMessage | null): ReceiptView['mail'] {
  if (message === null) return null;
  const { message: number, state, address, changedAt, doubtful } = message;
  return { message: number, state, address, changedAt, doubtful };
}

/** Which undoing fits (design §6): it decides again itself, with all the facts. */
function whatCanBeDone(
  row: ReceiptRow,
  standing: Standing,
  undos: readonly UndoRow[],
  drawer: DrawerState,
): ReceiptView['can'] {
  const stands = row.voided === null && standingCents(standing.lines) > 0;
  return {
    void: stands && undos.length === 0 && drawer === 'open',
    correct: stands,
    reverse: stands && drawer === 'closed' && standingCents(standing.lines) === row.totalCents,
    refund: stands,
  };
}

function undoRow(db: StationDb, undo: KnownUndo): UndoRow {
  const entry = anyEntryAt(db, undo.position);
  const { reason, cents } = toldBy(entry);
  return {
    label: undo.label,
    kind: undo.kind,
    at: entry.recordedAt,
    byName: nameOf(db, entry.actor),
    approverName: nameOf(db, entry.approver ?? ''),
    reason,
    cents,
    means: entry.kind === 'refund_issued' ? entry.payload.means.kind : null,
  };
}

function toldBy(entry: Entry): Pick<UndoRow, 'reason' | 'cents'> {
  switch (entry.kind) {
    case 'receipt_corrected':
      return { reason: entry.payload.reason, cents: entry.payload.correction.from.cents };
    case 'receipt_reversed':
      return {
        reason: entry.payload.reason,
        cents: entry.payload.parts.reduce((total, part) => total + part.line.cents, 0),
      };
    case 'refund_issued':
      return { reason: entry.payload.reason, cents: entry.payload.cents };
    default:
      throw new BrokenPromise(`${entry.kind} undoes no receipt`);
  }
}
