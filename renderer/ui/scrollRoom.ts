import type { RefObject } from 'react';
import type { Actions } from '../keymap.ts';

/** So much of what was in sight stays there, so that one finds where one was. */
const KEPT_PX = 64;

/** Moves what a key scrolls by nearly all that is in sight: the room where it scrolls by itself, or else the page. */
export function scrollRoom(room: HTMLElement | null, sign: 1 | -1): void {
  const page = document.scrollingElement;
  const moved = room && room.scrollHeight > room.clientHeight ? room : page;
  moved?.scrollBy({ top: sign * (moved.clientHeight - KEPT_PX) });
}

/** The keys that move what is in a room, wherever the hand is. */
export function scrolling(room: RefObject<HTMLElement | null>): Actions {
  return { detailsDown: () => scrollRoom(room.current, 1), detailsUp: () => scrollRoom(room.current, -1) };
}
