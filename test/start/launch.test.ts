import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/* The launcher in a checkout of its own, with a build that only notes that it ran. */

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'counterfoil-launch-'));
  for (const folder of ['main/start', 'renderer', 'db', 'printing']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'package-lock.json'), '{}');
  copyFileSync('main/start/launch.mjs', join(root, 'main', 'start', 'launch.mjs'));
});
afterEach(() => rmSync(root, { recursive: true }));

function withBuild(work: string): void {
  writeFileSync(
    join(root, 'main', 'start', 'build.mjs'),
    `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
    const root = ${JSON.stringify(root)};
    appendFileSync(root + '/builds', 'x');
    ${work}
    await new Promise((resolve) => setTimeout(resolve, 500));
    mkdirSync(root + '/dist', { recursive: true });
    writeFileSync(root + '/dist/hello.js', 'console.log("hello");');
    writeFileSync(root + '/dist/built-at', String(Date.now()));`,
  );
}

async function launch(): Promise<{ code: number; out: string }> {
  const child = spawn(process.execPath, [join(root, 'main', 'start', 'launch.mjs'), 'hello']);
  let out = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.resume();
  const [code] = (await once(child, 'close')) as [number];
  return { code, out };
}

const builds = () => readFileSync(join(root, 'builds'), 'utf8').length;
const lock = () => join(root, 'build', 'building');

test('of several programs that start at once one builds and the others wait for it', async () => {
  withBuild('');
  const ended = await Promise.all([launch(), launch(), launch()]);
  expect(ended).toEqual(Array(3).fill({ code: 0, out: 'hello\n' }));
  expect(builds()).toBe(1);
  expect(existsSync(lock())).toBe(false);
  await launch();
  expect(builds()).toBe(1);
});

test('a lock that a killed build left is taken over', async () => {
  withBuild('');
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'close');
  mkdirSync(join(root, 'build'));
  writeFileSync(lock(), String(gone.pid));
  expect(await launch()).toEqual({ code: 0, out: 'hello\n' });
  expect(existsSync(lock())).toBe(false);
});

test('a build that fails leaves no lock, and the next program tries again', async () => {
  withBuild('process.exit(1);');
  expect((await launch()).code).toBe(1);
  expect((await launch()).code).toBe(1);
  expect(builds()).toBe(2);
  expect(existsSync(lock())).toBe(false);
});
