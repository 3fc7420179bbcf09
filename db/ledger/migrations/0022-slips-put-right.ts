import type { Migration } from '../migration.ts';

export const slipsPutRight: Migration = {
  number: 22,
  name: '0022-slips-put-right',
  reason: 'What was typed wrongly of a bank’s slip is put right by another entry.',
  sql: `
-- corrected: what the slip says after all. The newest of confirmed and corrected holds.
ALTER TABLE deposit_steps DROP CONSTRAINT deposit_steps_step_check;
ALTER TABLE deposit_steps ADD CONSTRAINT deposit_steps_step_check CHECK (step IN ('prepared', 'differs', 'made', 'handed',
  'missed', 'transmitted', 'confirmed', 'destroyed', 'withdrawn', 'explained', 'broken', 'recounted', 'recount_differs',
  'resealed', 'corrected'));
`,
};
