import { momentAt, timeAt } from '#printing/when';

const zone = 'America/Los_Angeles';

test('bug: the hour that comes twice when clocks go back could not be told apart on slips', () => {
  const [summer, winter] = [Date.parse('2026-11-01T08:30Z'), Date.parse('2026-11-01T09:30Z')];
  expect([summer, winter].map((at) => timeAt(at, zone))).toEqual(['01:30 PDT', '01:30 PST']);
  expect(momentAt(winter, zone)).toBe('Nov 1, 2026 01:30 PST');
  expect(momentAt(Date.parse('2026-11-01T10:30Z'), zone)).toBe('Nov 1, 2026 02:30');
});
