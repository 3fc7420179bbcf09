import { useState } from 'react';
import { useStation } from '../../frame/station.ts';
import { Compare } from '../compare/Compare.tsx';
import { useGo } from '../route.ts';
import { CountDrawer } from './CountDrawer.tsx';

/** A second person's blind count of a counted drawer, then the comparison with it. Both counts stay. */
export function Recount({ drawer: label }: { drawer: string }) {
  const { station } = useStation();
  const go = useGo();
  const [isCounted, setCounted] = useState(false);
  const drawer = station.openDrawers.find((one) => one.drawer === label);
  if (!drawer || isCounted) return <Compare drawer={label} />;
  return (
    <CountDrawer drawer={drawer} isRecount onSubmitted={() => setCounted(true)} onLeave={() => go({ go: 'back' })} />
  );
}
