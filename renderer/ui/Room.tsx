import type { ReactNode, Ref } from 'react';

type RoomProps = {
  label: string;
  children: ReactNode;
  /** Name under which a screen without a field asks for the focus. */
  focusName?: string;
  /** The room itself, for keys that scroll it while the hand is elsewhere. */
  room?: Ref<HTMLElement>;
  /** A key pressed while the list itself has the focus. */
  onKey?: (key: string) => void;
  /** `onKey` takes the arrows: then they move the hand alone, and the list follows it. */
  hasArrows?: true;
};

/** A long list that scrolls by itself, also by keyboard, so that the field above it stays in sight. */
export function Room({ label, children, focusName, room, onKey, hasArrows }: RoomProps) {
  return (
    <section
      className="room"
      ref={room}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      data-focus={focusName}
      onKeyDown={(event) => {
        if (hasArrows && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) event.preventDefault();
        onKey?.(event.key);
      }}
    >
      {children}
    </section>
  );
}
