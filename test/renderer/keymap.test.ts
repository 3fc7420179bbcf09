import { isAwake, isOurs, keymap, keysOf, rowOf, rowsOn, SCREENS } from '#renderer/keymap';
import { searchKeys } from '#renderer/screens/counter/find/useSearch';

test.each(SCREENS)('on %s no key means two things', (screen) => {
  const keys = rowsOn(screen).flatMap((row) => (row.keys && !('told' in row && row.told) ? [row.keys] : []));
  expect(keys).toEqual([...new Set(keys)]);
});

test('no key is taken that Chromium keeps for itself', () => {
  const kept = ['F5', 'F11', 'Ctrl+N', 'Ctrl+T', 'Ctrl+W'];
  expect(keymap.filter((row) => row.keys && kept.includes(row.keys))).toEqual([]);
});

test.each([
  [{ key: 'Escape' }, 'Esc'],
  [{ key: 'Delete' }, 'Del'],
  [{ key: 'Enter', ctrlKey: true }, 'Ctrl+Enter'],
  [{ key: 'k', ctrlKey: true }, 'Ctrl+K'],
  [{ key: 'p', metaKey: true }, 'Ctrl+P'],
  [{ key: '/' }, '/'],
  [{ key: 'F8' }, 'F8'],
  [{ key: 'F3', shiftKey: true }, 'Shift+F3'],
  [{ key: '*', shiftKey: true }, '*'],
  [{ key: 'K', ctrlKey: true, shiftKey: true }, 'Ctrl+K'],
])('%j is written %s', (pressed, written) => {
  expect(keysOf({ ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...pressed })).toBe(written);
});

test('a screen’s own meaning goes before the one of everywhere', () => {
  expect(rowOf('void', 'Esc')?.label).toBe('Do not void');
  expect(rowOf('counter', 'Esc')?.label).toBe('Back one step');
});

test('keys of other screens are ours too, so that the browser never acts on them', () => {
  expect(isOurs('F3')).toBe(true);
  expect(isOurs('F9')).toBe(true);
  expect(isOurs('F11')).toBe(false);
});

describe('bug: a search tells only the keys that do something with what it found', () => {
  const one = { found: 1, chosen: { accountNumber: '40-11872-03' } as never };
  test.each([
    ['nothing', { found: 0, chosen: null }, []],
    ['an item', { found: 1, chosen: null }, []],
    ['one account', one, ['charge']],
    ['many accounts', { ...one, found: 9 }, ['account', 'charge']],
  ])('%s', (_, search, told) => {
    const rows = rowsOn('find').filter((row) => row.told && isAwake(searchKeys(search), row));
    expect(rows.map((row) => row.id)).toEqual(told);
  });
});

test('bug: another supervisor is one key away where a slip is printed again, too', () => {
  expect(rowOf('reprint', 'F2')?.id).toBe('supervisor');
});

describe('bug: some keys of the office were dead or untold on some of its screens', () => {
  const keys = [
    ...([
      ['safe', 'Shift+F9', 'safe'],
      ['batches', 'Shift+F6', 'batches'],
      ['deposits', 'Shift+F2', 'deposits'],
    ] as const),
    ...([
      ['day', 'Shift+F1', 'theDay'],
      ['reports', 'Shift+F4', 'reports'],
      ['ledgerOut', 'Shift+F11', 'ledgerOut'],
    ] as const),
  ];
  test.each(keys)('on %s', (screen) => {
    for (const [other, pressed, id] of keys.filter(([one]) => one !== screen))
      expect([other, rowOf(screen, pressed)]).toEqual([
        other,
        expect.objectContaining({ id, bar: true, office: true }),
      ]);
  });
});

test('bug: what stands with its key where it is done stood in the key bar as well', () => {
  const bar = rowsOn('safe').filter((row) => row.bar && !row.office);
  expect(bar.map(({ id }) => id)).toEqual(['handoff', 'back']);
});
