import type { Drawer } from '#contract/shapes';
import { NobodyServed, useShown } from '../frame/customerFeed.ts';
import { useStation } from '../frame/station.ts';
import { useForm } from './counter/useCounter.ts';
import { shownAt } from './customerShown.ts';
import type { Trail } from './route.ts';

/** What the payer's display shows while somebody is signed in here. */
export function CustomerFeed({ trail }: { trail: Trail }) {
  const { drawer } = useStation().station;
  return drawer?.state === 'open' ? <Serving trail={trail} drawer={drawer} /> : <NobodyServed />;
}

function Serving({ trail, drawer }: { trail: Trail; drawer: Drawer }) {
  const { form } = useForm(drawer.drawer);
  useShown(shownAt(trail, form, drawer.drawer));
  return null;
}
