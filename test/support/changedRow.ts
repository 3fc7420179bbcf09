import Database from 'better-sqlite3';

/** Changes one row of a station's database behind the back of the triggers that refuse it, as a failing disk does. */
export function changeRow(file: string, sql: string): void {
  const db = new Database(file);
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
  const { changes } = db.prepare(sql).run();
  for (const trigger of triggers) db.exec(trigger.sql);
  db.close();
  if (changes !== 1) throw new Error(`${sql} changed ${changes} rows`);
}
