import { payerKey } from '#domain/payer';
import type { Migration } from '../migrate.ts';

/** Papers that a correction brought in are known again; currency of a payer is kept ready, less what never was. */
export const whatUndoingLeaves: Migration = {
  number: 10,
  name: '0010-what-undoing-leaves',
  sql: `
-- The same check is seen again also where a correction brought it in.
ALTER TABLE corrected_tenders ADD COLUMN paper TEXT;
DROP TRIGGER corrected_tenders_refuse_update;
UPDATE corrected_tenders SET paper =
  (SELECT e.text ->> '$.payload.correction.to.paper' FROM entries e WHERE e.position = corrected_tenders.position);
CREATE TRIGGER corrected_tenders_refuse_update BEFORE UPDATE ON corrected_tenders BEGIN SELECT RAISE(ABORT, 'corrected_tenders is only ever added to'); END;
CREATE INDEX corrected_tenders_by_paper ON corrected_tenders (paper) WHERE paper IS NOT NULL;

-- Currency of one payer in order of time, to be added up in one pass: what undoing took off is below zero, at the time of
-- its receipt. The name is written as names are compared.
CREATE TABLE currency (
  payer TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  position INTEGER NOT NULL REFERENCES entries (position),
  cents INTEGER NOT NULL CHECK (cents <> 0),
  PRIMARY KEY (payer, received_at, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER currency_refuse_update BEFORE UPDATE ON currency BEGIN SELECT RAISE(ABORT, 'currency is only ever added to'); END;
CREATE TRIGGER currency_refuse_delete BEFORE DELETE ON currency BEGIN SELECT RAISE(ABORT, 'currency is only ever added to'); END;
DROP INDEX receipts_by_payer;
`,
  after(sqlite) {
    const add = sqlite.prepare('INSERT INTO currency (payer, received_at, position, cents) VALUES (?, ?, ?, ?)');
    const standing = sqlite.prepare<[], { payer: string; at: number; position: number; cents: number }>(`
      SELECT r.payer, e.recorded_at AS at, r.position, sum(t.cents) AS cents
      FROM receipts r JOIN entries e ON e.position = r.position JOIN (
          SELECT position, cents FROM tenders t WHERE kind = 'cash' AND NOT EXISTS
            (SELECT 1 FROM corrected_tenders c WHERE c.receipt_position = t.position AND c.place = t.place)
          UNION ALL SELECT receipt_position, cents FROM corrected_tenders c WHERE kind = 'cash' AND position =
            (SELECT max(position) FROM corrected_tenders l WHERE l.receipt_position = c.receipt_position AND l.place = c.place)
        ) t ON t.position = r.position
      WHERE r.payer <> '' AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.receipt_position = r.position)
        AND NOT EXISTS (SELECT 1 FROM undos u WHERE u.receipt_position = r.position AND u.kind = 'reversal')
      GROUP BY r.position`);
    for (const { payer, at, position, cents } of standing.all())
      if (cents > 0 && payerKey(payer) !== '') add.run(payerKey(payer), at, position, cents);
  },
};
