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

/** What is asked of a line. */
const record = sql`kind text, code text, name text, cents bigint`;

const applied = sql`EXISTS (SELECT FROM postings q WHERE ${sameEntry('q', 'e')})`;

/**
 * Lines by receipt type: as issued, made void, moved by corrections, taken back by reversals and refunds. Which type a line
 * is of is told by the texts alone. Each is read once, as a record: asked field by field it is parsed as often.
 */
export function typeSums(tx: LedgerTx, span: Span): Promise<TypeSum[]> {
  const sum = (name: string, what: string) =>
    sql`coalesce(sum(cents) FILTER (WHERE what = ${what}), 0)::bigint AS ${sql.identifier(name)}`;
  return tx.rows<TypeSum>(sql`
    SELECT kind, code, max(name) AS name,
      count(*) FILTER (WHERE what = 'issued')::integer AS lines, ${sum('issuedCents', 'issued')},
      ${sum('voidedCents', 'voided')}, ${sum('correctedCents', 'corrected')}, ${sum('returnedCents', 'returned')}
    FROM (
      SELECT CASE e.kind WHEN 'receipt_issued' THEN 'issued' ELSE 'voided' END AS what, line.*
      FROM entries e CROSS JOIN LATERAL json_to_recordset(CASE e.kind
        WHEN 'receipt_issued' THEN e.text::json #> '{payload,lines}'
        ELSE e.text::json #> '{payload,receipt,lines}' END) AS line (${record})
      WHERE ${inSpan(span)} AND e.kind IN ('receipt_issued', 'receipt_voided') AND ${applied} AND ${isShown(span)}
      UNION ALL
      SELECT 'returned', line.*
      FROM entries e CROSS JOIN LATERAL json_to_recordset(e.text::json #> '{payload,parts}') AS part (line json)
      CROSS JOIN LATERAL json_to_record(part.line) AS line (${record})
      WHERE ${inSpan(span)} AND e.kind IN ('receipt_reversed', 'refund_issued') AND ${applied} AND ${isShown(span)}
      UNION ALL
      SELECT 'corrected', line.kind, line.code, line.name, line.cents * side.sign
      FROM entries e CROSS JOIN LATERAL (VALUES (e.text::json #> '{payload,correction,from}', -1),
        (e.text::json #> '{payload,correction,to}', 1)) AS side (value, sign)
      CROSS JOIN LATERAL json_to_record(side.value) AS line (${record})
      WHERE ${inSpan(span)} AND e.kind = 'receipt_corrected' AND ${applied} AND ${isShown(span)}
        AND e.text::json #>> '{payload,correction,what}' = 'line'
    ) told GROUP BY 1, 2 ORDER BY 1, 2`);
}
