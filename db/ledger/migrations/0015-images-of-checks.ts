import type { Migration } from '../migration.ts';

export const imagesOfChecks: Migration = {
  number: 15,
  name: '0015-images-of-checks',
  reason: 'Checks that are sent as images leave in no bag, and the paper is destroyed later.',
  sql: `
ALTER TABLE deposits ALTER COLUMN bag DROP NOT NULL;
ALTER TABLE deposit_steps DROP CONSTRAINT deposit_steps_step_check;
ALTER TABLE deposit_steps ADD CONSTRAINT deposit_steps_step_check CHECK (step IN ('prepared', 'differs', 'made', 'handed',
  'missed', 'transmitted', 'confirmed', 'destroyed', 'withdrawn', 'explained'));
CREATE UNIQUE INDEX deposit_images_once ON deposit_steps (district_id, deposit, step)
  WHERE step IN ('transmitted', 'destroyed');
`,
};
