import { existsSync, globSync, renameSync, writeFileSync } from 'node:fs';

/** Where Debian's package puts the library for programs with threads. */
const LIBRARY = '/usr/lib/*/faketime/libfaketimeMT.so.1';

/** The library that moves a process's clock, or null where it is not installed. */
export function fakeTimeLibrary(): string | null {
  return existsSync('/usr/lib') ? (globSync(LIBRARY)[0] ?? null) : null;
}

/** A clock that is moved while its process runs. */
export type MovedClock = {
  /** What the process is started with. */
  env: NodeJS.ProcessEnv;
  /** So many milliseconds before or after the true time, from now on. */
  moveBy(milliseconds: number): void;
  /** It stands still. */
  freeze(): void;
};

/** @param file that says to the process what its clock shows */
export function movedClock(file: string): MovedClock {
  const library = fakeTimeLibrary();
  if (library === null) throw new Error('libfaketime is not installed; see .ci/run');
  const say = (time: string) => {
    // Whole or not at all: it is read at every look at the clock.
    writeFileSync(`${file}.part`, `${time}\n`);
    renameSync(`${file}.part`, file);
  };
  const moveBy = (milliseconds: number) => {
    const seconds = Math.round(milliseconds / 1_000);
    say(`${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}`);
  };
  moveBy(0);
  return {
    // Timers go by the monotonic clock. With that one moved as well, Node hangs at a jump.
    env: {
      LD_PRELOAD: library,
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      FAKETIME_NO_CACHE: '1',
      FAKETIME_TIMESTAMP_FILE: file,
      TZ: 'UTC',
    },
    moveBy,
    freeze: () => say(new Date().toISOString().slice(0, 19).replace('T', ' ')),
  };
}
