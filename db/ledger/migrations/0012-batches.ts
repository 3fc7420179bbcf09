import type { Migration } from '../migration.ts';

export const batches: Migration = {
  number: 12,
  name: '0012-batches',
  reason: 'What one drawer took is approved together: a batch opens and closes with its drawer.',
  sql: `
-- A counter batch, and the entry that opened it with its drawer. Its state is derived, never kept.
CREATE TABLE batches (
  district_id text COLLATE "C" NOT NULL,
  batch text COLLATE "C" NOT NULL,
  drawer text NOT NULL,
  cashier text NOT NULL,
  business_day date NOT NULL,
  opened_at bigint NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (district_id, batch),
  FOREIGN KEY (district_id, series, epoch, sequence) REFERENCES entries (district_id, series, epoch, sequence)
);
CREATE TRIGGER batches_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON batches
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a batch went through, each step with the entry that tells it: counted and closed at its station, approved or sent
-- back at the office, as often as it takes.
CREATE TABLE batch_steps (
  district_id text COLLATE "C" NOT NULL,
  batch text COLLATE "C" NOT NULL,
  step text NOT NULL CHECK (step IN ('counted', 'closed', 'approved', 'sent_back')),
  person text NOT NULL,
  at bigint NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (district_id, batch, series, epoch, sequence),
  FOREIGN KEY (district_id, series, epoch, sequence) REFERENCES entries (district_id, series, epoch, sequence)
);
CREATE UNIQUE INDEX batches_close_once ON batch_steps (district_id, batch) WHERE step = 'closed';
CREATE TRIGGER batch_steps_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON batch_steps
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Which handoffs a batch has: compared with batches letter by letter, or no index would serve. And the few entries that undo receipts, wherever they stand.
ALTER TABLE handoff_steps ALTER COLUMN batch TYPE text COLLATE "C";
CREATE INDEX handoff_steps_by_batch ON handoff_steps (batch, district_id);
CREATE INDEX entries_that_undo ON entries (series, epoch, sequence, district_id)
  WHERE kind IN ('receipt_corrected', 'receipt_reversed', 'refund_issued');

-- What waits for its deposit is the office's alone.
CREATE INDEX postings_undeposited ON postings (account, district_id) INCLUDE (side, cents)
  WHERE series = 'L' AND account LIKE 'undeposited:%';

-- Drawers and their handoffs from before this was kept.
CREATE TEMPORARY TABLE of_drawers ON COMMIT DROP AS
SELECT e.district_id, e.series, e.epoch, e.sequence, e.kind, e.actor, e.recorded_at, e.business_day,
  e.text::json #>> '{payload,drawer}' AS drawer, replace(e.text::json #>> '{payload,drawer}', '-D', '-B') AS batch
FROM entries e JOIN stations s ON s.district_id = e.district_id AND s.series = e.series AND s.epoch = e.epoch
WHERE e.kind IN ('drawer_opened', 'drawer_counted', 'drawer_closed') AND e.sequence <= s.applied_sequence
  AND NOT EXISTS (SELECT FROM parked p WHERE p.district_id = e.district_id AND p.series = e.series
    AND p.epoch = e.epoch AND p.sequence = e.sequence);
INSERT INTO batches (district_id, batch, drawer, cashier, business_day, opened_at, series, epoch, sequence)
SELECT district_id, batch, drawer, actor, business_day, recorded_at, series, epoch, sequence
FROM of_drawers WHERE kind = 'drawer_opened' ORDER BY epoch, sequence ON CONFLICT DO NOTHING;
INSERT INTO batch_steps (district_id, batch, step, person, at, series, epoch, sequence)
SELECT district_id, batch, substr(kind, 8), actor, recorded_at, series, epoch, sequence
FROM of_drawers WHERE kind <> 'drawer_opened' ORDER BY epoch, sequence ON CONFLICT DO NOTHING;
INSERT INTO handoff_steps (district_id, handoff, step, what, drawer, batch, person, cents, at, series, epoch, sequence)
SELECT o.district_id, substr(p.account, 9), CASE p.side WHEN 'debit' THEN 'given' ELSE 'counted' END,
  substr(p.account, length(o.drawer) + 10), o.drawer, o.batch, o.actor, p.cents, o.recorded_at, o.series, o.epoch, o.sequence
FROM of_drawers o JOIN postings p ON p.district_id = o.district_id AND p.series = o.series AND p.epoch = o.epoch
  AND p.sequence = o.sequence AND p.account LIKE 'transit:' || o.drawer || '-%'
ON CONFLICT DO NOTHING;

GRANT SELECT, INSERT ON batches, batch_steps TO counterfoil_service;
DO $$
DECLARE tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['batches', 'batch_steps']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('CREATE POLICY one_district ON %I TO counterfoil_service
      USING (district_id = current_setting(''counterfoil.district'', true))
      WITH CHECK (district_id = current_setting(''counterfoil.district'', true))', tenant);
  END LOOP;
END $$;
`,
};
