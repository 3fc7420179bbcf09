import { zoneWhereTwice } from '#domain/clockTwice';

const HALF_HOUR = 1_800_000;

/** Names of the zone from half past midnight on, every half hour, as clocks go by there. */
function night(timeZone: string, from: string, halves: number): string[] {
  return Array.from({ length: halves }, (_, at) => zoneWhereTwice(Date.parse(from) + at * HALF_HOUR, timeZone));
}

test('an hour that comes twice names its zone both times, and nothing before or after it does', () => {
  // 00:30, 01:00, 01:30, then 01:00 and 01:30 again, 02:00, 02:30.
  expect(night('America/Los_Angeles', '2026-11-01T00:30-07:00', 7)).toEqual([
    '',
    ' PDT',
    ' PDT',
    ' PST',
    ' PST',
    '',
    '',
  ]);
  const last = Date.parse('2026-11-01T10:00Z') - 1;
  expect([last, last + 1].map((at) => zoneWhereTwice(at, 'America/Los_Angeles'))).toEqual([' PST', '']);
});

test('an hour that is left out, and any other night, name none', () => {
  expect(new Set(night('America/Los_Angeles', '2026-03-08T00:00-08:00', 12))).toEqual(new Set(['']));
  expect(new Set(night('America/Los_Angeles', '2026-11-23T00:00-08:00', 48))).toEqual(new Set(['']));
  expect(new Set(night('UTC', '2026-11-01T00:00Z', 48))).toEqual(new Set(['']));
});

test('clocks that go back by half an hour, and those that do so at another hour of the world', () => {
  expect(night('Australia/Lord_Howe', '2026-04-05T01:00+11:00', 5).map((name) => name !== '')).toEqual([
    ...[false, true, true, false, false],
  ]);
  expect(night('Pacific/Auckland', '2026-04-05T01:30+13:00', 6).map((name) => name !== '')).toEqual([
    ...[false, true, true, true, true, false],
  ]);
});
