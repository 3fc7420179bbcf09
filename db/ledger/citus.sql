-- Spreads the ledger's tables over the servers of a Citus cluster, by district.
--
-- UNTESTED. No Citus was to be had where this was written: it has never run. What can be held without one is held by
-- test/ledger/districtsApart.test.ts on plain PostgreSQL: every table, unique key and foreign key contains district_id,
-- nothing counts or fires across districts, and this file names every table, each after those that it refers to.
-- Try it on a copy, with `npm run ledger` in front of it, before any money is there.
--
-- How: on a database that `npm run ledger` has migrated, on the coordinator, as the owner with an extension in place:
--   CREATE EXTENSION citus;  then  psql -f db/ledger/citus.sql
-- It may be run again: what is distributed already is passed over. After a new version has migrated, run it again.
--
-- What is known to need care:
-- * Co-location. Every table is co-located with `districts`, so a transaction of one district stays on one server, and
--   joins and foreign keys between its tables stay there, too. There are no reference tables; `migrations` stays a plain
--   table of the coordinator.
-- * Triggers. Citus refuses tables with triggers unless `citus.enable_unsafe_triggers` is on. Ours run at the end of a
--   statement, on the shard, and look only at rows of the district that they fire for. They name other tables, however
--   (`entries`, `stations`, `accounts`), which within a shard is a query within a query:
--   `citus.allow_nested_distributed_execution` must be on. Without these triggers the service must not run; it asserts
--   at start that none is switched off, but on the coordinator alone.
-- * No trigger is deferred: balance and chain are checked at the end of each statement, which is sooner than at COMMIT, and
--   which Citus needs no deferred constraint triggers for.
-- * Row security. Policies are made on shards as well. The service says which district it works in, and as which role, by
--   set_config(), which Citus does not pass on to its workers as it does SET LOCAL (`citus.propagate_set_commands =
--   'local'`): until the service says SET LOCAL, workers see no district and answer nothing. This is the first thing to
--   change and to try.
-- * Loads gather rows in temporary tables and join them with distributed ones (`citus.local_table_join_policy`). They read
--   and write one district, yet an UPDATE from a temporary table may have to be written otherwise.
-- * Which districts there are (`districts`, policy which_there_are) is asked of all servers: at start, and of nothing else.
-- * Durability is asserted on the coordinator's settings. fsync, full_page_writes and synchronous_commit must be on at
--   each worker, too, which nobody asserts.
-- * Locks (`FOR UPDATE` on stations, `FOR NO KEY UPDATE` on districts) are of one district and so of one server.

SET citus.enable_unsafe_triggers = on;
SET citus.allow_nested_distributed_execution = on;

BEGIN;
SELECT create_distributed_table('districts', 'district_id')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'districts'::regclass);
SELECT create_distributed_table('account_changes', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'account_changes'::regclass);
SELECT create_distributed_table('applications', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'applications'::regclass);
SELECT create_distributed_table('charges', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'charges'::regclass);
SELECT create_distributed_table('entries', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'entries'::regclass);
SELECT create_distributed_table('parts_undone', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'parts_undone'::regclass);
SELECT create_distributed_table('postings', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'postings'::regclass);
SELECT create_distributed_table('receipt_lines', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'receipt_lines'::regclass);
SELECT create_distributed_table('accounts', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'accounts'::regclass);
SELECT create_distributed_table('attachments', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'attachments'::regclass);
SELECT create_distributed_table('batch_steps', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'batch_steps'::regclass);
SELECT create_distributed_table('batches', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'batches'::regclass);
SELECT create_distributed_table('charge_differences', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'charge_differences'::regclass);
SELECT create_distributed_table('day_closes', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'day_closes'::regclass);
SELECT create_distributed_table('deposits', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'deposits'::regclass);
SELECT create_distributed_table('enrolment_tokens', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'enrolment_tokens'::regclass);
SELECT create_distributed_table('floats_issued', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'floats_issued'::regclass);
SELECT create_distributed_table('gl_exports', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'gl_exports'::regclass);
SELECT create_distributed_table('handoff_steps', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'handoff_steps'::regclass);
SELECT create_distributed_table('handoffs_counted', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'handoffs_counted'::regclass);
SELECT create_distributed_table('district_keys', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'district_keys'::regclass);
SELECT create_distributed_table('loads', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'loads'::regclass);
SELECT create_distributed_table('office_commands', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'office_commands'::regclass);
SELECT create_distributed_table('parked', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'parked'::regclass);
SELECT create_distributed_table('people', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'people'::regclass);
SELECT create_distributed_table('policies', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'policies'::regclass);
SELECT create_distributed_table('station_closes', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'station_closes'::regclass);
SELECT create_distributed_table('stations', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'stations'::regclass);
SELECT create_distributed_table('station_contacts', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'station_contacts'::regclass);
SELECT create_distributed_table('day_seals', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'day_seals'::regclass);
SELECT create_distributed_table('deposit_parts', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'deposit_parts'::regclass);
SELECT create_distributed_table('deposit_steps', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'deposit_steps'::regclass);
SELECT create_distributed_table('drawers_told', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'drawers_told'::regclass);
SELECT create_distributed_table('floats_taken_back', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'floats_taken_back'::regclass);
SELECT create_distributed_table('gl_export_closes', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'gl_export_closes'::regclass);
SELECT create_distributed_table('quarantine', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'quarantine'::regclass);
SELECT create_distributed_table('strays_dismissed', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'strays_dismissed'::regclass);
SELECT create_distributed_table('parked_explained', 'district_id', colocate_with => 'districts')
  WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'parked_explained'::regclass);
COMMIT;
