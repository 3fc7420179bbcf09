import { amount } from '../format.ts';
import { custody } from '../messages/custody.ts';
import { drawer } from '../messages/drawer.ts';
import { Band } from '../ui/Band.tsx';
import type { Station } from './station.ts';

/** What there is to say of the own drawer while money is taken: another float than was returned; a drop that is due. */
export function DrawerBands({ station }: { station: Station }) {
  const { floatDiffers, dropDue } = station;
  return (
    <>
      {floatDiffers ? (
        <Band tone="warn" head={drawer.open.differs.head}>
          {drawer.open.differs.words(
            amount(floatDiffers.floatCents),
            amount(floatDiffers.returnedCents),
            floatDiffers.drawer,
          )}
        </Band>
      ) : null}
      {dropDue ? (
        <Band tone="warn" head={custody.dropDue.head}>
          {custody.dropDue.words}
        </Band>
      ) : null}
    </>
  );
}
