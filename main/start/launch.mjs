import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/*
 * Runs one of our programs from dist/, built first when dist/ is not there or older than its sources:
 * `node main/start/launch.mjs PROGRAM flags…`. Plain JavaScript and nothing but Node, so that it also runs, and says
 * what is missing, on a Node that is too old for the rest.
 */

const root = dirname(dirname(import.meta.dirname ?? new URL('.', import.meta.url).pathname.slice(0, -1)));
const [program = 'start'] = process.argv.splice(2, 1);

if (Number(process.versions.node.split('.', 1)[0]) < 24) {
  stop(`Counterfoil needs Node 24 or newer, and this is ${process.versions.node}. Install one, or run it by npm.`);
}
if (!isBuilt()) build();
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

/** Builds in a process of its own: a station keeps nothing of the tools in memory, and its standard output stays clean. */
function build() {
  process.stderr.write('Building Counterfoil, once after each change of its sources.\n');
  const built = spawnSync(process.execPath, [join(root, 'main', 'start', 'build.mjs')], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) stop('The build failed; the lines above say where. Run npm ci, then try again.');
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
