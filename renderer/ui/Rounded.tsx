import { cents, formatSigned } from '#domain/money';
import { tenders } from '../messages/tenders.ts';

/** By how much cash was rounded, with its word; nothing where it was not. */
export function Rounded({ by }: { by: number }) {
  if (by === 0) return null;
  return (
    <p className="row muted">
      <span>{tenders.rounded}</span>
      <span className="num">{formatSigned(cents(by))}</span>
    </p>
  );
}
