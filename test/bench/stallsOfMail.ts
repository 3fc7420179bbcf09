import { join } from 'node:path';
import { mailServer } from '#test/support/mailServer';
import { PINS } from '#test/support/quarryBay';
import { type BenchStation, openDrawerOf, signIn } from './benchStation.ts';
import { accountsOwing, cashPayment } from './payments.ts';
import { SUPERVISOR, TIMES, type Watch } from './stallWatch.ts';

const PAYER = 'payer@example.org';

/**
 * What e-mail adds: slips that wait because there is no server yet, what a person does about them, and a server on the
 * loopback address. That one runs in this process, so that what it does counts as well.
 */
export async function mailing(station: BenchStation, watch: Watch): Promise<void> {
  const { ask, tell } = station;
  const drawer = await openDrawerOf(station);
  const accounts = accountsOwing(join(station.folder, 'station.db'), 2 * TIMES);
  const byMail = { drawer, delivery: 'email', email: PAYER } as const;
  await watch.over(
    'takePayment, its slip by e-mail',
    (time) => tell('takePayment', { ...byMail, ...cashPayment(accounts[time] ?? '') }),
    2 * TIMES,
  );
  await watch.over('mail', () => ask('mail', {}));
  const { messages } = await watch.over('messages', () => ask('messages', {}));
  const waiting = messages.filter(({ kind, can }) => kind === 'slip' && can.drop);
  const message = (place: number) => waiting[place]?.message ?? 0;
  await watch.over('printMessage', (time) => ask('printMessage', { message: message(time) }));
  await watch.over('endMessage', (time) => ask('endMessage', { message: message(TIMES + time), as: 'dropped' }));
  await ask('signOut', {});
  await ask('signIn', { person: SUPERVISOR, pin: PINS.get(SUPERVISOR) ?? '' });
  await sending(station, watch, (time) => message(TIMES + time));
  await ask('signOut', {});
  await signIn(station);
}

/** By a server that takes everything, chosen by a supervisor. Afterwards there is none again: nothing more goes out. */
async function sending({ ask }: BenchStation, watch: Watch, dropped: (time: number) => number): Promise<void> {
  const taking = await mailServer();
  try {
    const { host, port } = taking;
    const server = { host, port, safety: 'none' as const, user: '', from: 'cashier@quarry-bay.example' };
    await watch.over('sendTestMail', () => ask('sendTestMail', { server, to: PAYER }));
    await watch.over('chooseMailServer', () => ask('chooseMailServer', { server }));
    await watch.over('sendMessage, and its way out', (time) => ask('sendMessage', { message: dropped(time) }));
    await taking.has(2 * TIMES);
    await ask('chooseMailServer', { server: null });
  } finally {
    await taking.close();
  }
}
