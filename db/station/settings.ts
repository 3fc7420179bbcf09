import { eq } from 'drizzle-orm';
import type * as z from 'zod';
import type { StationDb } from './open.ts';
import { settings } from './schema.ts';

/** A setting of this station alone, read through its schema; null when it was never set. */
export function setting<T extends z.ZodType>(db: StationDb, name: string, schema: T): z.output<T> | null {
  const row = db.select().from(settings).where(eq(settings.name, name)).get();
  return row ? schema.parse(JSON.parse(row.value)) : null;
}

export function storeSetting(db: StationDb, name: string, value: unknown): void {
  const text = JSON.stringify(value);
  db.insert(settings)
    .values({ name, value: text })
    .onConflictDoUpdate({ target: settings.name, set: { value: text } })
    .run();
}

export function forgetSetting(db: StationDb, name: string): void {
  db.delete(settings).where(eq(settings.name, name)).run();
}
