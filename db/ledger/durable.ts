import { sql } from 'drizzle-orm';

/** The settings of a server on which it depends whether what was committed outlives a power cut. */
export type DurabilitySettings = { fsync: string; fullPageWrites: string; synchronousCommit: string };

/** For the select list of a transaction's first statement: they cost no round trip of their own. */
export const DURABILITY_SETTINGS = sql`current_setting('fsync') AS "fsync",
  current_setting('full_page_writes') AS "fullPageWrites", current_setting('synchronous_commit') AS "synchronousCommit"`;

const SAID: Record<keyof DurabilitySettings, string> = {
  fsync: 'fsync',
  fullPageWrites: 'full_page_writes',
  synchronousCommit: 'synchronous_commit',
};

/** The server may lose what it has committed. Its own kind, because nothing is wrong with what was asked. */
export class NotDurable extends Error {
  override readonly name = 'NotDurable';
  readonly setting: string;
  constructor(setting: string) {
    super(`The database server runs with ${setting} off and can lose what it has confirmed. Switch it on.`);
    this.setting = setting;
  }
}

/**
 * Refuses a server that confirms what is not on disk yet. `local`, `remote_write` and `remote_apply` wait for its own
 * disk as `on` does.
 * @throws NotDurable naming the first setting that is off
 */
export function refuseWhereOff(settings: DurabilitySettings): void {
  for (const key of Object.keys(SAID) as (keyof DurabilitySettings)[])
    if (settings[key] === 'off') throw new NotDurable(SAID[key]);
}
