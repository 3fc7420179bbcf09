import type { ActionName, CommandName, Output, Parsed, QueryName } from '#contract/contract';
import type { StationDb, Tx } from '#db/station/open';
import { answerPrint } from './actions/answerPrint.ts';
import { approve } from './actions/approve.ts';
import { choosePrinter } from './actions/choosePrinter.ts';
import { enrolStation } from './actions/enrolStation.ts';
import { signIn } from './actions/signIn.ts';
import { signOut } from './actions/signOut.ts';
import type { Parts, Session } from './parts.ts';
import { closeDrawer } from './usecases/closeDrawer.ts';
import type { Context } from './usecases/context.ts';
import { leaveCount } from './usecases/leaveCount.ts';
import { openDrawer } from './usecases/openDrawer.ts';
import { reprintReceipt } from './usecases/reprintReceipt.ts';
import { startCount } from './usecases/startCount.ts';
import { submitCount } from './usecases/submitCount.ts';
import { takePayment } from './usecases/takePayment.ts';
import { voidReceipt } from './usecases/voidReceipt.ts';
import { account } from './views/account.ts';
import { chart } from './views/chart.ts';
import { comparison } from './views/comparison.ts';
import type { ReadyContext } from './views/context.ts';
import { draftSlip } from './views/draftSlip.ts';
import { findAccounts } from './views/findAccounts.ts';
import { openingMark } from './views/openingMark.ts';
import { paper } from './views/paper.ts';
import { receipt } from './views/receipt.ts';
import { receipts } from './views/receipts.ts';
import { slip } from './views/slip.ts';
import { slipPdf } from './views/slipPdf.ts';
import { station } from './views/station.ts';
import { voidProposal } from './views/voidProposal.ts';
import { zReports } from './views/zReports.ts';

/*
 * Who does what: one function for each name of the contract. The compiler refuses a name that is missing or does not
 * answer as the contract says.
 */

/** Commands: synchronous, inside one transaction. */
export const commands: { [N in CommandName]: (tx: Tx, input: Parsed<N>, at: Context) => Output<N> } = {
  openDrawer,
  startCount,
  leaveCount,
  submitCount,
  closeDrawer,
  takePayment,
  voidReceipt,
  reprintReceipt,
};

/** Queries: they only read. */
export const queries: {
  [N in QueryName]: (db: StationDb, input: Parsed<N>, at: ReadyContext) => Output<N> | Promise<Output<N>>;
} = {
  station,
  chart,
  findAccounts,
  account,
  openingMark,
  comparison,
  zReports,
  receipts,
  receipt,
  voidProposal,
  slip,
  draftSlip,
  slipPdf,
  paper,
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
  };
