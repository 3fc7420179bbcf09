import { Rates } from '#main/ledger/rates';
import { backOff } from '#main/sync/backOff';

test('so many at once, then as many as time brings, each name by itself', () => {
  const rates = new Rates({ atOnce: 3, perSecond: 2 });
  const takes = (name: string, now: number, times: number) =>
    Array.from({ length: times }, () => rates.take(name, now));
  expect(takes('W3', 0, 4)).toEqual([0, 0, 0, 1]);
  expect(takes('W4', 0, 1)).toEqual([0]);
  expect(takes('W3', 1_000, 3)).toEqual([0, 0, 1]);
  // Nothing is saved up beyond what goes at once.
  expect(takes('W3', 3_600_000, 4)).toEqual([0, 0, 0, 1]);
});

test('a clock that is put back locks nobody out', () => {
  const rates = new Rates({ atOnce: 1, perSecond: 1 });
  const month = 30 * 86_400_000;
  expect([rates.take('W3', month), rates.take('W3', 0), rates.take('W3', 1_000)]).toEqual([0, 1, 0]);
});

test('names that nobody can know do not fill the memory', () => {
  const rates = new Rates({ atOnce: 1, perSecond: 1 });
  for (let name = 0; name < 30_000; name++) rates.take(`address ${name}`, 0);
  // The first was forgotten, the last is remembered.
  expect([rates.take('address 29999', 0), rates.take('address 0', 0)]).toEqual([1, 0]);
});

test('who waits after a failure waits by chance, between half and all of a time that doubles up to twenty seconds', () => {
  const least = () => new Uint8Array([0]);
  const most = () => new Uint8Array([255]);
  expect([1, 2, 5, 6, 50].map((failures) => backOff(failures, least))).toEqual([500, 1_000, 8_000, 10_000, 10_000]);
  expect(backOff(1, most)).toBe(998);
  expect(backOff(50, most)).toBe(19_961);
});
