import { useRef } from 'react';
import type { Actions } from '../keymap.ts';
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

/** A slip as it prints; nothing while it is asked for. */
export function SlipRoom({ room, slip, label }: SlipRoomProps) {
  return (
    <div className="slip-room" ref={room}>
      {slip ? <SlipText rows={slip.rows} label={label} /> : null}
    </div>
  );
}
