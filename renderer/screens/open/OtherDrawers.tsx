import { shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { drawer } from '../../messages/drawer.ts';
import { useGo } from '../route.ts';

/** Drawers of other people at this station. One that is counted may be counted again by a second person. */
export function OtherDrawers() {
  const { station } = useStation();
  const go = useGo();
  const others = station.openDrawers.filter((one) => one.cashier !== station.person?.person);
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
          {one.state === 'counted' ? (
            <button type="button" className="plain" onClick={() => go({ go: { at: 'recount', drawer: one.drawer } })}>
              {drawer.open.othersRecount(one.drawer, shortName(one.cashierName))}
            </button>
          ) : null}
        </div>
      ))}
    </div>
  );
}
