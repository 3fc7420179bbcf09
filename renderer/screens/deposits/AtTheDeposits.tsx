import type { OfficeRoute } from '../route.ts';
import { AskedDeposit } from './AskedDeposit.tsx';
import { DepositScreen } from './DepositScreen.tsx';
import { DepositStep } from './DepositStep.tsx';
import { Deposits } from './Deposits.tsx';
import { MakeDeposit } from './MakeDeposit.tsx';
import { RecountDeposit } from './RecountDeposit.tsx';
import { SettleDeposit } from './SettleDeposit.tsx';
import { WitnessDeposit } from './WitnessDeposit.tsx';

/** The screens of deposits. What a form is about comes along, so that nothing typed is lost when the line breaks. */
export function AtTheDeposits({ route }: { route: OfficeRoute }) {
  switch (route.at) {
    case 'deposits':
      return <Deposits place={route.place} />;
    case 'deposit':
      return <DepositScreen deposit={route.deposit} />;
    case 'makeDeposit':
      return route.depositable ? (
        <MakeDeposit depositable={route.depositable} batch={route.batch} />
      ) : (
        <AskedDeposit batch={route.batch} />
      );
    case 'witnessDeposit':
      return <WitnessDeposit deposit={route.deposit} />;
    case 'recountDeposit':
      return <RecountDeposit deposit={route.deposit} />;
    case 'settleDeposit':
      return <SettleDeposit deposit={route.deposit} />;
    case 'depositStep':
      return <DepositStep what={route.what} deposit={route.deposit} />;
    default:
      return null;
  }
}
