import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppendOnly, syncFolderOf } from './appendOnly.ts';
import { quarantine } from './quarantine.ts';
import { readLine, type TwinLine } from './twinLine.ts';

/** An entry by its place in the chain. */
export type Mark = { district: string; series: string; epoch: number; sequence: number; hash: string };

/** Where a twin ends. */
export type Tail = {
  /** Its last entry, or null where it has none. */
  last: Mark | null;
  /** Who it belongs to, as far as it says. */
  owner: { district: string; series: string; epoch: number } | null;
  /** A line that is not the last one is not what was written. */
  isDamaged: boolean;
};

/** Where an entry stands in the file: `after` is the byte where the next line begins. */
export type Found = { hash: string; after: number };

/** Lines in order, and the byte where to go on; `isDamaged`: what comes next is not what was written. */
export type Page = { lines: TwinLine[]; next: number; isDamaged: boolean };

const CHUNK = 64 * 1024;
/** Bytes of lines that are read at once. */
const PAGE_BYTES = 4 * 1024 * 1024;
/** No line is longer: the text of an entry, twice escaped, and its reply. */
const LINE_BYTES_MAX = 16 * 1024 * 1024;
const LINE_END = 0x0a;

/**
 * The file work of a twin, in whichever thread it is done: all of it blocks, so a folder that hangs hangs this and nothing
 * else. One file at a time.
 */
export class TwinFile {
  #file: AppendOnly | null = null;
  /** Up to where a file is known to be on its disk. What was to follow and failed may only seem to be there. */
  #known = { inode: -1, end: 0 };

  /** Opens the twin, or makes it, and cuts off a last line that was torn. */
  open(path: string): Tail {
    this.close();
    const isNew = !existsSync(path);
    const file = new AppendOnly(path);
    this.#file = file;
    if (isNew) syncFolderOf(path);
    if (file.inode === this.#known.inode) file.cut(this.#known.end);
    const tail = tailOf(file);
    this.#known = { inode: file.inode, end: file.end };
    return tail;
  }

  /** Adds lines, and comes back when they are on the disk. What fails closes the file: its end is not known then. */
  append(text: string): void {
    const file = this.#opened;
    try {
      file.append(text);
    } catch (error) {
      this.close();
      throw error;
    }
    this.#known = { inode: file.inode, end: file.end };
  }

  /** The entry of an epoch and sequence, looked for from the end; null where there is none, or none that can be reached. */
  find(epoch: number, sequence: number): Found | null {
    for (const { text, to } of backwards(this.#opened)) {
      const line = readLine(text);
      if (!line) return null;
      const mark = markOf(line);
      if (mark?.epoch === epoch && mark.sequence === sequence) return { hash: mark.hash, after: to };
      if (mark && (mark.epoch < epoch || (mark.epoch === epoch && mark.sequence < sequence))) return null;
    }
    return null;
  }

  /** The lines from a byte on, as many as fit into one page. */
  read(from: number): Page {
    let bytes = this.#opened.read(from, PAGE_BYTES);
    if (bytes.length === PAGE_BYTES && !bytes.includes(LINE_END)) bytes = this.#opened.read(from, LINE_BYTES_MAX);
    const whole = bytes.lastIndexOf(LINE_END) + 1;
    const lines: TwinLine[] = [];
    let next = from;
    for (const text of bytes.toString('utf8', 0, whole).split('\n').slice(0, -1)) {
      const line = readLine(text);
      if (!line) return { lines, next, isDamaged: true };
      lines.push(line);
      next += Buffer.byteLength(text) + 1;
    }
    return { lines, next, isDamaged: whole === 0 && bytes.length > 0 };
  }

  /** Sets a file that cannot be gone on with aside, and answers what it is called there. */
  setAside(path: string, now: number): string {
    this.close();
    return quarantine(dirname(path), [path], now);
  }

  close(): void {
    const file = this.#file;
    this.#file = null;
    file?.close();
  }

  get #opened(): AppendOnly {
    if (!this.#file) throw new Error('the twin is not open');
    return this.#file;
  }
}

/** The place in the chain of an entry's line; null for another line. */
export function markOf(line: TwinLine): Mark | null {
  if (!('entry' in line)) return null;
  const { district, series, epoch, sequence } = JSON.parse(line.entry.text) as Mark;
  return { district, series, epoch, sequence, hash: line.entry.hash };
}

function tailOf(file: AppendOnly): Tail {
  let isFirst = true;
  let owner: Tail['owner'] = null;
  for (const { text, from, to } of backwards(file)) {
    const isWhole = to < file.end || file.read(to - 1, 1)[0] === LINE_END;
    const line = isWhole ? readLine(text) : null;
    if (!line && !isFirst) return { last: null, owner, isDamaged: true };
    if (!line) file.cut(from);
    isFirst = false;
    const last = line && markOf(line);
    if (line && 'station' in line) owner ??= line.station;
    if (last) return { last, owner: owner ?? last, isDamaged: false };
  }
  return { last: null, owner, isDamaged: false };
}

/** The lines of a file from its last one on, without their ends; what follows the last end is a line, too. */
function* backwards(file: AppendOnly): Generator<{ text: string; from: number; to: number }> {
  let held = Buffer.alloc(0);
  let at = file.end;
  let to = file.end;
  while (at > 0) {
    const length = Math.min(CHUNK, at);
    at -= length;
    held = Buffer.concat([file.read(at, length), held]);
    if (held.length > LINE_BYTES_MAX) return yield { text: '', from: at, to };
    for (;;) {
      // The end of the line itself does not divide it.
      const end = held.lastIndexOf(LINE_END, held.length - 2);
      if (end === -1 || held.length < 2) break;
      const from = at + end + 1;
      yield { text: lineText(held.subarray(end + 1)), from, to };
      held = held.subarray(0, end + 1);
      to = from;
    }
  }
  if (held.length > 0) yield { text: lineText(held), from: 0, to };
}

function lineText(bytes: Buffer): string {
  return bytes.toString('utf8', 0, bytes.at(-1) === LINE_END ? bytes.length - 1 : bytes.length);
}
