import type { Migration } from '../migration.ts';

export const partsUndone: Migration = {
  number: 7,
  name: '0007-parts-undone',
  reason: 'No more may go back of any line than it brought: a fee and suspense are on no account that would tell.',
  sql: `
-- What undoing took back of a receipt, by the place of its line.
CREATE TABLE parts_undone (
  district_id text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  receipt_sequence bigint NOT NULL,
  sequence bigint NOT NULL,
  place integer NOT NULL CHECK (place >= 0),
  cents bigint NOT NULL CHECK (cents > 0),
  PRIMARY KEY (district_id, series, epoch, receipt_sequence, sequence, place)
);
CREATE TRIGGER parts_undone_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON parts_undone
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

WITH undoing AS MATERIALIZED (
  SELECT e.district_id, e.series, e.epoch, e.sequence, e.kind, e.text::json -> 'payload' AS told
  FROM entries e JOIN stations s ON s.district_id = e.district_id AND s.series = e.series AND s.epoch = e.epoch
  WHERE e.kind IN ('receipt_voided', 'receipt_reversed', 'refund_issued') AND e.sequence <= s.applied_sequence
    AND NOT EXISTS (SELECT FROM parked p WHERE p.district_id = e.district_id AND p.series = e.series
      AND p.epoch = e.epoch AND p.sequence = e.sequence)
)
INSERT INTO parts_undone (district_id, series, epoch, receipt_sequence, sequence, place, cents)
SELECT u.district_id, u.series, u.epoch, (u.told ->> 'issuedSequence')::bigint, u.sequence,
  (part.value ->> 'place')::integer, (part.value #>> '{line,cents}')::bigint
FROM undoing u CROSS JOIN LATERAL json_array_elements(u.told -> 'parts') AS part (value)
WHERE u.kind <> 'receipt_voided'
UNION ALL
SELECT u.district_id, u.series, u.epoch, (u.told ->> 'issuedSequence')::bigint, u.sequence,
  (line.place - 1)::integer, (line.value ->> 'cents')::bigint
FROM undoing u CROSS JOIN LATERAL json_array_elements(u.told #> '{receipt,lines}') WITH ORDINALITY AS line (value, place)
WHERE u.kind = 'receipt_voided';

GRANT SELECT, INSERT ON parts_undone TO counterfoil_service;
ALTER TABLE parts_undone ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_district ON parts_undone TO counterfoil_service
  USING (district_id = current_setting('counterfoil.district', true))
  WITH CHECK (district_id = current_setting('counterfoil.district', true));
`,
};
