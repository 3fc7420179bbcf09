import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOfTwin } from '#main/start/twinPlace';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-place-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('where the second copy lies is said once, and holds for every start after it', () => {
  expect(placeOfTwin(folder, null)).toBeNull();
  expect(placeOfTwin(folder, '/mnt/second')).toBe('/mnt/second/twin.jsonl');
  expect(placeOfTwin(folder, null)).toBe('/mnt/second/twin.jsonl');
  expect(statSync(join(folder, 'twin-place.json')).mode & 0o777).toBe(0o600);
  expect(placeOfTwin(folder, '/mnt/third/w3.jsonl')).toBe('/mnt/third/w3.jsonl');
  expect(placeOfTwin(folder, null)).toBe('/mnt/third/w3.jsonl');
});

test('a folder that is said relative is one of where the program was started', () => {
  expect(placeOfTwin(folder, 'second')).toBe(join(process.cwd(), 'second', 'twin.jsonl'));
});

test('back beside the database, nothing is to be remembered', () => {
  placeOfTwin(folder, '/mnt/second');
  expect(placeOfTwin(folder, folder)).toBeNull();
  expect(placeOfTwin(folder, null)).toBeNull();
  expect(existsSync(join(folder, 'twin-place.json'))).toBe(false);
});

test('what is remembered and cannot be read is no reason to begin another copy somewhere else', () => {
  writeFileSync(join(folder, 'twin-place.json'), '{');
  expect(() => placeOfTwin(folder, null)).toThrow();
});
