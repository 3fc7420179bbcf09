import type { Migration } from '../migration.ts';

export const linesOfReceipts: Migration = {
  number: 20,
  name: '0020-lines-of-receipts',
  reason: 'A year’s receipts are added up by type, number, drawer and hour without reading one of their texts.',
  sql: String.raw`
-- The lines that applied entries tell of: of the receipt that was issued or made void, of what a reversal or a refund
-- took back, and of a correction the line as it was, below zero, and as it should be. Day, instant and drawer stand here
-- once more, so that a report joins nothing. All of it follows from the journals.
CREATE TABLE receipt_lines (
  district_id text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL,
  place integer NOT NULL CHECK (place >= 0),
  done text NOT NULL CHECK (done IN ('issued', 'voided', 'returned', 'corrected')),
  business_day date NOT NULL,
  recorded_at bigint NOT NULL,
  drawer text COLLATE "C",
  number bigint CHECK ((number IS NOT NULL) = (done = 'issued')),
  kind text NOT NULL CHECK (kind IN ('account', 'fee', 'suspense')),
  code text CHECK ((code IS NOT NULL) = (kind = 'fee')),
  name text,
  cents bigint NOT NULL CHECK (cents > 0 OR cents < 0 AND done = 'corrected'),
  PRIMARY KEY (district_id, series, epoch, sequence, place)
);
-- District last: without statistics, an index that begins with it is taken for any search within a district.
CREATE INDEX receipt_lines_by_day ON receipt_lines (business_day, district_id);
CREATE TRIGGER receipt_lines_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt_lines
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was applied has postings. A text that holds an escaped zero byte or half of a letter can be no json here.
CREATE TEMPORARY VIEW applied AS
  SELECT e.*, e.text::json AS told FROM entries e
  WHERE e.kind IN ('receipt_issued', 'receipt_voided', 'receipt_corrected', 'receipt_reversed', 'refund_issued')
    AND EXISTS (SELECT FROM postings p WHERE p.district_id = e.district_id AND p.series = e.series
      AND p.epoch = e.epoch AND p.sequence = e.sequence)
    AND CASE WHEN strpos(e.text, '\u') > 0 THEN e.text !~ '(^|[^\\])(\\\\)*\\u(0000|d[89a-f])' ELSE true END;
INSERT INTO receipt_lines (district_id, series, epoch, sequence, place, done, business_day, recorded_at, drawer, number,
  kind, code, name, cents)
SELECT e.district_id, e.series, e.epoch, e.sequence, line.place - 1, 'issued', e.business_day, e.recorded_at,
  receipt.drawer, receipt.number, line.kind, line.code, line.name, line.cents
FROM applied e CROSS JOIN LATERAL json_to_record(e.told -> 'payload') AS receipt (drawer text, number bigint, lines json)
CROSS JOIN LATERAL ROWS FROM (json_to_recordset(receipt.lines) AS (kind text, code text, name text, cents bigint))
  WITH ORDINALITY AS line (kind, code, name, cents, place)
WHERE e.kind = 'receipt_issued'
UNION ALL
SELECT e.district_id, e.series, e.epoch, e.sequence, line.place - 1, 'voided', e.business_day, e.recorded_at,
  receipt.drawer, NULL, line.kind, line.code, line.name, line.cents
FROM applied e CROSS JOIN LATERAL json_to_record(e.told #> '{payload,receipt}') AS receipt (drawer text, lines json)
CROSS JOIN LATERAL ROWS FROM (json_to_recordset(receipt.lines) AS (kind text, code text, name text, cents bigint))
  WITH ORDINALITY AS line (kind, code, name, cents, place)
WHERE e.kind = 'receipt_voided'
UNION ALL
SELECT e.district_id, e.series, e.epoch, e.sequence, part.place - 1, 'returned', e.business_day, e.recorded_at,
  e.told #>> '{payload,means,drawer}', NULL, line.kind, line.code, line.name, line.cents
FROM applied e CROSS JOIN LATERAL json_array_elements(e.told #> '{payload,parts}') WITH ORDINALITY AS part (value, place)
CROSS JOIN LATERAL json_to_record(part.value -> 'line') AS line (kind text, code text, name text, cents bigint)
WHERE e.kind IN ('receipt_reversed', 'refund_issued')
UNION ALL
SELECT e.district_id, e.series, e.epoch, e.sequence, side.place, 'corrected', e.business_day, e.recorded_at,
  NULL, NULL, line.kind, line.code, line.name, line.cents * side.sign
FROM applied e
CROSS JOIN LATERAL json_to_record(e.told #> '{payload,correction}') AS moved (what text, "from" json, "to" json)
CROSS JOIN LATERAL (VALUES (0, -1, moved."from"), (1, 1, moved."to")) AS side (place, sign, value)
CROSS JOIN LATERAL json_to_record(side.value) AS line (kind text, code text, name text, cents bigint)
WHERE e.kind = 'receipt_corrected' AND moved.what = 'line';
DROP VIEW applied;

GRANT SELECT, INSERT ON receipt_lines TO counterfoil_service;
ALTER TABLE receipt_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_district ON receipt_lines TO counterfoil_service
  USING (district_id = current_setting('counterfoil.district', true))
  WITH CHECK (district_id = current_setting('counterfoil.district', true));
`,
};
