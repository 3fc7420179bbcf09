import type { ReactNode } from 'react';
import { Guarded } from './frame/Broken.tsx';
import { NobodyServed } from './frame/customerFeed.ts';
import { type Station, StationContext } from './frame/station.ts';
import { signIn } from './messages/signIn.ts';
import { type Page, PageContext, useNow, useQuery } from './page.ts';
import { Desk } from './screens/Desk.tsx';
import { SignIn } from './screens/signIn/SignIn.tsx';
import { Empty, Preparing } from './screens/start/Empty.tsx';
import { Enrol } from './screens/start/Enrol.tsx';
import { Stopped } from './screens/start/Stopped.tsx';

/** The page, given a door to speak through. */
export function App({ page }: { page: Page }) {
  return (
    <PageContext value={page}>
      <Guarded>
        <Opening />
      </Guarded>
    </PageContext>
  );
}

function Opening() {
  const asked = useQuery('station', {});
  if (!asked.value) {
    return (
      <main className="opening" role="status">
        {asked.state === 'asking' ? signIn.opening : signIn.silent}
      </main>
    );
  }
  return (
    <AtStation station={asked.value} answeredAt={asked.answeredAt}>
      <Screens station={asked.value} />
    </AtStation>
  );
}

type AtStationProps = { station: Station; answeredAt: number; children: ReactNode };

function AtStation({ station, answeredAt, children }: AtStationProps) {
  const now = useNow(station, answeredAt);
  return <StationContext value={{ station, now, zone: station.timeZone }}>{children}</StationContext>;
}

function Screens({ station }: { station: Station }) {
  if (station.enrolling) return station.training ? <Preparing /> : <Enrol given={station.enrolling} />;
  if (station.sync.stopped) return <Stopped how={station.sync.stopped} />;
  if (station.state === 'empty') return <Empty />;
  if (!station.person)
    return (
      <>
        <NobodyServed />
        <SignIn />
      </>
    );
  return <Desk key={station.person.person} />;
}
