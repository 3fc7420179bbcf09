import { Children, type ReactNode } from 'react';

/** Facts in a row with a dot between any two. Where the row breaks, no dot hangs at the end of a line or begins one. */
export function Joined({ children, end = false }: { children: ReactNode; end?: boolean }) {
  return (
    <span className="joined" data-end={end ? '' : undefined}>
      <span>{Children.map(children, (fact) => (fact ? <span>{fact}</span> : null))}</span>
    </span>
  );
}
