import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Around, livesOf } from './lives.ts';
import type { LifePlan, Said } from './stationAtWork.ts';

/**
 * What a process did to files, in order, and what it said meanwhile. A write without an offset goes where its descriptor
 * stands; `isAppend` to the end.
 */
export type FileEvent =
  | { op: 'open'; path: string; fd: number; creates: boolean; truncates: boolean; isAppend: boolean }
  | { op: 'write'; path: string; fd: number; at: number | null; bytes: Buffer }
  | { op: 'truncate'; path: string; size: number }
  | { op: 'sync'; path: string }
  | { op: 'rename'; from: string; to: string }
  | { op: 'unlink'; path: string }
  | { op: 'said'; said: Said };

const CALLS =
  'openat,write,writev,pwrite64,pwritev,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat';
/** Longer than anything that is written at once (bytes). */
const BYTES_SHOWN = 64_000_000;
/** Shared memory of SQLite's readers: it is made anew at each start, and no disk has to keep it. */
const NOT_ON_DISK = /-shm$/;

/**
 * Lives one life under strace, and answers all that it did to the files of its folder. strace and not a library before
 * the C library: it sees every thread and every way to write, comes with Debian, and the slower life is lived only once.
 */
export async function recorded(plan: LifePlan, around: Around = {}): Promise<FileEvent[]> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-trace-'));
  const trace = join(folder, 'trace');
  const strace = ['strace', '-f', '--seccomp-bpf', '-y', '-xx', '-s', String(BYTES_SHOWN), '-o', trace];
  const lives = livesOf({
    ...around,
    program: [...strace, '-e', `trace=${CALLS}`, '-e', 'signal=none'],
    // What libuv hands to io_uring no tracer sees.
    env: { ...around.env, UV_USE_IO_URING: '0' },
  });
  try {
    const { by, log } = await lives.live(plan, () => {});
    if (by !== 0) throw new Error(`the life that was recorded ended by ${by}: ${log}`);
    return eventsIn(readFileSync(trace, 'latin1'), plan.folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads strace's lines. A call that another thread interrupted counts where it came back. */
export function eventsIn(trace: string, folder: string): FileEvent[] {
  const begun = new Map<string, string>();
  const events: FileEvent[] = [];
  let said = '';
  const tell = (event: FileEvent) => {
    const path = 'path' in event ? event.path : 'to' in event ? event.to : folder;
    if ((path === folder || path.startsWith(`${folder}/`)) && !NOT_ON_DISK.test(path)) events.push(event);
  };
  for (const line of trace.split('\n')) {
    const call = wholeCall(line, begun);
    if (call === null) continue;
    const event = eventOf(call);
    if (event?.op !== 'write' || event.fd !== 1) {
      if (event) tell(event);
      continue;
    }
    const lines = (said + event.bytes.toString('utf8')).split('\n');
    said = lines.pop() ?? '';
    for (const one of lines) events.push({ op: 'said', said: JSON.parse(one) as Said });
  }
  return events;
}

function wholeCall(line: string, begun: Map<string, string>): string | null {
  const [, pid = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
  if (rest.endsWith('<unfinished ...>')) {
    begun.set(pid, rest.slice(0, -'<unfinished ...>'.length).trimEnd());
    return null;
  }
  const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
  return resumed ? (begun.get(pid) ?? '') + resumed[1] : rest;
}

const STRING = '"((?:\\\\x[0-9a-f]{2})*)"';
const FD = '(\\d+)<([^>]*)>';
const SHAPES = {
  open: new RegExp(`^openat\\([^,]+, ${STRING}, ([A-Z_|]+)(?:, \\d+)?\\) += (\\d+)<`),
  write: new RegExp(`^write\\(${FD}, ${STRING}, \\d+\\) += (\\d+)`),
  pwrite: new RegExp(`^pwrite64\\(${FD}, ${STRING}, \\d+, (\\d+)\\) += (\\d+)`),
  writev: new RegExp(`^p?writev\\(${FD}, \\[(.*)\\], \\d+(?:, (\\d+))?\\) += (\\d+)`),
  sync: new RegExp(`^(?:fsync|fdatasync)\\(${FD}\\) += 0`),
  truncate: new RegExp(`^ftruncate\\(${FD}, (\\d+)\\) += 0`),
  rename: new RegExp(`^rename(?:at2?)?\\((?:[^",]+, )?${STRING}, (?:[^",]+, )?${STRING}(?:, \\w+)?\\) += 0`),
  unlink: new RegExp(`^unlink(?:at)?\\((?:[^",]+, )?${STRING}(?:, \\w+)?\\) += 0`),
};

function eventOf(call: string): FileEvent | null {
  const name = /^[a-z]+/.exec(call)?.[0] ?? '';
  const match = (shape: keyof typeof SHAPES) => SHAPES[shape].exec(call) ?? notRead(call);
  if (name === 'openat') return opened(match('open'));
  if (name === 'write') {
    const [, fd, path, bytes, count] = match('write');
    return count === undefined ? null : written(fd, path, null, bytes, count);
  }
  if (name === 'pwrite') {
    const [, fd, path, bytes, at, count] = match('pwrite');
    return count === undefined ? null : written(fd, path, Number(at), bytes, count);
  }
  if (name === 'writev' || name === 'pwritev') {
    const [, fd, path, parts = '', at, count] = match('writev');
    const bytes = [...parts.matchAll(/iov_base="([^"]*)"/g)].map(([, part]) => part).join('');
    return count === undefined ? null : written(fd, path, at === undefined ? null : Number(at), bytes, count);
  }
  return otherOf(name, match);
}

/** A call that failed did nothing. One that did something and is not understood would make all that follows wrong. */
function notRead(call: string): string[] {
  const failed = / = -1 |^\+\+\+|O_RDONLY|O_PATH/.test(call);
  if (!failed) throw new Error(`a call is not understood: ${call.slice(0, 200)} … ${call.slice(-100)}`);
  return [];
}

function otherOf(name: string, match: (shape: keyof typeof SHAPES) => readonly string[]): FileEvent | null {
  if (name === 'fsync' || name === 'fdatasync') {
    const [, , path] = match('sync');
    return path === undefined ? null : { op: 'sync', path: textOf(path) };
  }
  if (name === 'ftruncate') {
    const [, , path, size] = match('truncate');
    return path === undefined ? null : { op: 'truncate', path: textOf(path), size: Number(size) };
  }
  if (name.startsWith('rename')) {
    const [, from, to] = match('rename');
    return from === undefined ? null : { op: 'rename', from: textOf(from), to: textOf(to) };
  }
  const [, path] = name.startsWith('unlink') ? match('unlink') : [];
  return path === undefined ? null : { op: 'unlink', path: textOf(path) };
}

function opened([, path, flags = '', fd]: readonly string[]): FileEvent | null {
  if (path === undefined || flags.includes('O_DIRECTORY') || !/O_WRONLY|O_RDWR/.test(flags)) return null;
  const has = (flag: string) => flags.split('|').includes(flag);
  const how = { creates: has('O_CREAT'), truncates: has('O_TRUNC'), isAppend: has('O_APPEND') };
  return { op: 'open', path: textOf(path), fd: Number(fd), ...how };
}

function written(fd = '', path = '', at: number | null, bytes = '', count: string): FileEvent {
  return { op: 'write', path: textOf(path), fd: Number(fd), at, bytes: bytesOf(bytes).subarray(0, Number(count)) };
}

const bytesOf = (escaped: string) => Buffer.from(escaped.replaceAll('\\x', ''), 'hex');
/** A path as strace writes it: escaped byte by byte, or, where it is none, in plain letters. */
const textOf = (escaped = '') => (escaped.startsWith('\\x') ? bytesOf(escaped).toString('utf8') : escaped);
