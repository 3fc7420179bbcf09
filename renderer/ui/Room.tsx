import { type ReactNode, type Ref, useImperativeHandle } from 'react';
import { useRowsBelow } from './below.ts';
import { RowsAbove } from './RowsAbove.tsx';
import { RowsBelow } from './RowsBelow.tsx';

type RoomProps = {
  label: string;
  children: ReactNode;
  /** Name under which a screen without a field asks for the focus. */
  focusName?: string;
  /** The room itself, for keys that scroll it while the hand is elsewhere. */
  room?: Ref<HTMLElement | null>;
  /** A key pressed while the list itself has the focus. */
  onKey?: (key: string) => void;
  /** What Enter does while the list has the focus. */
  onEnter?: (() => void) | undefined;
  /** `onKey` takes the arrows: then they move the hand alone, and the list follows it. */
  hasArrows?: true;
  /** The selector of its rows: as long as some are further down, their number stands at the foot, and none is cut. */
  rows?: string;
  /** The key that shows them, where its own arrows do not. */
  moreKeys?: string;
  /** Says also how many are above, where no head of columns stays there. */
  hasAbove?: true;
};

/** A long list that scrolls by itself, also by keyboard, so that the field above it stays in sight. */
export function Room(props: RoomProps) {
  const { label, children, focusName, room, onKey, onEnter, hasArrows, rows, moreKeys, hasAbove } = props;
  const { panel, foot, below, head, above } = useRowsBelow(rows ?? null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(room, () => panel.current, [panel]);
  return (
    <section
      className="room"
      ref={panel}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      data-focus={focusName}
      onKeyDown={(event) => {
        if (hasArrows && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) event.preventDefault();
        onKey?.(event.key);
        if (!onEnter || event.key !== 'Enter' || event.target !== event.currentTarget) return;
        // The same press would go on to the button that has the focus then.
        event.preventDefault();
        if (!event.repeat) onEnter();
      }}
    >
      {hasAbove ? <RowsAbove head={head} above={above} /> : null}
      {children}
      {rows === undefined ? null : <RowsBelow foot={foot} below={below} {...(moreKeys ? { keys: moreKeys } : {})} />}
    </section>
  );
}
