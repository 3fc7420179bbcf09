import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountDelta } from '#domain/account';
import type { Host } from '#main/host';
import { createStation } from '#test/support/station';
import { CHROMIUM } from './browser.ts';
import { type Office, openOffice, openStation } from './office.ts';
import { servePage } from './pageServer.ts';
import { type Program, runWell } from './programs.ts';
import { type Sitting, sitDown } from './sitting.ts';

/* Where a journey begins: one person before the built page, and what stands behind it. Each closes what it opened. */

/**
 * Before all steps, seats a person at a station of this process, without a ledger.
 * @param name of the journey
 * @param seated hears who sits there; where there is no browser, never
 * @param host what of the station's host is otherwise: its line to a stand-in for the office, say
 */
export function sitAtStation(
  name: string,
  accounts: () => AccountDelta[],
  seated: (me: Sitting) => void,
  host?: (usual: Host) => Partial<Host>,
): void {
  const closing: (() => unknown)[] = [];
  beforeAll(async () => {
    if (CHROMIUM === null) return;
    await buildPage();
    const station = await createStation({ accounts: accounts(), ...(host ? { host } : {}) });
    // Queues wait for the clock; it creeps as long as the journey lasts.
    const creep = setInterval(() => station.clock.advance(20), 20);
    const served = await servePage('dist/page', station.app.connect());
    closing.push(
      () => clearInterval(creep),
      () => served.close(),
      () => station.close(),
    );
    const me = await sitDown(served.url, name);
    closing.unshift(() => me.leave());
    seated(me);
  });
  afterAll(() => closeAll(closing));
}

/** Before all steps, seats a person at station W3, a process of its own, of an office whose ledger is another. */
export function sitInOffice(
  name: string,
  seated: (it: { me: Sitting; station: Program & { data: string }; office: Office }) => Promise<void> | void,
): void {
  const closing: (() => unknown)[] = [];
  beforeAll(async () => {
    if (CHROMIUM === null) return;
    const office = await openOffice();
    closing.unshift(() => office.close());
    const station = await openStation(office, 'W3');
    closing.unshift(() => station.end('SIGTERM'));
    const me = await sitDown(station.url, name);
    closing.unshift(() => me.leave());
    await seated({ me, station, office });
  });
  afterAll(() => closeAll(closing));
}

/** Any program of ours builds the page first where it is older than its sources. */
async function buildPage(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-page-'));
  await runWell('sample', '--accounts', '1', '--to', folder);
  rmSync(folder, { recursive: true });
}

async function closeAll(closing: readonly (() => unknown)[]): Promise<void> {
  for (const close of closing) await close();
}
