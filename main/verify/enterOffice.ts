import type { Entry } from './chain.ts';
import { batchApproved, batchSentBack } from './officeBatches.ts';
import type { OfficeBooks } from './officeBooks.ts';
import { changeOrdered, changeReceived } from './officeChange.ts';
import { safeCounted, safeCountResolved } from './officeCounts.ts';
import { dayClosed, glExported, stationDayClosed } from './officeDays.ts';
import {
  courierMissed,
  depositHanded,
  depositPrepared,
  depositResolved,
  depositWithdrawn,
  depositWitnessed,
  lateDepositExplained,
} from './officeDeposits.ts';
import { drawerEnded } from './officeEnded.ts';
import { checksDestroyed, depositTransmitted } from './officeImages.ts';
import { depositRecounted, recountResolved, sealBroken } from './officeRecounts.ts';
import { changeFundChanged, floatIssued, floatTakenBack, handoffsCounted, safeOutRefused } from './officeSafe.ts';
import { handoffResolved } from './officeSettled.ts';
import { confirmationCorrected, depositConfirmed } from './officeSlips.ts';
import { parkedExplained, straysAdopted, straysDismissed } from './officeStrays.ts';
import { complain } from './reading.ts';

const CHECKS: Readonly<Record<string, (books: OfficeBooks, entry: Entry) => void>> = {
  change_fund_changed: changeFundChanged,
  change_ordered: changeOrdered,
  change_received: changeReceived,
  float_issued: floatIssued,
  float_taken_back: floatTakenBack,
  safe_counted: safeCounted,
  safe_count_resolved: safeCountResolved,
  safe_out_refused: safeOutRefused,
  handoffs_counted: handoffsCounted,
  handoff_resolved: handoffResolved,
  drawer_ended: drawerEnded,
  batch_approved: batchApproved,
  batch_sent_back: batchSentBack,
  deposit_prepared: depositPrepared,
  deposit_witnessed: depositWitnessed,
  deposit_resolved: depositResolved,
  deposit_withdrawn: depositWithdrawn,
  late_deposit_explained: lateDepositExplained,
  deposit_handed: depositHanded,
  courier_missed: courierMissed,
  seal_broken: sealBroken,
  deposit_recounted: depositRecounted,
  recount_resolved: recountResolved,
  deposit_confirmed: depositConfirmed,
  confirmation_corrected: confirmationCorrected,
  deposit_transmitted: depositTransmitted,
  checks_destroyed: checksDestroyed,
  day_closed: dayClosed,
  station_day_closed: stationDayClosed,
  gl_exported: glExported,
  strays_adopted: straysAdopted,
  strays_dismissed: straysDismissed,
  parked_explained: parkedExplained,
};

/** Checks one entry of the office against all that came before, and remembers what the next ones need. */
export function enterOffice(books: OfficeBooks, entry: Entry): void {
  const check = Object.hasOwn(CHECKS, entry.kind) ? CHECKS[entry.kind] : undefined;
  if (check === undefined) complain(`${entry.kind} is no kind of entry of the office that this program knows.`);
  check(books, entry);
  for (const { account, side, cents } of entry.postings) {
    if (side === 'debit') books.movedCents += cents;
    const balance = (books.balances.get(account) ?? 0) + (side === 'debit' ? cents : -cents);
    if (balance === 0) books.balances.delete(account);
    else books.balances.set(account, balance);
  }
  for (const { account } of entry.postings)
    if (account.startsWith('undeposited:') && (books.balances.get(account) ?? 0) < 0)
      complain(`${account} is below zero: more was taken from it than was counted.`);
}
