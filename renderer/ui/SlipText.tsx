/** A slip as it prints, row by row. A wide one scrolls, also by keyboard. */
export function SlipText({ rows, label = 'Slip' }: { rows: readonly string[]; label?: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="slip" aria-label={label} tabIndex={0}>
      {rows.join('\n')}
    </section>
  );
}
