import { copyFileSync, cpSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';

/*
 * Builds everything to dist/. It is made beside and put in its place whole, so that a build which is cut off leaves the one
 * before, and programs that run keep the files that they began with.
 */

const root = dirname(dirname(import.meta.dirname));
const next = join(root, 'build', `dist-${process.pid}`);
const dist = join(root, 'dist');

try {
  mkdirSync(next, { recursive: true });
  const startedAt = statSync(next).mtimeMs;
  for (const mode of ['programs', 'preload', 'verify']) await make(join(root, 'main', 'vite.config.mts'), mode, next);
  await make(join(root, 'renderer', 'vite.config.mts'), 'production', join(next, 'page'));
  copyFonts();
  await packBlankDatabase();
  // Older than any change made while the build ran, so that such a change is not overlooked.
  writeFileSync(join(next, 'built-at'), String(startedAt));
  replace();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(next, { recursive: true, force: true });
}

async function make(configFile, mode, outDir) {
  await build({ configFile, configLoader: 'native', mode, logLevel: 'warn', build: { outDir, emptyOutDir: false } });
}

/** The fonts of printed documents, which the PDF embeds. */
function copyFonts() {
  const from = join(root, 'node_modules', 'dejavu-fonts-ttf');
  mkdirSync(join(next, 'fonts'));
  for (const file of [
    'ttf/DejaVuSansMono.ttf',
    'ttf/DejaVuSansMono-Bold.ttf',
    'ttf/DejaVuSansCondensed.ttf',
    'ttf/DejaVuSansCondensed-Bold.ttf',
    'LICENSE',
  ]) {
    copyFileSync(join(from, file), join(next, 'fonts', file.split('/').at(-1)));
  }
}

/**
 * A database with nothing in it, for the embedded ledger: each new one begins as its copy. To make one takes seconds, and
 * nothing of it depends on our sources, so the one of the last build is kept until the packages change.
 */
async function packBlankDatabase() {
  const name = 'blank-database.tar.gz';
  const last = statSync(join(dist, name), { throwIfNoEntry: false });
  if (last && last.mtimeMs > statSync(join(root, 'package-lock.json')).mtimeMs) {
    cpSync(join(dist, name), join(next, name), { preserveTimestamps: true });
    return;
  }
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create();
  const packed = await database.dumpDataDir('gzip');
  await database.close();
  writeFileSync(join(next, name), Buffer.from(await packed.arrayBuffer()));
}

/** Puts the new build in its place. Another build may do the same at this moment; the later one stays. */
function replace(triesLeft = 10) {
  const old = join(root, 'build', `old-${process.pid}-${triesLeft}`);
  try {
    renameSync(dist, old);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  try {
    renameSync(next, dist);
  } catch (error) {
    if (triesLeft === 0 || !/^(?:ENOTEMPTY|EEXIST|EPERM)$/.test(error.code)) throw error;
    replace(triesLeft - 1);
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}
