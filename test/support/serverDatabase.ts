import { randomBytes } from 'node:crypto';

/** A real server to test on as well, by a superuser's address; empty when there is none. */
export const TEST_DATABASE_URL = process.env.TEST_DATABASE_URL ?? '';

/** Makes an empty database on the real server; `drop` throws out whoever is still connected to it. */
export async function createServerDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onAdministration(`CREATE DATABASE ${name}`);
  const url = new URL(TEST_DATABASE_URL);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onAdministration(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function onAdministration(statement: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: TEST_DATABASE_URL });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
