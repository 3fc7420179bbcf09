import type { OfficeRoute } from '../route.ts';
import { ChangeFund } from './ChangeFund.tsx';
import { ChangeOrder } from './ChangeOrder.tsx';
import { CountHandoffs } from './CountHandoffs.tsx';
import { CountSafe } from './CountSafe.tsx';
import { IssueFloat } from './IssueFloat.tsx';
import { Safe } from './Safe.tsx';
import { SettleHandoff } from './SettleHandoff.tsx';
import { SettleSafeCount } from './SettleSafeCount.tsx';
import { TakeFloatBack } from './TakeFloatBack.tsx';

/** The screens of the safe. What a form is about comes along, so that nothing of it is lost when the line breaks. */
export function AtTheSafe({ route }: { route: OfficeRoute }) {
  switch (route.at) {
    case 'safe':
      return <Safe />;
    case 'changeFund':
      return <ChangeFund />;
    case 'changeOrder':
      return <ChangeOrder order={route.order} />;
    case 'issueFloat':
      return <IssueFloat people={route.people} stations={route.stations} />;
    case 'takeFloatBack':
      return <TakeFloatBack handoff={route.handoff} />;
    case 'countSafe':
      return <CountSafe turn={route.turn} />;
    case 'settleSafeCount':
      return <SettleSafeCount counting={route.counting} />;
    case 'countHandoffs':
      return <CountHandoffs drawer={route.drawer} handoffs={route.handoffs} />;
    case 'settle':
      return <SettleHandoff handoff={route.handoff} />;
    default:
      return null;
  }
}
