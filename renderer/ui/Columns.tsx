export type Column = {
  name: string /** Amounts stand right. */;
  right?: true /** A head for screen readers only. */;
  unseen?: true;
  span?: number;
  narrow?: true;
};

/** The head of a table. */
export function Columns({ of }: { of: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {of.map(({ name, right, unseen, span, narrow }) => (
          <th key={name} scope="col" colSpan={span} className={right ? 'n' : narrow ? 'narrow' : undefined}>
            {unseen ? <span className="unseen">{name}</span> : name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
