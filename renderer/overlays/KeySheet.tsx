import { createPortal } from 'react-dom';
import { type KeyRow, keyGroups } from '../keymap.ts';
import { keySheet, screenNames } from '../messages/keySheet.ts';
import { Keys } from '../ui/Keys.tsx';

/** The sheet for paper: of the document that prints it is all there is. */
export function KeySheet() {
  return createPortal(
    <div className="key-sheet" aria-hidden="true">
      <p className="sheet-title">{keySheet.title}</p>
      <div className="sheet">
        <KeyGroups />
      </div>
    </div>,
    document.body,
  );
}

/** Every key of the one list, screen by screen, and what has no key at the end. */
export function KeyGroups() {
  return keyGroups().map(({ on, rows }) => (
    <section key={on} className="key-group" aria-label={nameOf(on)}>
      <h2>{nameOf(on)}</h2>
      <dl className="key-list">
        {rows.map((row) => (
          <GroupRow key={`${row.keys} ${row.label}`} row={row} />
        ))}
      </dl>
    </section>
  ));
}

function GroupRow({ row }: { row: KeyRow }) {
  return (
    <>
      <dt className="num">{row.keys === null ? null : <Keys keys={row.keys} />}</dt>
      <dd>{row.label}</dd>
    </>
  );
}

function nameOf(on: ReturnType<typeof keyGroups>[number]['on']): string {
  if (on === 'many' || on === 'everywhere' || on === 'palette') return keySheet[on];
  return screenNames[on];
}
