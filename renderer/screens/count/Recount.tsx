import { useState } from 'react';
import { useStation } from '../../frame/station.ts';
import { Compare } from '../compare/Compare.tsx';
import { useGo } from '../route.ts';
import { CountDrawer } from './CountDrawer.tsx';
import { Recounted } from './Recounted.tsx';

/**
 * A second person's blind count of a counted drawer. Both counts stay. A supervisor goes on to the comparison; it is
 * not for any other colleague, so that one hands the drawer back to its cashier.
 */
export function Recount({ drawer: label }: { drawer: string }) {
  const { station } = useStation();
  const go = useGo();
  const [isCounted, setCounted] = useState(false);
  const drawer = station.openDrawers.find((one) => one.drawer === label);
  if (drawer && isCounted && station.person?.role !== 'supervisor')
    return <Recounted drawer={label} cashierName={drawer.cashierName} />;
  if (!drawer || isCounted) return <Compare drawer={label} />;
  return (
    <CountDrawer drawer={drawer} isRecount onSubmitted={() => setCounted(true)} onLeave={() => go({ go: 'back' })} />
  );
}
