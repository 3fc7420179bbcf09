import '../style/safe.css';
import '../style/batches.css';
import '../style/deposits.css';
import '../style/tie.css';
import '../style/reports.css';
import '../style/ledgerOut.css';
import '../style/officeReceipt.css';
import '../style/held.css';
import { AtTheDeposits } from './deposits/AtTheDeposits.tsx';
import '../style/day.css';
import { AtTheBatches } from './batches/AtTheBatches.tsx';
import { AtTheDay } from './day/AtTheDay.tsx';
import { AtTheHeldEntries } from './held/HeldEntries.tsx';
import { AtLedgerOut } from './ledgerOut/AtLedgerOut.tsx';
import { AtTheOfficeReceipt } from './officeReceipt/AtTheOfficeReceipt.tsx';
import { AtTheReports } from './reports/AtTheReports.tsx';
import type { OfficeRoute } from './route.ts';
import { AtTheSafe } from './safe/AtTheSafe.tsx';

export { DayAtHome } from './day/DayAtHome.tsx';

/** The office's screens. They come after the counter's, so that taking money never waits for them. */
export function Office({ route }: { route: OfficeRoute }) {
  return (
    <>
      <AtTheSafe route={route} />
      <AtTheBatches route={route} />
      <AtTheDeposits route={route} />
      <AtLedgerOut route={route} />
      <AtTheDay route={route} />
      <AtTheReports route={route} />
      <AtTheOfficeReceipt route={route} />
      <AtTheHeldEntries route={route} />
    </>
  );
}
