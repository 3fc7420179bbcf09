import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type StationDb, writing } from '#db/station/open';
import { PlainTrouble } from '#main/trouble';
import { putBackLines } from '#main/twin/recovery';
import { markOf, TwinFile } from '#main/twin/twinFile';

const LINE_END = 0x0a;

/**
 * Fills an empty database from a second copy: every entry of every epoch, and every row that they make. Answers how many entries.
 * All of it or nothing: a part of it would be taken for the whole by the next try. Nobody else waits for this database.
 * @param twin a copy of the file: where its last line was torn, that is cut off
 * @throws PlainTrouble where a line of it is not what was written, with how far it can be read
 */
export function fillFrom(db: StationDb, twin: string): number {
  const file = new TwinFile();
  try {
    const { size } = statSync(twin);
    const isWhole = lastByteOf(twin, size) === LINE_END;
    file.open(twin);
    // One that was cut short in the middle of a line was never told as recorded. A whole one that is not what was written was.
    const hasLost = isWhole && statSync(twin).size < size;
    return writing(db, (tx) => {
      let entries = 0;
      for (let at = 0; ; ) {
        const { lines, next, isDamaged } = file.read(at);
        putBackLines(tx, lines);
        entries += lines.filter((line) => markOf(line)).length;
        if (isDamaged || (hasLost && next === at))
          throw new PlainTrouble(
            `The second copy is damaged behind entry ${entries}. Nothing was enrolled; keep the file as it is and call for help.`,
          );
        if (next === at) return entries;
        at = next;
      }
    });
  } finally {
    file.close();
  }
}

function lastByteOf(path: string, size: number): number | undefined {
  const descriptor = openSync(path, 'r');
  try {
    const byte = Buffer.alloc(1);
    return size > 0 && readSync(descriptor, byte, 0, 1, size - 1) === 1 ? byte[0] : undefined;
  } finally {
    closeSync(descriptor);
  }
}
