import { lookAtJournal } from '#db/station/soundness';
import { createStation } from '../support/station.ts';

test('bug: the look at the last entries reads no table from its beginning', async () => {
  const station = await createStation({ accounts: [] });
  const ortiz = await station.signedIn('m.ortiz');
  await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } });
  const { look } = station;
  const prepare = jest.spyOn(look.$client, 'prepare');
  expect(lookAtJournal(look, 0, 500)).toEqual({ through: 1 });
  const asked = prepare.mock.calls.map(([sql]) => sql);
  prepare.mockRestore();
  expect(asked.length).toBeGreaterThan(0);
  for (const sql of asked) {
    const values = Array.from({ length: sql.split('?').length - 1 }, () => 1);
    const steps = look.$client.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    // A scan that stops at its limit goes by the primary key, from where it was told.
    for (const { detail } of steps) if (!sql.includes('limit ?')) expect(detail).not.toMatch(/^SCAN/);
  }
  await station.close();
});
