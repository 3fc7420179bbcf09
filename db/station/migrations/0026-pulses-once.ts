import type { Migration } from '../migrate.ts';

/** A tray that was opened for a job is not opened for it again, also after a crash. */
export const pulsesOnce: Migration = {
  number: 26,
  name: '0026-pulses-once',
  sql: `
ALTER TABLE print_jobs ADD COLUMN kicked_at INTEGER;
`,
};
