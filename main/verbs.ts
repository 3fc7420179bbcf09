import type { ActionName, Output, Parsed, StationCommand, StationQuery } from '#contract/contract';
import type { StationDb, Tx } from '#db/station/open';
import type { Refusal } from '#domain/refusal';
import { answerPrint } from './actions/answerPrint.ts';
import { approve } from './actions/approve.ts';
import { attachReceipt } from './actions/attachReceipt.ts';
import { chooseMailServer } from './actions/chooseMailServer.ts';
import { choosePrinter } from './actions/choosePrinter.ts';
import { endMessage } from './actions/endMessage.ts';
import { enrolStation } from './actions/enrolStation.ts';
import { officePaper } from './actions/officePaper.ts';
import { printMessage } from './actions/printMessage.ts';
import { printOffice } from './actions/printOffice.ts';
import { sendMessage } from './actions/sendMessage.ts';
import { sendTestMail } from './actions/sendTestMail.ts';
import { signIn } from './actions/signIn.ts';
import { signOut } from './actions/signOut.ts';
import type { Parts, Session } from './parts.ts';
import { checkDrawer } from './usecases/checkDrawer.ts';
import { closeDrawer } from './usecases/closeDrawer.ts';
import type { Context } from './usecases/context.ts';
import { correctReceipt } from './usecases/correctReceipt.ts';
import { dropCash } from './usecases/dropCash.ts';
import { dropSuspension } from './usecases/dropSuspension.ts';
import { leaveCount } from './usecases/leaveCount.ts';
import { leaveForm } from './usecases/leaveForm.ts';
import { openDrawer } from './usecases/openDrawer.ts';
import { openTray } from './usecases/openTray.ts';
import { parkDrawer } from './usecases/parkDrawer.ts';
import { payIn } from './usecases/payIn.ts';
import { payOut } from './usecases/payOut.ts';
import { readTotals } from './usecases/readTotals.ts';
import { refundReceipt } from './usecases/refundReceipt.ts';
import { refuseTender } from './usecases/refuseTender.ts';
import { reprintReceipt } from './usecases/reprintReceipt.ts';
import { resumePayment } from './usecases/resumePayment.ts';
import { reverseReceipt } from './usecases/reverseReceipt.ts';
import { startCount } from './usecases/startCount.ts';
import { submitCount } from './usecases/submitCount.ts';
import { suspendPayment } from './usecases/suspendPayment.ts';
import { swapChange } from './usecases/swapChange.ts';
import { takePayment } from './usecases/takePayment.ts';
import { unparkDrawer } from './usecases/unparkDrawer.ts';
import { voidReceipt } from './usecases/voidReceipt.ts';
import { account } from './views/account.ts';
import { attachment } from './views/attachment.ts';
import { chart } from './views/chart.ts';
import { comparison } from './views/comparison.ts';
import type { ReadyContext } from './views/context.ts';
import { correctionProposal } from './views/correcting.ts';
import { draftSlip } from './views/draftSlip.ts';
import { expectedInSight } from './views/expectedInSight.ts';
import { findAccounts } from './views/findAccounts.ts';
import { mail } from './views/mail.ts';
import { messages } from './views/messages.ts';
import { openingMark } from './views/opening.ts';
import { noSaleProposal } from './views/openingTray.ts';
import { otherSlips } from './views/otherSlips.ts';
import { paper } from './views/paper.ts';
import { paidInProposal } from './views/payingIn.ts';
import { paidOutProposal } from './views/payingOut.ts';
import { paymentNeeds } from './views/paymentNeeds.ts';
import { receipt } from './views/receipt.ts';
import { receipts } from './views/receipts.ts';
import { receiptTypes } from './views/receiptTypes.ts';
import { refundProposal } from './views/refunding.ts';
import { refusedTenders } from './views/refusedTenders.ts';
import { reprintProposal } from './views/reprinting.ts';
import { reversalProposal } from './views/reversing.ts';
import { slip } from './views/slip.ts';
import { slipPdf } from './views/slipPdf.ts';
import { station } from './views/station.ts';
import { suspensions } from './views/suspensions.ts';
import { swapProposal } from './views/swapping.ts';
import { voidProposal } from './views/voiding.ts';
import { zReports } from './views/zReports.ts';

/*
 * Who does what: one function for each name of the contract. The compiler refuses a name that is missing or does not
 * answer as the contract says.
 */

/** Commands: synchronous, inside one transaction. A no that is answered, not thrown, is kept with what it wrote. */
export const commands: { [N in StationCommand]: (tx: Tx, input: Parsed<N>, at: Context) => Output<N> | Refusal } = {
  openDrawer,
  startCount,
  leaveCount,
  submitCount,
  closeDrawer,
  takePayment,
  voidReceipt,
  reprintReceipt,
  correctReceipt,
  reverseReceipt,
  refundReceipt,
  suspendPayment,
  resumePayment,
  dropSuspension,
  leaveForm,
  refuseTender,
  parkDrawer,
  unparkDrawer,
  dropCash,
  openTray,
  payIn,
  payOut,
  swapChange,
  checkDrawer,
  readTotals,
};

/** Queries: they only read. */
export const queries: {
  [N in StationQuery]: (db: StationDb, input: Parsed<N>, at: ReadyContext) => Output<N> | Promise<Output<N>>;
} = {
  station,
  chart,
  findAccounts,
  account,
  openingMark,
  attachment,
  otherSlips,
  comparison,
  expected: expectedInSight,
  zReports,
  receipts,
  receipt,
  voidProposal,
  reprintProposal,
  slip,
  draftSlip,
  paymentNeeds,
  receiptTypes,
  suspensions,
  refusedTenders,
  correctionProposal,
  reversalProposal,
  refundProposal,
  slipPdf,
  paper,
  mail,
  messages,
  noSaleProposal,
  paidInProposal,
  paidOutProposal,
  swapProposal,
};

/** Actions: what changes only this station's own state, such as a session. */
export const actions: { [N in ActionName]: (parts: Parts, session: Session, input: Parsed<N>) => Promise<Output<N>> } =
  {
    signIn,
    signOut,
    approve,
    enrolStation,
    choosePrinter,
    answerPrint,
    chooseMailServer,
    sendTestMail,
    sendMessage,
    printMessage,
    endMessage,
    attachReceipt,
    officePaper,
    printOffice,
  };
