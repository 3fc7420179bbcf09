import type { ReactNode } from 'react';

type RoomProps = {
  label: string;
  children: ReactNode;
  /** Name under which a screen without a field asks for the focus. */
  focusName?: string;
  /** A key pressed while the list itself has the focus. */
  onKey?: (key: string) => void;
};

/** A long list that scrolls by itself, also by keyboard, so that the field above it stays in sight. */
export function Room({ label, children, focusName, onKey }: RoomProps) {
  return (
    <section
      className="room"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      data-focus={focusName}
      onKeyDown={(event) => onKey?.(event.key)}
    >
      {children}
    </section>
  );
}
