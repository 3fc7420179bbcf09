import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { filesIn } from './sources.ts';

type Lock = { packages: Record<string, Package> };
type Package = {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};
const own = JSON.parse(readFileSync('package.json', 'utf8')) as Package & {
  jest: { projects: { displayName: string; testMatch: string[] }[] };
};
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

/** What the project consists of, as git knows it. */
const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');

test('at the top is what the customer fixed, and what a tool insists on', () => {
  const top = [...new Set(tracked.map((path) => path.split('/')[0]))];
  const fixed = ['main', 'renderer', 'db', 'printing', 'test', 'electron-builder.yml', 'package.json', 'tsconfig.json'];
  const tools = ['.ci', '.gitignore', '.npmrc', 'biome.json', 'package-lock.json', 'LICENSE', 'CHANGELOG.md'];
  expect(top.filter((name) => ![...fixed, 'README.md', ...tools].includes(String(name)))).toEqual([]);
});

test('no file names a package registry or a folder of one machine', () => {
  const own = ['test', 'style', 'tree.test.ts'].join('/');
  const foreign = /registry\.(?:npmjs|yarnpkg|npmmirror)|\/(?:root|work)\/[a-z]|\/tmp\/[a-z]+[._-]?jobs/;
  const readable = tracked.filter((path) => path !== own && !/\.(?:png|woff2|ttf|ico)$/.test(path));
  expect(readable.filter((path) => foreign.test(readFileSync(path, 'utf8')))).toEqual([]);
});

test('every test belongs to a project of jest', () => {
  const folders = own.jest.projects.flatMap(({ testMatch }) => testMatch).flatMap(foldersOf);
  const tests = filesIn('test').filter((path) => /\.test\.tsx?$/.test(path));
  expect(tests.filter((path) => !folders.some((folder) => path.startsWith(`test/${folder}/`)))).toEqual([]);
});

/** `<rootDir>/test/{a,b}/**` → a, b */
function foldersOf(pattern: string): string[] {
  return (/test\/\{?([^}/]+)\}?\//.exec(pattern)?.[1] ?? '').split(',');
}

describe('the lock file', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

  test('does not name where packages came from, and vouches for each', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(packages.filter(([, { integrity, link }]) => !integrity && !link).map(([path]) => path)).toEqual([]);
  });

  test('is complete: also the packages of other machines than this one', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !isThere(path, name))
        .map((name) => `${path || 'counterfoil'} needs ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('agrees with package.json, which pins every version', () => {
    const named = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies };
    const wrong = Object.entries(named).filter(
      ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
    );
    expect(wrong).toEqual([]);
  });

  /** Looks where Node would: inside the package that needs it, then further up. */
  function isThere(path: string, name: string): boolean {
    const trail = path === '' ? [] : path.slice('node_modules/'.length).split('/node_modules/');
    return [...trail, ''].some((_, up) => {
      const at = [...trail.slice(0, trail.length - up), name].map((step) => `node_modules/${step}`).join('/');
      return at in lock.packages;
    });
  }
});
