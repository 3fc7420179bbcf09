import { existsSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { CommandName, Input, Output } from '#contract/contract';
import { PINS } from '#test/support/quarryBay';
import { makeDatabase, newId, openDrawerOf, startStation } from '../bench/benchStation.ts';
import { accountsOwing } from '../bench/payments.ts';

/*
 * A station at work that dies at a named step, as at a power cut: no code of it runs any more. It first tells again what
 * it told in earlier lives, then goes on with payments, payments set aside and refunds until it dies.
 *
 *   node test/support/mortalStation.ts FOLDER STEP NTH
 *
 * A step is the n-th row written to a table; `printing`, when a slip's state changes, which is after the commit; `killed`,
 * by another's hand; or `never`.
 */

const [folder = '', step = 'never', nth = '1'] = process.argv.slice(2);
const TOLD = join(folder, 'told.jsonl');
const SUPERVISOR = 'j.whitebear';

let left = Number(nth);
/** Ends this process where it stands, when it is time. */
function die(): number {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
  return 0;
}

/** Synchronous, so that nothing that was said is lost with the process. */
const say = (about: object) => void writeSync(1, `${JSON.stringify(about)}\n`);

const opened: Database.Database[] = [];
const { pragma } = Database.prototype;
Database.prototype.pragma = function (this: Database.Database, ...asked: Parameters<typeof pragma>) {
  if (!opened.includes(this)) opened.push(this);
  return pragma.apply(this, asked);
};

if (!existsSync(join(folder, 'station.db'))) await makeDatabase(folder, 50);
opened.length = 0;
const station = await startStation(folder);
const [own] = opened;
const told = existsSync(TOLD)
  ? readFileSync(TOLD, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];
for (const { name, input } of told) say({ again: input.commandId, value: await station.ask(name, input) });
const { suspensions } = await station.ask('suspensions', {});
say({ waiting: suspensions.map(({ label }) => label) });

const drawer = await openDrawerOf(station);
if (step !== 'never') await liveUntilDeath();
await station.close();

async function liveUntilDeath(): Promise<void> {
  if (step !== 'killed') {
    own?.function('die', die);
    const row = step === 'printing' ? 'UPDATE ON main.print_jobs' : `INSERT ON main.${step}`;
    own?.exec(`CREATE TEMP TRIGGER death AFTER ${row} BEGIN SELECT die(); END`);
  }
  for (const [turn, accountNumber] of accountsOwing(join(folder, 'station.db'), 50).entries())
    await oneTurn(accountNumber, turn);
}

async function oneTurn(accountNumber: string, turn: number): Promise<void> {
  const copies = { kind: 'fee' as const, code: 'copies', quantity: 10, cents: 250, told: [] };
  const lines = [{ kind: 'account' as const, accountNumber, cents: 500 }, copies];
  const checkNumber = `${Date.now()}`.slice(-9) + turn;
  const check = { kind: 'check' as const, cents: 300, checkNumber, routing: '125000024', bankAccount: '00123456789' };
  const paid = await tell('takePayment', { drawer, lines, tenders: [check, { kind: 'cash', cents: 500 }] });
  const aside = await tell('suspendPayment', { drawer, lines, tenderedCents: 0 });
  if (turn % 2 === 0) {
    await tell('resumePayment', { drawer, label: aside.label });
    await tell('takePayment', { drawer, lines, tenders: [{ kind: 'cash', cents: 750 }], resumed: aside.label });
  }
  const refund = { parts: [{ place: 1, cents: 100 }], means: { kind: 'cash' as const, drawer } };
  const asked = { label: paid.label, refund, reason: 'overpaid' as const };
  const { mark } = await station.ask('refundProposal', asked);
  const yes = await station.ask('approve', { mark, person: SUPERVISOR, pin: PINS.get(SUPERVISOR) ?? '' });
  await tell('refundReceipt', { ...asked, approval: yes.approval });
}

/** Says what it is about to tell, tells it, and says what was answered. */
async function tell<N extends CommandName>(name: N, about: Omit<Input<N>, 'commandId'>): Promise<Output<N>> {
  const input = { commandId: newId(), ...about } as unknown as Input<N>;
  say({ name, input });
  const value = await station.ask(name, input);
  say({ did: (input as { commandId: string }).commandId, value });
  return value;
}
