import { documentKind } from '#domain/documentKind';
import { useOpenDocument } from '../useOpenDocument.ts';

/** Where one is in an export, to come back to. */
export type GlPlace = { number: number; line: number };

/** The number of a document, which opens it where there is a screen for it. */
export function DocumentNamed({ label, from }: { label: string; from: GlPlace }) {
  const open = useOpenDocument({ at: 'glExport', ...from });
  const kind = documentKind(label);
  if (kind === null) return <>{label}</>;
  return (
    <button type="button" className="bare saves" onClick={() => open(kind, label)}>
      {label}
    </button>
  );
}
