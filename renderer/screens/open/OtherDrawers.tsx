import type { Drawer } from '#contract/shapes';
import { shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { drawer } from '../../messages/drawer.ts';
import { Keys } from '../../ui/Keys.tsx';
import { useGo } from '../route.ts';
import { recountAfter, recountable, recountPlace } from './useRecount.ts';

type OtherDrawersProps = { goTo: (place: string) => void };

/** Drawers of other people at this station. One that is counted may be counted again by a second person. */
export function OtherDrawers({ goTo }: OtherDrawersProps) {
  const { station } = useStation();
  const others = station.openDrawers.filter((one) => one.cashier !== station.person?.person);
  const waiting = recountable(station);
  if (others.length === 0) return null;
  return (
    <div>
      <div className="row">
        <h2>{drawer.open.others}</h2>
      </div>
      {others.map((one) => (
        <div key={one.drawer} className="row other-drawer">
          <span>
            {one.drawer} · {shortName(one.cashierName)} <span className="muted">{drawer.open.state[one.state]}</span>
          </span>
          {waiting.includes(one) ? <RecountButton of={one} waiting={waiting} goTo={goTo} /> : null}
        </div>
      ))}
    </div>
  );
}

type RecountButtonProps = OtherDrawersProps & { of: Drawer; waiting: readonly Drawer[] };

/** The row says whose drawer it is: the button says so only to a screen reader. The key comes to the first. */
function RecountButton({ of, waiting, goTo }: RecountButtonProps) {
  const go = useGo();
  const words = drawer.open.recount;
  return (
    <button
      type="button"
      className="plain"
      data-focus={recountPlace(of.drawer)}
      onClick={() => go({ go: { at: 'recount', drawer: of.drawer } })}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
        if (by === null) return;
        event.preventDefault();
        goTo(recountAfter(waiting, of.drawer, by));
      }}
    >
      <span>
        {words.button}
        <span className="unseen"> {words.of(of.drawer, shortName(of.cashierName))}</span>
      </span>
      {of === waiting[0] ? <Keys keys="F2" /> : null}
    </button>
  );
}
