import type { Migration } from '../migration.ts';

export const brokenSeals: Migration = {
  number: 21,
  name: '0021-broken-seals',
  reason: 'A deposit whose seal was broken is counted again by two people, into a new bag, before it leaves.',
  sql: `
-- broken: another seal was read than that on record. recounted: the first of two recounts. recount_differs: they differ,
-- or are not what was deposited. resealed: it lies ready once more. All of it as often as a seal is broken.
ALTER TABLE deposit_steps DROP CONSTRAINT deposit_steps_step_check;
ALTER TABLE deposit_steps ADD CONSTRAINT deposit_steps_step_check CHECK (step IN ('prepared', 'differs', 'made', 'handed',
  'missed', 'transmitted', 'confirmed', 'destroyed', 'withdrawn', 'explained', 'broken', 'recounted', 'recount_differs',
  'resealed'));
`,
};
