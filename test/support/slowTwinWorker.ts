import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TwinFile } from '../../main/twin/twinFile.ts';

/*
 * The thread of a twin, in a folder that hangs as long as a file named `hangs` lies in it: whatever touches the twin comes
 * back only when that is gone, as with a network folder whose server is away.
 */

const sleeper = new Int32Array(new SharedArrayBuffer(4));
let folder = '';
function hang(): void {
  while (existsSync(join(folder, 'hangs'))) Atomics.wait(sleeper, 0, 0, 5);
}

const { open, append } = TwinFile.prototype;
TwinFile.prototype.open = function (path) {
  folder = dirname(path);
  hang();
  return open.call(this, path);
};
TwinFile.prototype.append = function (text) {
  hang();
  append.call(this, text);
};

await import('../../main/twin/twinWorker.ts');
