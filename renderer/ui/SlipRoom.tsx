import { useImperativeHandle, useRef } from 'react';
import type { Actions } from '../keymap.ts';
import { useRowsBelow } from './below.ts';
import { RowsBelow } from './RowsBelow.tsx';
import { SlipText } from './SlipText.tsx';
import { scrollRoom } from './scrollRoom.ts';

/** The room of a slip beside which the hand is elsewhere, and the keys that move a long slip from there. */
export function useSlipRoom() {
  const room = useRef<HTMLDivElement>(null);
  const keys: Actions = { slipDown: () => scrollRoom(room.current, 1), slipUp: () => scrollRoom(room.current, -1) };
  return { room, keys };
}

type SlipRoomProps = {
  room: ReturnType<typeof useSlipRoom>['room'];
  slip: { rows: readonly string[] } | undefined;
  label: string;
};

/** A slip as it prints, and how many of its rows are further down; nothing while it is asked for. */
export function SlipRoom({ room, slip, label }: SlipRoomProps) {
  const { panel, foot, below } = useRowsBelow<HTMLDivElement>('.slip-row');
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(room, () => panel.current, [panel]);
  return (
    <div className="slip-room" ref={panel}>
      {slip ? <SlipText rows={slip.rows} label={label} /> : null}
      <RowsBelow foot={foot} below={below} keys="PgDn" />
    </div>
  );
}
