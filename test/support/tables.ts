import type { StationDb } from '#db/station/open';

/** Every table of a station's database by name, without SQLite's own and those behind the full-text search. */
export function tableNames(db: StationDb): string[] {
  const tables = db.$client.pragma('table_list') as { name: string; type: string; schema: string }[];
  return tables
    .filter(({ name, type, schema }) => type === 'table' && schema === 'main' && !name.startsWith('sqlite_'))
    .map(({ name }) => name)
    .sort();
}

/** Every row of every table, to be compared as a whole. */
export function everyRow(db: StationDb, but: readonly string[] = []): Record<string, unknown[]> {
  const names = tableNames(db).filter((name) => !but.includes(name));
  return Object.fromEntries(names.map((name) => [name, db.$client.prepare(`SELECT * FROM "${name}"`).all()]));
}
