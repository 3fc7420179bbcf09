import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/*
 * Runs one of our programs from dist/, built first when dist/ is not there or older than its sources:
 * `node main/start/launch.mjs PROGRAM flags…`. Plain JavaScript and nothing but Node, so that it also runs, and says
 * what is missing, on a Node that is too old for the rest.
 *
 * The station runs with a small young generation (--max-semi-space-size in package.json): while a district comes down,
 * the usual one lets rubbish pile up to 70 MB, and makes nothing faster.
 */

const root = dirname(dirname(import.meta.dirname ?? new URL('.', import.meta.url).pathname.slice(0, -1)));
const [program = 'start'] = process.argv.splice(2, 1);
/** Names the process that builds. */
const lock = join(root, 'build', 'building');
/** No build takes longer: whoever holds the lock after that has nothing to do with it. */
const BUILD_MS_MAX = 60_000;

if (Number(process.versions.node.split('.', 1)[0]) < 24) {
  stop(`Counterfoil needs Node 24 or newer, and this is ${process.versions.node}. Install one, or run it by npm.`);
}
if (!isBuilt()) await buildInTurn();
if (process.env.npm_lifecycle_event !== undefined) endWithParent();
await import(pathToFileURL(join(root, 'dist', `${program}.js`)).href);

/**
 * A signal to npm ends the shell between npm and this process, but does not come through to it. So it looks whether that
 * shell is still there, and if not ends itself as the signal would have.
 */
function endWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 100);
  watch.unref();
}

/** True when dist/ was built after the last change of anything that goes into it. */
function isBuilt() {
  try {
    const builtAt = Number(readFileSync(join(root, 'dist', 'built-at'), 'utf8'));
    const sources = ['main', 'renderer', 'db', 'printing'].map((folder) => join(root, folder));
    return sources.every((folder) => newest(folder) < builtAt) && changedAt(join(root, 'package-lock.json')) < builtAt;
  } catch {
    return false;
  }
}

/** The latest change of a folder or of anything in it, in milliseconds since 1970. */
function newest(folder) {
  let latest = changedAt(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : changedAt(path));
  }
  return latest;
}

function changedAt(path) {
  return statSync(path).mtimeMs;
}

/** Of several programs that start at once the first builds, and the others wait for it. */
async function buildInTurn() {
  for (const until = Date.now() + BUILD_MS_MAX; !takeLock() && Date.now() < until; ) {
    await sleep(100);
    if (isBuilt()) return;
  }
  const failed = isBuilt() ? false : !build();
  rmSync(lock, { force: true });
  if (failed) stop('The build failed; the lines above say where. Run npm ci, then try again.');
}

/** Takes the lock, also from a process that has ended. */
function takeLock() {
  mkdirSync(dirname(lock), { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isRunning(builder())) rmSync(lock, { force: true });
    return false;
  }
}

/** The process that the lock names; 0 when it has not said yet, or has just finished. */
function builder() {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isRunning(pid) {
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Builds in a process of its own: a station keeps nothing of the tools in memory, and its standard output stays clean. Answers whether it worked. */
function build() {
  process.stderr.write('Building Counterfoil, once after each change of its sources.\n');
  const built = spawnSync(process.execPath, [join(root, 'main', 'start', 'build.mjs')], { stdio: ['ignore', 2, 2] });
  return built.status === 0;
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
