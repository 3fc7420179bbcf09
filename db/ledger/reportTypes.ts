import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import type { LineDone } from './receiptLines.ts';
import { inSpan, isLineShown, type Span } from './reportSpan.ts';

/** What lines of one kind came to. `code` is the receipt type's, null for lines that have none. */
export type TypeSum = {
  kind: 'account' | 'fee' | 'suspense';
  code: string | null;
  name: string | null;
  lines: number;
  issuedCents: number;
  voidedCents: number;
  correctedCents: number;
  returnedCents: number;
};

/** Lines by receipt type: as issued, made void, moved by corrections, taken back by reversals and refunds. */
export function typeSums(tx: LedgerTx, span: Span): Promise<TypeSum[]> {
  const sum = (name: string, done: LineDone) =>
    sql`coalesce(sum(l.cents) FILTER (WHERE l.done = ${done}), 0)::bigint AS ${sql.identifier(name)}`;
  return tx.rows<TypeSum>(sql`
    SELECT l.kind, l.code, max(l.name) AS name, count(*) FILTER (WHERE l.done = 'issued')::integer AS lines,
      ${sum('issuedCents', 'issued')}, ${sum('voidedCents', 'voided')}, ${sum('correctedCents', 'corrected')},
      ${sum('returnedCents', 'returned')}
    FROM receipt_lines l WHERE ${inSpan(span, 'l')} AND ${isLineShown(span)}
    GROUP BY l.kind, l.code ORDER BY l.kind, l.code`);
}
