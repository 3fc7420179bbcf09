import type { Migration } from './migration.ts';
import { districtsAndPeople } from './migrations/0001-districts-and-people.ts';
import { stationsAndJournal } from './migrations/0002-stations-and-journal.ts';
import { accountsAndCharges } from './migrations/0003-accounts-and-charges.ts';
import { theServiceRole } from './migrations/0004-the-service-role.ts';
import { oneTokenForASeries } from './migrations/0005-one-token-for-a-series.ts';
import { whatTheCounterKnows } from './migrations/0006-what-the-counter-knows.ts';
import { partsUndone } from './migrations/0007-parts-undone.ts';
import { paymentsByAccount } from './migrations/0008-payments-by-account.ts';
import { chargesOfNobody } from './migrations/0009-charges-of-nobody.ts';
import { theOfficeJournal } from './migrations/0010-the-office-journal.ts';
import { floatsComeDown } from './migrations/0011-floats-come-down.ts';
import { batches } from './migrations/0012-batches.ts';
import { deposits } from './migrations/0013-deposits.ts';
import { depositsTakenBack } from './migrations/0014-deposits-taken-back.ts';
import { imagesOfChecks } from './migrations/0015-images-of-checks.ts';
import { daysAreClosed } from './migrations/0016-days-are-closed.ts';
import { daysWithoutTexts } from './migrations/0017-days-without-texts.ts';
import { filesOfPaidOuts } from './migrations/0018-files-of-paid-outs.ts';
import { depositsByFund } from './migrations/0019-deposits-by-fund.ts';
import { linesOfReceipts } from './migrations/0020-lines-of-receipts.ts';
import { brokenSeals } from './migrations/0021-broken-seals.ts';
import { slipsPutRight } from './migrations/0022-slips-put-right.ts';
import { oneDrawerForOnePerson } from './migrations/0023-one-drawer-for-one-person.ts';
import { countsComeDown } from './migrations/0024-counts-come-down.ts';
import { postingsOfDays } from './migrations/0025-postings-of-days.ts';
import { floatsTakenBack } from './migrations/0026-floats-taken-back.ts';
import { closesOfStationsComeDown } from './migrations/0027-closes-of-stations-come-down.ts';
import { numbersOfDistricts } from './migrations/0028-numbers-of-districts.ts';
import { straysDismissed } from './migrations/0029-strays-dismissed.ts';
import { signedStations } from './migrations/0030-signed-stations.ts';
import { parkedExplained } from './migrations/0031-parked-explained.ts';
import { feedsBegunAnew } from './migrations/0032-feeds-begun-anew.ts';
import { tokensUsed } from './migrations/0033-tokens-used.ts';

/** All steps of the ledger's schema, in order. A new one goes to the end, with the next number. */
export const LEDGER_MIGRATIONS: readonly Migration[] = [
  districtsAndPeople,
  stationsAndJournal,
  accountsAndCharges,
  theServiceRole,
  oneTokenForASeries,
  whatTheCounterKnows,
  partsUndone,
  paymentsByAccount,
  chargesOfNobody,
  theOfficeJournal,
  floatsComeDown,
  batches,
  deposits,
  depositsTakenBack,
  imagesOfChecks,
  daysAreClosed,
  daysWithoutTexts,
  filesOfPaidOuts,
  depositsByFund,
  linesOfReceipts,
  brokenSeals,
  slipsPutRight,
  oneDrawerForOnePerson,
  countsComeDown,
  postingsOfDays,
  floatsTakenBack,
  closesOfStationsComeDown,
  numbersOfDistricts,
  straysDismissed,
  signedStations,
  parkedExplained,
  feedsBegunAnew,
  tokensUsed,
];
