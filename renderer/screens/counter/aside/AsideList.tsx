import type { Dispatch, KeyboardEvent } from 'react';
import { amount, clockOrDay, shortName } from '../../../format.ts';
import { useStation } from '../../../frame/station.ts';
import { aside } from '../../../messages/options.ts';
import { keepInView } from '../../../ui/inView.ts';
import { Joined } from '../../../ui/Joined.tsx';
import type { SetAside } from './Aside.tsx';
import type { AsideAction } from './asideForm.ts';

type AsideListProps = {
  waiting: readonly SetAside[];
  chosen: SetAside;
  send: Dispatch<AsideAction>;
  onKey: (event: KeyboardEvent) => void;
};

/** The list keeps the hand: arrows choose, Enter goes on with the payment. */
export function AsideList({ waiting, chosen, send, onKey }: AsideListProps) {
  return (
    <div
      role="listbox"
      aria-label={aside.list}
      aria-activedescendant={`aside-${chosen.label}`}
      className="choices"
      data-first
      data-focus="aside"
      tabIndex={0}
      onKeyDown={onKey}
    >
      {waiting.map((one, at) => (
        <Row
          key={one.label}
          one={one}
          isChosen={one.label === chosen.label}
          onChoose={() => send({ did: 'chose', at })}
        />
      ))}
    </div>
  );
}

function Row({ one, isChosen, onChoose }: { one: SetAside; isChosen: boolean; onChoose: () => void }) {
  const { now, zone } = useStation();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
    <div
      id={`aside-${one.label}`}
      role="option"
      aria-selected={isChosen}
      className="choice set-aside"
      onClick={onChoose}
      ref={isChosen ? keepInView : null}
    >
      <span>
        <b>{one.payer || aside.nobody}</b>
        <Joined>
          {one.label}
          {aside.by(shortName(one.byName), clockOrDay(one.suspendedAt, zone, now))}
          {one.resumedBy ? aside.resumedBy(shortName(one.resumedBy)) : null}
        </Joined>
      </span>
      <span className="muted">{aside.lines(one.lines)}</span>
      <span className="num">{amount(one.totalCents)}</span>
    </div>
  );
}
