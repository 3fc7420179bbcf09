import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '#test/support/chance';
import type { FileEvent } from './recording.ts';

/**
 * What a power cut leaves of what was not synced yet. `none` and `all` of it; `torn`: the first so many writes, the last
 * of them in part; `writes` and `sectors`: any of them, whole or by sectors of 512 bytes.
 */
export const CUTS = ['none', 'all', 'torn', 'writes', 'sectors'] as const;
export type Cut = (typeof CUTS)[number];

const SECTOR = 512;

type Write = { order: number; at: number; bytes: Buffer };
type Change = Write | { order: number; size: number };
type File = { durable: Buffer; changes: Change[]; size: number };
type NameChange = { order: number } & (
  | { how: 'link'; path: string; file: File }
  | { how: 'unlink'; path: string }
  | { how: 'rename'; from: string; to: string }
);

/** Files by name, as a power cut at this moment may leave them. */
export type Left = Map<string, Buffer>;

/**
 * A disk that keeps what was synced, and of all else what chance lets it keep. A file's content is durable once the file
 * is synced; its name, its new name and its end once its folder is.
 */
export type PowerCutDisk = {
  apply(event: FileEvent): void;
  /** Whether anything is not synced. */
  isDirty(): boolean;
  cut(how: Cut, chance: Chance): Left;
};

/** @param start what is durable before the first event */
export function powerCutDisk(start: Left): PowerCutDisk {
  const names = new Map([...start].map(([path, bytes]) => [path, fileOf(bytes)]));
  let durableNames = new Map(names);
  let nameChanges: NameChange[] = [];
  const ends = new Map<number, { at: number; isAppend: boolean }>();
  let order = 0;

  function open({ path, fd, creates, truncates, isAppend }: FileEvent & { op: 'open' }): void {
    let file = names.get(path);
    if (!file && creates) {
      file = fileOf(Buffer.alloc(0));
      names.set(path, file);
      nameChanges.push({ order, how: 'link', path, file });
    } else if (file && truncates && file.size > 0) change(file, { order, size: 0 });
    ends.set(fd, { at: 0, isAppend });
  }

  function write({ path, fd, at, bytes }: FileEvent & { op: 'write' }): void {
    const file = names.get(path);
    const end = ends.get(fd);
    if (!file || !end) throw new Error(`a write to ${path}, which nobody opened`);
    const from = at ?? (end.isAppend ? file.size : end.at);
    if (at === null) end.at = from + bytes.length;
    change(file, { order, at: from, bytes });
  }

  function sync(path: string): void {
    const file = names.get(path);
    if (file) {
      file.durable = changed(file.durable, file.changes);
      file.changes = [];
      return;
    }
    const isIn = (name: string) => name.startsWith(`${path}/`);
    const now = nameChanges.filter((one) => isIn('path' in one ? one.path : one.to));
    durableNames = renamed(durableNames, now);
    nameChanges = nameChanges.filter((one) => !now.includes(one));
  }

  return {
    apply(event) {
      order += 1;
      if (event.op === 'open') open(event);
      else if (event.op === 'write') write(event);
      else if (event.op === 'sync') sync(event.path);
      else if (event.op === 'truncate') {
        const file = names.get(event.path);
        if (file) change(file, { order, size: event.size });
      } else if (event.op === 'unlink') {
        if (names.delete(event.path)) nameChanges.push({ order, how: 'unlink', path: event.path });
      } else if (event.op === 'rename') {
        const file = names.get(event.from);
        if (!file) return;
        names.delete(event.from);
        names.set(event.to, file);
        nameChanges.push({ order, how: 'rename', from: event.from, to: event.to });
      }
    },
    isDirty: () => nameChanges.length > 0 || [...names.values()].some(({ changes }) => changes.length > 0),
    cut(how, chance) {
      const orders = [...nameChanges, ...[...names.values()].flatMap(({ changes }) => changes)].map((one) => one.order);
      const keeps = keeper(how, chance, orders);
      const left = renamed(
        durableNames,
        nameChanges.filter((one) => keeps.name(one.order)),
      );
      return new Map([...left].map(([path, file]) => [path, changed(file.durable, file.changes.flatMap(keeps.parts))]));
    },
  };
}

const fileOf = (bytes: Buffer): File => ({ durable: bytes, changes: [], size: bytes.length });

function change(file: File, one: Change): void {
  file.changes.push(one);
  file.size = 'size' in one ? one.size : Math.max(file.size, one.at + one.bytes.length);
}

function changed(durable: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return durable;
  const most = Math.max(
    durable.length,
    ...changes.map((one) => ('size' in one ? one.size : one.at + one.bytes.length)),
  );
  const bytes = Buffer.alloc(most);
  durable.copy(bytes);
  let size = durable.length;
  for (const one of changes) {
    if ('size' in one) {
      if (one.size < size) bytes.fill(0, one.size, size);
      size = one.size;
    } else {
      one.bytes.copy(bytes, one.at);
      size = Math.max(size, one.at + one.bytes.length);
    }
  }
  return bytes.subarray(0, size);
}

function renamed(names: ReadonlyMap<string, File>, changes: readonly NameChange[]): Map<string, File> {
  const after = new Map(names);
  for (const one of changes) {
    if (one.how === 'link') after.set(one.path, one.file);
    else if (one.how === 'unlink') after.delete(one.path);
    else {
      const file = after.get(one.from);
      if (!file) continue;
      after.delete(one.from);
      after.set(one.to, file);
    }
  }
  return after;
}

/** Which changes of names, and which parts of which writes, a cut keeps. */
function keeper(how: Cut, chance: Chance, orders: readonly number[]) {
  const last = orders.length > 0 ? chance.pick([...orders].sort((left, right) => left - right)) : 0;
  const isKept = (order: number): boolean => {
    if (how === 'none') return false;
    if (how === 'all') return true;
    return how === 'torn' ? order <= last : chance.oneIn(2);
  };
  return {
    name: isKept,
    parts(one: Change): Change[] {
      if ('size' in one || how === 'none' || how === 'all' || how === 'writes') return isKept(one.order) ? [one] : [];
      const sectors = sectorsOf(one);
      if (how === 'sectors') return sectors.filter(() => chance.oneIn(2));
      if (one.order !== last) return isKept(one.order) ? [one] : [];
      return sectors.slice(0, chance.below(sectors.length + 1));
    },
  };
}

/** A write by the sectors of the disk that it touches. */
function sectorsOf({ order, at, bytes }: Write): Write[] {
  const parts: Write[] = [];
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + SECTOR - ((at + from) % SECTOR));
    parts.push({ order, at: at + from, bytes: bytes.subarray(from, to) });
    from = to;
  }
  return parts;
}

/** The files of a folder, as they are. */
export function filesOf(folder: string): Left {
  const found: Left = new Map();
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isFile() && !name.endsWith('-shm')) found.set(path, readFileSync(path));
  }
  return found;
}

/** Writes what is left into an empty folder. */
export function layOut(left: Left, from: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, bytes] of left) {
    const to = join(folder, path.slice(from.length + 1));
    mkdirSync(join(to, '..'), { recursive: true });
    writeFileSync(to, bytes);
  }
}
