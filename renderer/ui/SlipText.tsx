import { Fragment } from 'react';

/** A slip as it prints, row by row. A wide one scrolls, also by keyboard. */
export function SlipText({ rows, label = 'Slip' }: { rows: readonly string[]; label?: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="slip" aria-label={label} tabIndex={0}>
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a slip never move
        <Fragment key={place}>
          {place === 0 ? '' : '\n'}
          <span className="slip-row">{row}</span>
        </Fragment>
      ))}
    </section>
  );
}
