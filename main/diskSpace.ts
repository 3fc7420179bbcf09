import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StationCommand } from '#contract/contract';
import type { DiskSpace } from '#contract/shapes';
import { refuse } from '#domain/refusal';
import type { Host } from './host.ts';

const MB = 1_000_000;
/** From here down every screen says so. */
const LOW_BYTES = 500 * MB;
/** From here down nothing new is begun: what is left is for closing out, and for sending what is recorded. */
const FULL_BYTES = 100 * MB;
/** From here down what was kept for that is given up. */
const GIVEN_UP_BYTES = 50 * MB;

/** What begins something that later has to be brought to its end. */
const BEGINS: ReadonlySet<StationCommand> = new Set(['openDrawer', 'takePayment']);

type Disk = Pick<Host, 'freeBytes' | 'reserveBytes' | 'dataFolder' | 'log'>;

/** How full the disk of the data folder is; null while there is room enough, or where nobody can tell. */
export function diskSpace(host: Disk): DiskSpace | null {
  const free = host.freeBytes();
  if (free === null || free >= LOW_BYTES) return null;
  if (free < GIVEN_UP_BYTES) giveUpReserve(host);
  return { state: free < FULL_BYTES ? 'full' : 'low', freeMb: Math.floor(free / MB) };
}

/**
 * Nothing is begun on a disk that is nearly full: it could not be ended.
 * @throws Refusal `disk_low`
 */
export function mustHaveRoom(host: Disk, name: StationCommand): void {
  if (!BEGINS.has(name)) return;
  const space = diskSpace(host);
  if (space?.state === 'full') refuse('disk_low', { freeMb: space.freeMb });
}

/** Keeps some of the disk while there is enough of it, so that there is some to give up when it is full. */
export function keepReserve(host: Disk): void {
  const { reserveBytes, log } = host;
  const file = reserveOf(host);
  const free = host.freeBytes();
  if (free === null || free < LOW_BYTES || (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === reserveBytes)
    return;
  try {
    // Written, and not only made that long: a file of holes keeps no room.
    writeFileSync(file, Buffer.alloc(reserveBytes), { mode: 0o600 });
  } catch (error) {
    log.info('no reserve is kept', { code: (error as NodeJS.ErrnoException).code });
  }
}

/** Gives up what was kept: the disk is full now. */
export function giveUpReserve(host: Pick<Host, 'dataFolder'>): void {
  rmSync(reserveOf(host), { force: true });
}

const reserveOf = ({ dataFolder }: Pick<Host, 'dataFolder'>) => join(dataFolder, 'reserve');
