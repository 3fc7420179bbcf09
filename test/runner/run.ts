import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '#main/start/browser';
import { mayTrace } from '#test/support/mayTrace';
import { type Cluster, postgresPrograms, startPostgres } from '#test/support/postgres';
import { fakeTimeLibrary } from '../crash/fakeTime.ts';
import { type JestResult, lastLines, type Part, tally } from './tally.ts';

/*
 * `npm test`: types, lint, build, and every test whose parts are on this machine. What is left out is named in the last
 * lines; with CI=true leaving something out is a failure.
 */

/** No check says more (bytes). */
const SAID_MAX = 16_000_000;
const PROJECTS = ['pure', 'station', 'ledger', 'screen'];
const scratch = mkdtempSync(join(tmpdir(), 'counterfoil-test-'));
const env: NodeJS.ProcessEnv = { ...process.env };

/** Runs one of the checks, beside the others; what it says stands together. */
function check(name: string, ...command: [string, ...string[]]): Promise<boolean> {
  const began = performance.now();
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env, maxBuffer: SAID_MAX }, (error, out, wrong) => {
      process.stdout.write(`${out}${wrong}${name}: ${error ? 'FAILED' : 'fine'} (${seconds(began)})\n`);
      resolve(error === null);
    });
  });
}

/** Runs jest's projects. A run that leaves no result behind counts as one file that could not run. */
function runJest(projects: string[], ...flags: string[]): JestResult {
  const outputFile = join(scratch, 'result.json');
  // Each file loads PGlite anew and runs it for a second or two: to make its code faster meanwhile costs more than it gains.
  const flagsOfNode = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--liftoff-only'];
  const node = [...flagsOfNode, 'node_modules/jest/bin/jest.js'];
  const jest = ['--selectProjects', ...projects, '--passWithNoTests', '--json', `--outputFile=${outputFile}`, ...flags];
  const { signal } = spawnSync(process.execPath, [...node, ...jest], { stdio: ['inherit', 'ignore', 'inherit'], env });
  if (signal !== null) throw new Error(`stopped by ${signal}`);
  try {
    return JSON.parse(readFileSync(outputFile, 'utf8')) as JestResult;
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1, testResults: [] };
  }
}

function findParts(): Part[] {
  env.TEST_CHROMIUM ??= findBrowser({ platform: process.platform, env: process.env }) ?? '';
  return [
    {
      name: 'Chromium',
      isThere: env.TEST_CHROMIUM !== '',
      without: 'the journeys in test/page: no browser of the Chromium family is installed',
    },
    {
      name: 'PostgreSQL',
      isThere: env.TEST_DATABASE_URL !== undefined || postgresPrograms() !== null,
      without: 'the tests on a real PostgreSQL server: it is not installed',
    },
    {
      name: 'strace',
      isThere: mayTrace(),
      without: 'the power cuts and disk faults in test/crash: strace is not installed, or may not trace',
    },
    {
      name: 'libfaketime',
      isThere: fakeTimeLibrary() !== null,
      without: 'the clock jumps in test/crash: libfaketime is not installed',
    },
  ];
}

const seconds = (began: number) => `${((performance.now() - began) / 1000).toFixed(1)} s`;

async function run(): Promise<number> {
  const [types, lint, build] = await Promise.all([
    check('types', 'node_modules/typescript/bin/tsc'),
    check('lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
    check('build', 'main/start/build.mjs'),
  ]);
  const checks = { types, lint, build };
  const parts = findParts();
  let cluster: Cluster | null = null;
  let result: JestResult;
  try {
    if (env.TEST_DATABASE_URL === undefined && parts.every(({ name, isThere }) => name !== 'PostgreSQL' || isThere)) {
      cluster = await startPostgres();
      env.TEST_DATABASE_URL = cluster.url;
    }
    const projects = env.TEST_CHROMIUM === '' ? PROJECTS : [...PROJECTS, 'page'];
    // A journey waits more than it works, so that three share two cores well. One that broke may leave a program running,
    // which must not keep the whole run waiting for it.
    result = runJest(projects, '--maxWorkers=3', '--forceExit');
  } finally {
    cluster?.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
  const counted = tally(checks, [result], parts, process.env.CI === 'true');
  process.stdout.write(`${lastLines(counted).join('\n')}\n`);
  return counted.failed === 0 ? 0 : 1;
}

// Ctrl-C ends jest; this process then still has to stop what it started.
process.on('SIGINT', () => {});
process.exitCode = await run();
