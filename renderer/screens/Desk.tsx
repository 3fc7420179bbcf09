import { lazy, Suspense, useCallback, useReducer, useState } from 'react';
import { flushSync } from 'react-dom';
import { HeldKeys } from '../frame/HeldKeys.tsx';
import { useUnfinished } from '../frame/reload.ts';
import { useStation } from '../frame/station.ts';
import { usePage } from '../page.ts';
import { CustomerFeed } from './CustomerFeed.tsx';
import { Closed } from './closed/Closed.tsx';
import { Compare } from './compare/Compare.tsx';
import { CorrectReceipt } from './correction/CorrectReceipt.tsx';
import { CountDrawer } from './count/CountDrawer.tsx';
import { Recount } from './count/Recount.tsx';
import { Counter } from './counter/Counter.tsx';
import { Custody } from './custody/Custody.tsx';
import { Done } from './done/Done.tsx';
import { loadOffice, officeHere } from './loadOffice.ts';
import { LookInto } from './look/LookInto.tsx';
import { OpenDrawer } from './open/OpenDrawer.tsx';
import { OtherSlips } from './otherSlips/OtherSlips.tsx';
import { Outbox } from './outbox/Outbox.tsx';
import { Parked } from './parked/Parked.tsx';
import { Receipts } from './receipts/Receipts.tsx';
import { RefundReceipt } from './refund/RefundReceipt.tsx';
import { ReverseReceipt } from './reversal/ReverseReceipt.tsx';
import { HOME, isOfficeRoute, type OfficeRoute, type RouteAction, RouteContext, routeReducer } from './route.ts';
import { VoidReceipt } from './void/VoidReceipt.tsx';

const AwaitedOffice = lazy(async () => ({ default: (await loadOffice()).Office }));

/** Where that part of the page cannot be had, the receipts are there all the same. */
const AwaitedDay = lazy(() =>
  loadOffice().then(
    (office) => ({ default: office.DayAtHome }),
    () => ({ default: ReceiptsAtHome }),
  ),
);

/** Everything that a signed-in person does. */
export function Desk() {
  const [trail, take] = useReducer(routeReducer, HOME);
  // At once: a screen that was left asks nothing more, not even about what its last command has changed.
  const { notice } = usePage();
  const go = useCallback(
    (action: RouteAction) => {
      // What was not done there is none of the next screen's.
      notice.tell(null);
      flushSync(() => take(action));
    },
    [notice],
  );
  const route = trail[trail.length - 1] ?? trail[0];
  // Also while one looks up something else: the change is still to be given.
  useUnfinished(trail.some((place) => place.at === 'done' && place.taken.changeCents > 0) ? 'change' : null);
  return (
    <RouteContext value={go}>
      <CustomerFeed trail={trail} />
      {route.at === 'home' ? <Home /> : null}
      {route.at === 'done' ? (
        <Done key={route.taken.label} taken={route.taken} cashCents={route.cashCents} drawer={route.draft.drawer} />
      ) : null}
      {route.at === 'receipts' ? <Receipts key={route.label} label={route.label} text={route.text ?? ''} /> : null}
      {route.at === 'void' ? <VoidReceipt key={route.label} label={route.label} /> : null}
      {route.at === 'correct' ? <CorrectReceipt key={route.label} label={route.label} /> : null}
      {route.at === 'refund' ? <RefundReceipt key={route.label} label={route.label} /> : null}
      {route.at === 'reverse' ? <ReverseReceipt key={route.label} label={route.label} /> : null}
      {route.at === 'outbox' ? <Outbox /> : null}
      {route.at === 'otherSlips' ? <OtherSlips /> : null}
      {route.at === 'custody' ? <Custody key={route.what} what={route.what} drawer={route.drawer} /> : null}
      {route.at === 'look' ? <LookInto key={route.what} what={route.what} /> : null}
      {isOfficeRoute(route) ? <AtOffice route={route} /> : null}
      {route.at === 'recount' ? <Recount key={route.drawer} drawer={route.drawer} /> : null}
      {route.at === 'closed' ? <Closed closing={route.closing} drawer={route.drawer} /> : null}
    </RouteContext>
  );
}

/** A screen of the office: drawn at once where it has come, which it has unless somebody was very quick. */
function AtOffice({ route }: { route: OfficeRoute }) {
  // Whichever it was at first it stays, or what is typed would be lost.
  const [here] = useState(officeHere);
  if (here) return <here.Office route={route} />;
  return (
    <Suspense fallback={<HeldKeys />}>
      <AwaitedOffice route={route} />
    </Suspense>
  );
}

/** Where the drawer stands decides: open one, take money, unpark, count, compare. Who has no tray looks at the day. */
function Home() {
  const { station } = useStation();
  const { drawer, person } = station;
  if (person?.role === 'finance' || person?.role === 'auditor') return <NoTray />;
  switch (drawer?.state) {
    case 'open':
      return <Counter drawer={drawer} />;
    case 'counting':
      return <CountDrawer drawer={drawer} />;
    case 'counted':
      return <Compare drawer={drawer.drawer} />;
    case 'parked':
      return <Parked drawer={drawer} />;
    default:
      return <OpenDrawer />;
  }
}

/** The day is the ledger's to tell: while there is no line to it, the receipts of this station. */
function NoTray() {
  const { sync } = useStation().station;
  const [isOnline] = useState(sync.state === 'online');
  const [here] = useState(officeHere);
  if (!isOnline) return <ReceiptsAtHome />;
  if (here) return <here.DayAtHome />;
  return (
    <Suspense fallback={<HeldKeys />}>
      <AwaitedDay />
    </Suspense>
  );
}

function ReceiptsAtHome() {
  return <Receipts label={null} isHome />;
}
