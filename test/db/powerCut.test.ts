import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStation, type StationDb } from '#db/station/open';
import { entries, receipts, tenders } from '#db/station/schema';
import { Entry } from '#domain/entry';
import { assertInvariants } from '../support/invariants.ts';

jest.setTimeout(120_000);

/*
 * Power cuts: a real process on a real folder that dies at once, at named steps and at any moment, and starts again on
 * what is left. A receipt is whole or absent, what was answered is there, and a payment set aside still waits.
 */

/** What a life told: an answer where one came before its death. */
type Told = { name: string; input: { commandId: string; resumed?: string }; value?: { label?: string } };
type Said = {
  name?: string;
  input?: Told['input'];
  did?: string;
  again?: string;
  value?: Told['value'];
  waiting?: string[];
};

let folder: string;
let told: Told[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-power-'));
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One life, until it dies at its step, or by our hand `after` so many answers and some milliseconds. */
async function life(step: string, nth: number, killed?: { after: number; milliseconds: number }): Promise<Said[]> {
  writeFileSync(join(folder, 'told.jsonl'), told.map((one) => JSON.stringify(one)).join('\n'));
  if (told.length === 0) rmSync(join(folder, 'told.jsonl'));
  const child = spawn(process.execPath, ['test/support/mortalStation.ts', folder, step, String(nth)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  });
  let out = '';
  let wrong = '';
  let isDying = false;
  child.stderr.on('data', (text: Buffer) => (wrong += text));
  child.stdout.on('data', (text: Buffer) => {
    out += text;
    if (!killed || isDying || out.split('"did"').length <= killed.after) return;
    isDying = true;
    setTimeout(() => child.kill('SIGKILL'), killed.milliseconds);
  });
  const ended = await new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
  expect([wrong, ended]).toEqual(['', step === 'never' ? 0 : 'SIGKILL']);
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Said);
}

/** Every entry, row and answer after a death: nothing half, nothing lost, nothing twice. */
function expectWhole(db: StationDb): void {
  assertInvariants(db);
  const written = db
    .select({ text: entries.text })
    .from(entries)
    .all()
    .map(({ text }) => Entry.parse(JSON.parse(text)));
  for (const { input, value } of told) {
    const found = written.filter((entry) => entry.commandId === input.commandId).length;
    expect([input.commandId, found]).toEqual([input.commandId, value === undefined ? Math.min(found, 1) : 1]);
  }
  const issued = written.flatMap((entry) => (entry.kind === 'receipt_issued' ? [entry.payload] : []));
  expect(
    db
      .select({ label: receipts.label })
      .from(receipts)
      .all()
      .map(({ label }) => label),
  ).toEqual(issued.map(({ label }) => label));
  expect(db.select().from(tenders).all()).toHaveLength(issued.reduce((sum, one) => sum + one.tenders.length, 0));
}

/** Holds what a new life says of the earlier ones against what those said, and takes down what it told itself. */
function takeDown(said: readonly Said[]): void {
  const again = new Map(said.flatMap((one) => (one.again ? [[one.again, one.value] as const] : [])));
  for (const one of told) {
    expect(again.has(one.input.commandId)).toBe(true);
    if (one.value !== undefined) expect(again.get(one.input.commandId)).toEqual(one.value);
    one.value = again.get(one.input.commandId) ?? {};
  }
  const labels = (of: (one: Told) => string | undefined) => told.flatMap((one) => of(one) ?? []);
  const aside = labels((one) => (one.name === 'suspendPayment' ? one.value?.label : undefined));
  const taken = labels((one) => (one.name === 'takePayment' ? one.input.resumed : undefined));
  const waiting = said.find((one) => one.waiting)?.waiting;
  expect([...(waiting ?? ['nothing was said'])].sort()).toEqual(aside.filter((label) => !taken.includes(label)).sort());
  const answers = new Map(said.flatMap((one) => (one.did ? [[one.did, one.value] as const] : [])));
  for (const { name, input } of said)
    if (name && input) {
      const value = answers.get(input.commandId);
      told.push({ name, input, ...(value === undefined ? {} : { value }) });
    }
}

test('at named steps of a payment, of one set aside and of a refund, and at any moment (F01)', async () => {
  const anyMoment = { after: 1 + Math.floor(Math.random() * 6), milliseconds: Math.random() * 8 };
  const deaths: Parameters<typeof life>[] = [
    // In the middle of a transaction: the second payment's, of one set aside, of a refund.
    ['tenders', 3],
    ['suspension_steps', 2],
    ['undos', 1],
    // Recorded, and its slip about to come out.
    ['printing', 5],
    ['killed', 1, anyMoment],
  ];
  for (const death of deaths) {
    takeDown(await life(...death));
    const db = openStation(join(folder, 'station.db'));
    expectWhole(db);
    db.$client.close();
  }
  takeDown(await life('never', 1));
  expect(new Set(told.map(({ name }) => name))).toEqual(
    new Set(['takePayment', 'suspendPayment', 'resumePayment', 'refundReceipt']),
  );
});
