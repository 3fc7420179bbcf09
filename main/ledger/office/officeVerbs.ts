import type { OfficeCommand, OfficeQuery, Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import type { Refusal } from '#domain/refusal';
import { approveBatch } from './approveBatch.ts';
import { batch } from './batch.ts';
import { batches } from './batches.ts';
import { changeFund, changeFundMark } from './changeFund.ts';
import { changeOrders, orderChange, orderMark, receiveChange, receivingMark } from './changeOrders.ts';
import { closeDay, closeStationDay, dayClose } from './closeDay.ts';
import { confirmation } from './confirmation.ts';
import { confirmDeposit } from './confirmDeposit.ts';
import { correctConfirmation } from './correctConfirmation.ts';
import { countHandoffs } from './countHandoffs.ts';
import { countSafe, resolveSafeCount, safeResolution } from './countSafe.ts';
import { courierMissed, handToCourier } from './courier.ts';
import { day } from './day.ts';
import { days } from './days.ts';
import { adoptStrays, dismissStrays, strayDecision } from './decideStrays.ts';
import { deposit } from './deposit.ts';
import { depositable } from './depositable.ts';
import { deposits } from './deposits.ts';
import { drawerEnding, endDrawer } from './endDrawer.ts';
import { explainLateDeposit } from './explainLateDeposit.ts';
import { explainParked, parkedMark } from './explainParked.ts';
import { exportGl } from './exportGl.ts';
import { glExports, glLine, glLines } from './glExports.ts';
import { heldEntries } from './heldEntries.ts';
import { heldEntry } from './heldEntry.ts';
import { destroyChecks, destruction, transmitDeposit } from './imagesOfChecks.ts';
import { issueFloat } from './issueFloat.ts';
import type { OfficeAt, OfficeCommandAt } from './officeAt.ts';
import { officeAttachment } from './officeAttachment.ts';
import { batchReceipts, officeReceipt } from './officeReceipt.ts';
import { prepareDeposit } from './prepareDeposit.ts';
import { recountDeposit } from './recountDeposit.ts';
import { report } from './report.ts';
import { depositResolution, resolveDeposit } from './resolveDeposit.ts';
import { resolution, resolveHandoff } from './resolveHandoff.ts';
import { safe } from './safe.ts';
import { sendBackBatch } from './sendBackBatch.ts';
import { takeFloatBack } from './takeFloatBack.ts';
import { traced } from './traced.ts';
import { withdrawDeposit } from './withdrawDeposit.ts';
import { witnessDeposit } from './witnessDeposit.ts';

/*
 * Who does what at the office: one function for each of its names in the contract. The compiler refuses a name that is
 * missing or does not answer as the contract says.
 */

/** Commands: inside one transaction, in which the office's chain is locked. A no that is answered stands with what was written. */
export const officeCommands: {
  [N in OfficeCommand]: (tx: LedgerTx, input: Parsed<N>, at: OfficeCommandAt) => Promise<Output<N> | Refusal>;
} = {
  changeFund,
  orderChange,
  receiveChange,
  issueFloat,
  takeFloatBack,
  countSafe,
  resolveSafeCount,
  countHandoffs,
  resolveHandoff,
  approveBatch,
  sendBackBatch,
  endDrawer,
  prepareDeposit,
  witnessDeposit,
  resolveDeposit,
  withdrawDeposit,
  explainLateDeposit,
  handToCourier,
  courierMissed,
  recountDeposit,
  transmitDeposit,
  confirmDeposit,
  correctConfirmation,
  destroyChecks,
  closeDay,
  closeStationDay,
  exportGl,
  adoptStrays,
  dismissStrays,
  explainParked,
};

/** Queries: they only read. */
export const officeQueries: {
  [N in OfficeQuery]: (tx: LedgerTx, input: Parsed<N>, at: OfficeAt) => Promise<Output<N>>;
} = {
  safe,
  safeResolution,
  changeFundMark,
  changeOrders,
  orderMark,
  receivingMark,
  resolution,
  batches,
  batch,
  drawerEnding,
  day,
  depositable,
  deposits,
  deposit,
  confirmation,
  destruction,
  depositResolution,
  days,
  dayClose,
  report,
  glExports,
  glLines,
  glLine,
  traced,
  officeReceipt,
  batchReceipts,
  officeAttachment,
  heldEntries,
  heldEntry,
  strayDecision,
  parkedMark,
};
