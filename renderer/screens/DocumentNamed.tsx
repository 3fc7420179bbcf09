import { documentKind } from '#domain/documentKind';
import type { Route } from './route.ts';
import { useOpenDocument } from './useOpenDocument.ts';

type DocumentNamedProps = {
  label: string;
  /** Of what undoes a receipt, that receipt; otherwise the number itself names what opens. */
  receipt?: string | null;
  /** Where back leads. */
  from: Route;
};

/** The number of a document, which opens it where there is a screen for it. */
export function DocumentNamed({ label, receipt = null, from }: DocumentNamedProps) {
  const open = useOpenDocument(from);
  const kind = receipt === null ? documentKind(label) : 'receipt';
  if (kind === null) return <>{label}</>;
  return (
    <button type="button" className="bare saves" onClick={() => open(kind, receipt ?? label, label)}>
      {label}
    </button>
  );
}
