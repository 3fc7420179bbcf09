import type { Migration } from '../migration.ts';

export const filesOfPaidOuts: Migration = {
  number: 18,
  name: '0018-files-of-paid-outs',
  reason:
    'What proves a paid-out comes up from its station, so that the office sees it and no dead disk takes it along.',
  sql: `
-- Bytes are kept once in a district, and only those whose hash is theirs; the entry is the first that named them.
CREATE TABLE attachments (
  district_id text COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  type text NOT NULL CHECK (type IN ('application/pdf', 'image/jpeg', 'image/png')),
  bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 1048576),
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL,
  received_at bigint NOT NULL,
  PRIMARY KEY (district_id, sha256),
  CONSTRAINT attachments_as_named CHECK (sha256 = encode(sha256(bytes), 'hex')),
  FOREIGN KEY (district_id, series, epoch, sequence) REFERENCES entries (district_id, series, epoch, sequence)
);
-- Scans are compressed as they come.
ALTER TABLE attachments ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE TRIGGER attachments_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON attachments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON attachments TO counterfoil_service;
ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_district ON attachments TO counterfoil_service
  USING (district_id = current_setting('counterfoil.district', true))
  WITH CHECK (district_id = current_setting('counterfoil.district', true));
`,
};
