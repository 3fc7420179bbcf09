import { createEar } from '#renderer/scanner';

/** Feeds keys so many milliseconds apart and says what the last one meant. */
function hear(keys: readonly string[], gapMs: number) {
  const ear = createEar();
  let at = 1_000;
  return keys.map((key) => {
    at += gapMs;
    return ear.hear(key, at);
  });
}

const LINE = '401187203';

test('a burst that ends in Enter is a scan', () => {
  expect(hear([...LINE, 'Enter'], 8).at(-1)).toEqual({ heard: 'scan', text: LINE });
});

test('capitals come with Shift between, and do not break a burst', () => {
  expect(hear(['Shift', 'W', '3', '-', '0', '0', '0', '4', 'Enter'], 8).at(-1)).toEqual({
    heard: 'scan',
    text: 'W3-0004',
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
