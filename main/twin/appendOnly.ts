import { closeSync, fdatasyncSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainTrouble } from '#main/trouble';

/**
 * A file that is only ever added to, held open. Whatever fails leaves its end unknown: it is opened anew then, and cut to
 * where it was last known to be on the disk.
 */
export class AppendOnly {
  readonly #fd: number;
  /** Which file of its disk it is. */
  readonly inode: number;
  #end: number;

  /** Opens a file, or makes one that its user alone may read. */
  constructor(path: string) {
    this.#fd = openSync(path, 'a+', 0o600);
    const stat = fstatSync(this.#fd);
    this.inode = stat.ino;
    this.#end = stat.size;
    if (stat.isFile()) return;
    closeSync(this.#fd);
    throw new PlainTrouble(`${path} is no file. Give --twin a folder, or the name of a file in one.`);
  }

  /** Bytes from its beginning up to its end. */
  get end(): number {
    return this.#end;
  }

  /** Adds text, and comes back when it is on the disk. */
  append(text: string): void {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#fd, bytes, done);
    fdatasyncSync(this.#fd);
    this.#end += bytes.length;
  }

  /** So many bytes from a place on, or what there is of them. */
  read(from: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.#end - from)));
    let done = 0;
    while (done < bytes.length) {
      const read = readSync(this.#fd, bytes, done, bytes.length - done, from + done);
      if (read === 0) break;
      done += read;
    }
    return bytes.subarray(0, done);
  }

  /** Cuts off what was not written whole. */
  cut(end: number): void {
    if (end >= this.#end) return;
    ftruncateSync(this.#fd, end);
    fdatasyncSync(this.#fd);
    this.#end = end;
  }

  close(): void {
    closeSync(this.#fd);
  }
}

/** Makes a new, renamed or moved file of a folder last through a power cut, where the system can do that. */
export function syncFolderOf(path: string): void {
  try {
    const fd = openSync(dirname(path), 'r');
    fsyncSync(fd);
    closeSync(fd);
  } catch {
    // Windows opens no folder; it writes them through by itself.
  }
}
