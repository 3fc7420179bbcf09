import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import { inSpan, isShown, type Span, sameEntry } from './reportSpan.ts';

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

const applied = sql`EXISTS (SELECT FROM postings q WHERE ${sameEntry('q', 'e')})`;

/** Lines by receipt type: as issued, made void, moved by corrections, taken back by reversals and refunds. */
export function typeSums(tx: LedgerTx, span: Span): Promise<TypeSum[]> {
  const sum = (name: string, what: string) =>
    sql`coalesce(sum(cents) FILTER (WHERE what = ${what}), 0)::bigint AS ${sql.identifier(name)}`;
  return tx.rows<TypeSum>(sql`
    SELECT line ->> 'kind' AS kind, line ->> 'code' AS code, max(line ->> 'name') AS name,
      count(*) FILTER (WHERE what = 'issued')::integer AS lines, ${sum('issuedCents', 'issued')},
      ${sum('voidedCents', 'voided')}, ${sum('correctedCents', 'corrected')}, ${sum('returnedCents', 'returned')}
    FROM (
      SELECT CASE e.kind WHEN 'receipt_issued' THEN 'issued' WHEN 'receipt_voided' THEN 'voided' ELSE 'returned' END AS what,
        coalesce(part.value -> 'line', part.value) AS line,
        (coalesce(part.value -> 'line', part.value) ->> 'cents')::bigint AS cents
      FROM entries e CROSS JOIN LATERAL json_array_elements(CASE e.kind
        WHEN 'receipt_issued' THEN e.text::json #> '{payload,lines}'
        WHEN 'receipt_voided' THEN e.text::json #> '{payload,receipt,lines}'
        ELSE e.text::json #> '{payload,parts}' END) AS part (value)
      WHERE ${inSpan(span)} AND e.kind IN ('receipt_issued', 'receipt_voided', 'receipt_reversed', 'refund_issued')
        AND ${applied} AND ${isShown(span)}
      UNION ALL
      SELECT 'corrected', side.value, (side.value ->> 'cents')::bigint * side.sign
      FROM entries e CROSS JOIN LATERAL (VALUES (e.text::json #> '{payload,correction,from}', -1),
        (e.text::json #> '{payload,correction,to}', 1)) AS side (value, sign)
      WHERE ${inSpan(span)} AND e.kind = 'receipt_corrected' AND ${applied} AND ${isShown(span)}
        AND e.text::json #>> '{payload,correction,what}' = 'line'
    ) told GROUP BY 1, 2 ORDER BY 1, 2`);
}
