import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PLANTED } from './planted.ts';

/*
 * Loaded before a station (`node --import test/crash/plant.ts …`), plants the bug that COUNTERFOIL_PLANTED names. Only tests
 * load it: the product has no such switch.
 */

const ROOT = join(import.meta.dirname, '..', '..');
const name = process.env.COUNTERFOIL_PLANTED;
const bug = PLANTED.find((one) => one.name === name);
if (!bug) throw new Error(`there is no bug to plant that is called ${name}`);

registerHooks({
  load(url, context, nextLoad) {
    const changes = bug.changes.filter(({ file }) => pathToFileURL(join(ROOT, file)).href === url);
    if (changes.length === 0) return nextLoad(url, context);
    let source = readFileSync(fileURLToPath(url), 'utf8');
    for (const { file, find, put } of changes) {
      if (source.split(find).length !== 2) throw new Error(`${file} does not have once what ${name} changes: ${find}`);
      source = source.replace(find, () => put);
    }
    return { format: 'module-typescript', source, shortCircuit: true };
  },
});
