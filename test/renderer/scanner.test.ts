import { createEar } from '#renderer/scanner';

/** Feeds keys so many milliseconds apart, a pause before some, and says what the last one meant. */
function hear(keys: readonly string[], gapMs: number, pauses: Readonly<Record<number, number>> = {}) {
  const ear = createEar();
  let at = 1_000;
  return keys.map((key, place) => {
    at += pauses[place] ?? gapMs;
    return ear.hear(key, at);
  });
}

const LINE = '401187203';

test('a burst that ends in Enter is a scan', () => {
  expect(hear([...LINE, 'Enter'], 8).at(-1)).toEqual({ heard: 'scan', text: LINE, runs: 1 });
});

test('capitals come with Shift between, and do not break a burst', () => {
  expect(hear(['Shift', 'W', '3', '-', '0', '0', '0', '4', 'Enter'], 8).at(-1)).toEqual({
    heard: 'scan',
    text: 'W3-0004',
    runs: 1,
  });
});

test.each([
  ['a hand is slower', [...LINE, 'Enter'], 30],
  ['five characters are no scan', [...'12345', 'Enter'], 5],
  ['a key that writes nothing ends the run', [...'123', 'Tab', ...'45', 'Enter'], 5],
])('%s', (_, keys, gapMs) => {
  expect(hear(keys, gapMs).at(-1)).toEqual({ heard: 'other' });
});

test('each run begins where the field must be put back to', () => {
  expect(hear([...'12'], 8).map((heard) => heard.heard)).toEqual(['first', 'more']);
  expect(hear([...'12'], 80).map((heard) => heard.heard)).toEqual(['first', 'first']);
});

const BILL = '401187203000086403001234567890123456789012';

test.each([45, 100, 149])('a pause of %i ms at any place of a bill line loses nothing of it', (pause) => {
  for (let place = 1; place <= BILL.length; place++) {
    const runs = place < 3 ? 2 : 1;
    expect(hear([...BILL, 'Enter'], 8, { [place]: pause }).at(-1)).toEqual({ heard: 'scan', text: BILL, runs });
  }
});

test('several pauses in one burst lose nothing of it, and it begins where its first character came', () => {
  const heard = hear([...BILL, 'Enter'], 8, { 5: 45, 20: 120, 30: 60 });
  expect(heard.at(-1)).toEqual({ heard: 'scan', text: BILL, runs: 1 });
  expect(heard.filter(({ heard }) => heard === 'first')).toHaveLength(1);
});

test('what a hand typed before it took the scanner stays where it was typed', () => {
  const heard = hear([...'2040', ...BILL, 'Enter'], 8, { 1: 80, 2: 80, 3: 80, 4: 200 });
  expect(heard.at(-1)).toEqual({ heard: 'scan', text: BILL, runs: 1 });
  const nearer = hear([...'20', ...BILL, 'Enter'], 8, { 1: 80, 2: 100 });
  expect(nearer.at(-1)).toEqual({ heard: 'scan', text: BILL, runs: 1 });
});

test.each([60, 80, 100, 120])('ten keys struck by hand %i ms apart are no scan', (gapMs) => {
  expect(hear([...'1234567.89', 'Enter'], gapMs).at(-1)).toEqual({ heard: 'other' });
});

test.each([
  ['two keys of a hand fall together', { 2: 15, 5: 15, 7: 15 }],
  ['three keys of a hand fall together, once', { 2: 15, 3: 15 }],
])('%s, and it is no scan', (_, pauses) => {
  expect(hear([...'1234567.89', 'Enter'], 80, pauses).at(-1)).toEqual({ heard: 'other' });
});
