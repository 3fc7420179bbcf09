import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';

/** One file of ours: its path from the top, and its text. */
export type Source = { path: string; text: string };

const FOLDERS = ['main', 'renderer', 'db', 'printing', 'test'];

/** Every TypeScript file of the project, tests included. */
export function allSources(): Source[] {
  return FOLDERS.flatMap((folder) => filesIn(folder))
    .filter((path) => /\.(ts|tsx|mts)$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** Every file below a folder, by its path from the top. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.name === 'node_modules') return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

const ALIASES = (JSON.parse(readFileSync('package.json', 'utf8')) as { imports: Record<string, string> }).imports;

/**
 * What a file imports: files of ours by their path from the top, packages by their name (`node:fs`, `drizzle-orm/pg-core`).
 * Types count too: what one knows of the other is a dependency, whatever is left of it at run time.
 */
export function importsOf(source: Source): string[] {
  const found = source.text.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)'([^'\n]+)'/g);
  return [...new Set([...found].map(([, specifier = '']) => resolved(source.path, specifier)))];
}

function resolved(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(from), specifier));
  if (!specifier.startsWith('#')) return specifier;
  for (const [alias, target] of Object.entries(ALIASES)) {
    const [before = '', after = ''] = alias.split('*');
    if (specifier.startsWith(before) && specifier.endsWith(after)) {
      const middle = specifier.slice(before.length, specifier.length - after.length);
      const path = posix.normalize(target.replace('*', middle));
      if (!path.endsWith('.tsx.ts')) return path;
    }
  }
  throw new Error(`${from} imports ${specifier}, which package.json does not know`);
}
