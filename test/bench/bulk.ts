import { randomBytes } from 'node:crypto';
import { contract, type Input, type Output, type StationCommand } from '#contract/contract';
import { recordCommand } from '#db/station/commands';
import { identity } from '#db/station/identity';
import type { StationDb } from '#db/station/open';
import { currentPolicy } from '#db/station/policy';
import { assert } from '#domain/assert';
import { paperMark } from '#main/chain/paperMark';
import { seal } from '#main/chain/seal';
import type { Chance } from '#main/sample/chance';
import type { Context } from '#main/usecases/context';
import { commands } from '#main/verbs';
import { CASHIER, newId } from './benchStation.ts';

/*
 * Journals written fast and truly: by the real use-cases, many in one transaction. What is left out of each command is
 * what makes it slow here and nowhere differs in the result: its own commit, and a sealing key pair for each check.
 */

/** When something is told to have happened (ms). */
type Told = { at: number };
type Payment = Omit<Input<'takePayment'>, 'commandId'>;

/** What a drawer must hold after some payments, for its count. */
export type Held = { cashCents: number; checks: { checkNumber: string; cents: number }[]; cardCents: number };

export type Bulk = {
  tell<N extends StationCommand>(name: N, input: Omit<Input<N>, 'commandId'>, told: Told): Output<N>;
};

/** Writes through a connection that the caller has opened; all of it is to run inside a transaction of the caller's. */
export function bulkInto(db: StationDb): Bulk {
  const station = identity(db);
  assert(station, 'the bench enrols its stations');
  const policy = currentPolicy(db);
  assert(policy, 'the bench gives its stations a policy');
  const sealed = seal('123456789', policy.checkSealingKey, randomBytes);
  return {
    tell(name, input, told) {
      const commandId = newId(told.at);
      const at: Context = {
        now: told.at,
        commandId,
        actor: { person: CASHIER, name: 'Marisol Ortiz', role: 'cashier' },
        station,
        policy,
        offlineSince: null,
        accountsAsOf: told.at - 5_000,
        newSalt: () => randomBytes(16).toString('hex'),
        paperMark: (...printed) => paperMark(policy.checkMatchingKey, ...printed),
        seal: () => sealed,
      };
      const verb = commands[name] as (tx: StationDb, input: unknown, at: Context) => Output<typeof name>;
      const reply = verb(db, contract[name].input.parse({ commandId, ...input }), at);
      recordCommand(db, { commandId, name, inputDigest: commandId.padEnd(64, '0'), reply: JSON.stringify(reply) });
      return reply;
    },
  };
}

/**
 * A payment as they come to a counter: mostly cash and checks, some cards. `place` numbers the checks, each of a bank
 * account of its own. Whoever has brought much currency over the years is noted, as a cashier would.
 */
export function somePayment(drawer: string, accountNumber: string, place: number, chance: Chance): Payment {
  const cents = 1_000 + chance.whole(15_000);
  const payment = {
    drawer,
    lines: [{ kind: 'account' as const, accountNumber, cents }],
    noted: ['currency_report' as const],
  };
  const lot = chance.whole(100);
  if (lot < 55) return { ...payment, tenders: [{ kind: 'cash', cents: cents + chance.whole(2_000) }] };
  if (lot < 90) {
    const checkNumber = String(1_000 + place);
    const bankAccount = String(1_000_000_000 + chance.whole(4_000_000_000));
    return { ...payment, tenders: [{ kind: 'check', cents, checkNumber, routing: '125000024', bankAccount }] };
  }
  const lastFour = String(1_000 + chance.whole(9_000));
  return { ...payment, tenders: [{ kind: 'card', cents, brand: 'visa', lastFour, approvalCode: 'A1B2C3' }] };
}

/** Keeps count of what a payment leaves in the drawer. */
export function held(by: Held, payment: Payment): void {
  const due = payment.lines.reduce((total, line) => total + line.cents, 0);
  for (const tender of payment.tenders) {
    if (tender.kind === 'cash') by.cashCents += due;
    else if (tender.kind === 'check') by.checks.push({ checkNumber: tender.checkNumber, cents: tender.cents });
    else by.cardCents += tender.cents;
  }
}

/** A count of exactly that, float included. */
export function countOf(by: Held): Input<'submitCount'>['count'] {
  const dollars = Math.floor(by.cashCents / 100);
  return {
    cash: { '10000': Math.floor(dollars / 100), '100': dollars % 100, '1': by.cashCents % 100 },
    checks: by.checks,
    moneyOrders: [],
    cardTotalCents: by.cardCents,
  };
}

/** Says that every slip has come out, so that the spool of a station that starts here has nothing to do. */
export function slipsPrinted(db: StationDb): void {
  db.$client.prepare("UPDATE print_jobs SET state = 'printed', attempts = 1 WHERE state <> 'printed'").run();
}
