import { paperPrinter } from '#printing/printers/paperPrinter';
import type { Slip } from '#printing/slip';

const slip: Slip = { title: 'x', rows: [{ row: 'text', text: 'Hale, Dorothea' }], banners: [], qr: null };

test('keeps the last fifty slips, the latest first, as they were printed', async () => {
  let now = 100;
  const paper = paperPrinter(() => now++);
  expect(await paper.status()).toBe('ready');
  for (let job = 1; job <= 52; job += 1) {
    expect(await paper.print({ job, slip, kick: job === 52 })).toMatchObject({ outcome: 'printed' });
  }
  const slips = paper.slips();
  expect(slips).toHaveLength(50);
  expect(slips[0]).toEqual({ job: 52, printedAt: 151, rows: ['Hale, Dorothea'], kicked: true });
  expect(slips.at(-1)?.job).toBe(3);
});
