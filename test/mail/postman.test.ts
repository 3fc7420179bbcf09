import fc from 'fast-check';
import { isFinal, isOfServer, MAIL_TROUBLES, pauseAfter } from '#domain/message';
import type { MailOutcome } from '#main/mail/mail';
import { type PostChange, Postman, type PostWay } from '#main/mail/postman';
import { createClock } from '../support/clock.ts';

type Kept = { message: number; attempts: number; nextAt: number; doubtful?: boolean } & Omit<
  PostChange,
  'at' | 'nextAt'
>;

const SERVER = { host: '127.0.0.1', port: 25, safety: 'none' as const, user: '', from: 'cashier@example.org' };
const MINUTE = 60_000;

/** A postman over messages in memory, a server that answers as it is told, and a clock that is moved by hand. */
function postOffice(count: number) {
  const clock = createClock();
  const kept: Kept[] = Array.from({ length: count }, (_, place) => ({
    ...{ message: place + 1, attempts: 0, nextAt: clock.now(), state: 'queued' as const },
  }));
  const office = {
    clock,
    kept,
    way: { server: SERVER, password: null } as PostWay,
    /** What the next sendings come to; then all are sent. */
    outcomes: [] as (MailOutcome | 'stays')[],
    sent: [] as number[],
    faults: [] as string[],
    spoiled: new Set<number>(),
    postman: undefined as unknown as Postman,
    state: (message: number) => kept[message - 1],
    /** Lets everything go on that need not wait for the clock. */
    async quiet() {
      for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
    },
    async wait(ms: number) {
      clock.advance(ms);
      await office.quiet();
    },
  };
  office.postman = new Postman({
    jobs: {
      due: (now) => kept.find((one) => one.state === 'queued' && one.nextAt <= now) ?? null,
      nextAt: () => {
        const times = kept.filter((one) => one.state === 'queued').map((one) => one.nextAt);
        return times.length === 0 ? null : Math.min(...times);
      },
      interrupted: () => {
        for (const one of kept) if (one.state === 'sending') Object.assign(one, { state: 'queued', doubtful: true });
      },
      hasten: (at) => {
        for (const one of kept) one.nextAt = at;
      },
      change: (message, { at: _, ...change }) => Object.assign(kept[message - 1] ?? {}, change),
      mail: async (message) => {
        if (office.spoiled.has(message)) throw new Error('no entry');
        return { fromName: '', to: String(message), subject: '', text: '', messageId: '', date: 0, attachment: null };
      },
    },
    way: async () => office.way,
    send: async (_, mail, callOff) => {
      office.sent.push(Number(mail.to));
      const outcome = office.outcomes.shift() ?? { outcome: 'sent' };
      if (outcome !== 'stays') return outcome;
      return new Promise((resolve) =>
        callOff.addEventListener('abort', () => resolve({ outcome: 'in_doubt', trouble: 'mail_in_doubt' })),
      );
    },
    clock: { now: clock.now, after: clock.later, chance: () => 0.5 },
    log: { info: () => {}, error: (what) => office.faults.push(what) },
    onChange: () => {},
  });
  return office;
}

const not = (trouble: Extract<MailOutcome, { outcome: 'not_sent' }>['trouble']): MailOutcome => ({
  outcome: 'not_sent',
  trouble,
});

test('sends all that is queued, the oldest first', async () => {
  const office = postOffice(3);
  office.postman.start();
  await office.quiet();
  expect(office.sent).toEqual([1, 2, 3]);
  expect(office.kept.map((one) => one.state)).toEqual(['sent', 'sent', 'sent']);
});

test('without a server everything waits, and nothing is tried', async () => {
  const office = postOffice(2);
  office.way = 'wait';
  office.postman.start();
  await office.wait(24 * 60 * MINUTE);
  expect([office.sent, office.state(1)?.state]).toEqual([[], 'queued']);
  office.way = { server: SERVER, password: null };
  office.postman.hasten();
  await office.quiet();
  expect(office.sent).toEqual([1, 2]);
});

test('a training station without a server keeps them on the screen', async () => {
  const office = postOffice(2);
  office.way = 'keep';
  office.postman.start();
  await office.quiet();
  expect(office.kept.map((one) => one.state)).toEqual(['kept', 'kept']);
});

test('trouble with the server: all wait, for as long as it takes, with growing pauses; no message is given up', async () => {
  const office = postOffice(2);
  office.outcomes = Array.from({ length: 40 }, () => not('mail_unreachable'));
  office.postman.start();
  await office.quiet();
  expect(office.postman.failing()).toEqual({ since: office.clock.now(), trouble: 'mail_unreachable' });
  await office.wait(5_000);
  expect(office.sent).toHaveLength(1);
  await office.wait(3_000);
  expect(office.sent).toEqual([1, 1]);
  for (let hours = 0; hours < 8; hours += 1) for (let ten = 0; ten < 6; ten += 1) await office.wait(10 * MINUTE);
  expect(office.kept.map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(office.postman.failing()).toBeNull();
});

test('trouble with one message: it is tried again later, the next ones go on, and it is given up after eight times', async () => {
  const office = postOffice(2);
  office.outcomes = [not('mail_later'), { outcome: 'sent' }, ...Array.from({ length: 20 }, () => not('mail_later'))];
  office.postman.start();
  await office.quiet();
  expect(office.sent).toEqual([1, 2]);
  expect(office.state(1)).toMatchObject({ state: 'queued', attempts: 1, trouble: 'mail_later' });
  expect((office.state(1)?.nextAt ?? 0) - office.clock.now()).toBe(45_000);
  for (let hours = 0; hours < 12; hours += 1) await office.wait(60 * MINUTE);
  expect(office.sent.filter((message) => message === 1)).toHaveLength(8);
  expect(office.state(1)).toMatchObject({ state: 'failed', attempts: 8, trouble: 'mail_later' });
});

test.each(['mail_recipient', 'mail_content'] as const)(
  '%s is a no for good: not tried again by itself',
  async (trouble) => {
    const office = postOffice(2);
    office.outcomes = [not(trouble)];
    office.postman.start();
    await office.wait(24 * 60 * MINUTE);
    expect(office.sent).toEqual([1, 2]);
    expect(office.state(1)).toMatchObject({ state: 'failed', trouble });
  },
);

test('a lost answer is told, and the same message goes out again', async () => {
  const office = postOffice(1);
  office.outcomes = [{ outcome: 'in_doubt', trouble: 'mail_in_doubt' }];
  office.postman.start();
  await office.quiet();
  expect(office.state(1)).toMatchObject({ state: 'queued', doubtful: true, trouble: 'mail_in_doubt' });
  await office.wait(MINUTE);
  expect(office.state(1)).toMatchObject({ state: 'sent', doubtful: true, trouble: null });
  expect(office.sent).toEqual([1, 1]);
});

test('what was on its way when the program stopped is in doubt at the next start', async () => {
  const office = postOffice(1);
  Object.assign(office.kept[0] ?? {}, { state: 'sending' });
  office.postman.start();
  await office.quiet();
  expect(office.state(1)).toMatchObject({ state: 'sent', doubtful: true });
});

test('stopping waits for nobody: what is on its way is called off and queued', async () => {
  const office = postOffice(2);
  office.outcomes = ['stays'];
  office.postman.start();
  await office.quiet();
  expect(office.state(1)?.state).toBe('sending');
  await office.postman.stop();
  expect(office.state(1)).toMatchObject({ state: 'queued', doubtful: true, attempts: 0 });
  office.postman.wake();
  await office.wait(MINUTE);
  expect(office.sent).toEqual([1]);
});

test('a message that cannot be made holds up no other', async () => {
  const office = postOffice(2);
  office.spoiled.add(1);
  office.postman.start();
  await office.quiet();
  expect(office.kept.map(({ state }) => state)).toEqual(['failed', 'sent']);
  expect(office.faults).toEqual(['message cannot be made']);
});

test('pauses double from the first to the longest, and chance takes off half at most', () => {
  const patience = { firstPauseMs: 60_000, pauseMaxMs: 3_600_000, attemptsMax: 8 };
  expect([1, 2, 3, 7, 8, 100].map((attempts) => pauseAfter(attempts, patience, 0))).toEqual([
    ...[30_000, 60_000, 120_000, 1_800_000, 1_800_000, 1_800_000],
  ]);
  fc.assert(
    fc.property(fc.nat(200), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempts, chance) => {
      const [least, pause] = [pauseAfter(attempts, patience, 0), pauseAfter(attempts, patience, chance)];
      expect(pause).toBeGreaterThanOrEqual(least);
      expect(pause).toBeLessThanOrEqual(2 * least);
    }),
  );
});

test('each trouble is of the server, of one message for good, or of one message for now', () => {
  expect(MAIL_TROUBLES.filter(isOfServer)).toEqual([
    ...['mail_unreachable', 'mail_silent', 'mail_certificate', 'mail_no_tls', 'mail_login', 'mail_password_lost'],
    'mail_sender',
  ]);
  expect(MAIL_TROUBLES.filter(isFinal)).toEqual(['mail_recipient', 'mail_content']);
});
