import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '#main/start/childProcess';

jest.setTimeout(30_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-child-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(source: string): string {
  const file = join(folder, 'program.cjs');
  writeFileSync(file, source);
  return file;
}

test('is ready at its JSON line, hands on what it says, and ends when told', async () => {
  const said: string[] = [];
  const child = startChild(
    program(`
      console.log('starting');
      console.error('flags ' + process.argv.slice(2).join(' '));
      // Before it says that it is ready: it may be told to end in the same moment.
      process.on('SIGTERM', () => { console.error('ending'); process.exit(0); });
      console.log(JSON.stringify({ url: 'http://127.0.0.1:7', more: true }));
      setInterval(() => {}, 1000);`),
    ['--port', '7'],
    (line) => said.push(line),
  );
  expect(await child.ready).toEqual({ url: 'http://127.0.0.1:7' });
  await child.stop();
  expect(said).toEqual(['flags --port 7', 'ending']);
});

test('a program that ends before it is ready is told, and stopping it again does no harm', async () => {
  const child = startChild(program('process.exit(3)'), [], () => {});
  await expect(child.ready).rejects.toThrow('ended before it was ready');
  await child.stop();
});

test('a program whose parent is gone can see it', async () => {
  const child = startChild(
    program(`
      process.on('disconnect', () => { console.error('alone'); process.exit(0); });
      console.log(JSON.stringify({ url: 'http://127.0.0.1:7' }));`),
    [],
    () => {},
  );
  await child.ready;
  await child.stop();
});

test('an embedded ledger does not see the database of a real one', async () => {
  process.env.DATABASE_URL = 'postgres://real';
  process.env.LEDGER_ADMIN_TOKEN = 'real';
  try {
    const said: string[] = [];
    const source = 'console.error(process.env.DATABASE_URL, process.env.LEDGER_ADMIN_TOKEN, typeof process.env.PATH)';
    const child = startChild(program(source), [], (line) => said.push(line));
    await expect(child.ready).rejects.toThrow();
    await child.stop();
    expect(said).toEqual(['undefined undefined string']);
  } finally {
    delete process.env.DATABASE_URL;
    delete process.env.LEDGER_ADMIN_TOKEN;
  }
});
