import type { Output, Parsed } from '#contract/contract';
import type { DrawerState, ReceiptView } from '#contract/shapes';
import { drawerOf } from '#db/station/drawers';
import { type KnownMessage, slipMessageOf } from '#db/station/messages';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { currentPolicy } from '#db/station/policy';
import { lastPrintJobOf, mayHaveComeOut } from '#db/station/printJobs';
import { receiptHistory } from '#db/station/receiptHistory';
import { receiptOf } from '#db/station/receipts';
import { type ReceiptSeen, receiptSeen } from '#domain/receiptSeen';
import { refuse } from '#domain/refusal';
import { standingCents } from '#domain/undo';
import { isSent } from './receiptRow.ts';
import { clearingDay } from './refunding.ts';

/** One receipt whole: its lines and tenders, its slip's state, and whether it can still be void. */
export function receipt(db: StationDb, input: Parsed<'receipt'>): Output<'receipt'> {
  const known = receiptOf(db, input.label) ?? refuse('receipt_unknown', { label: input.label });
  return receiptView(db, known.position);
}

export function receiptView(db: StationDb, position: number): ReceiptView {
  const history = receiptHistory(db, position);
  const seen = receiptSeen(history, (person) => nameOf(db, person));
  const { label, standing, drawer, issuedAt } = seen;
  const job = lastPrintJobOf(db, 'receipt', label);
  const policy = currentPolicy(db);
  const hasChecks = standing.tenders.some((tender) => tender.kind === 'check') && standingCents(standing.lines) > 0;
  return {
    ...seen,
    sent: isSent(db, history),
    can: whatCanBeDone(seen, drawerOf(db, drawer)?.state ?? 'closed'),
    onPaper: mayHaveComeOut(db, 'receipt', label),
    checksClear: hasChecks && policy ? clearingDay(issuedAt, policy) : null,
    copies: job?.copy ?? 0,
    print: job && { job: job.job, state: job.state },
    mail: mailOf(slipMessageOf(db, label)),
  };
}

function mailOf(message: KnownMessage | null): ReceiptView['mail'] {
  if (message === null) return null;
  const { message: number, state, address, changedAt, doubtful } = message;
  return { message: number, state, address, changedAt, doubtful };
}

/** Which undoing fits (design §6): it decides again itself, with all the facts. */
function whatCanBeDone(seen: ReceiptSeen, drawer: DrawerState): ReceiptView['can'] {
  const { voided, standing, undos, totalCents } = seen;
  const stands = voided === null && standingCents(standing.lines) > 0;
  return {
    void: stands && undos.length === 0 && drawer === 'open',
    correct: stands,
    reverse: stands && drawer === 'closed' && standingCents(standing.lines) === totalCents,
    refund: stands,
  };
}
