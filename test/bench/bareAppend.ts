import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';

/** The other half of the floor: a line of that many bytes, added to a file and forced to the disk. */
export function bareAppend(file: string): { add(bytes: number): void; close(): void } {
  const descriptor = openSync(file, 'a');
  return {
    add(bytes) {
      writeSync(descriptor, Buffer.alloc(bytes, 0x20));
      fdatasyncSync(descriptor);
    },
    close: () => closeSync(descriptor),
  };
}
