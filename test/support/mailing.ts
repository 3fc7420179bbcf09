import type { Input } from '#contract/contract';
import type { TestMailServer } from './mailServer.ts';
import type { Caller, TestStation } from './station.ts';

/* What tests of e-mail and notices have in common. */

export const FROM = 'cashier@quarry-bay.example';

/** Sets a mail server of the loopback address, as a supervisor does. */
export async function setServer(supervisor: Caller, { host, port }: TestMailServer): Promise<void> {
  await supervisor.ask('chooseMailServer', { server: { host, port, safety: 'none', user: '', from: FROM } });
}

/** Takes cash for a part of an account, with the slip as it is asked for. Answers the receipt's label. */
export async function takeFor(
  caller: Caller,
  drawer: string,
  accountNumber: string,
  more: Partial<Input<'takePayment'>> = {},
): Promise<string> {
  const lines = [{ kind: 'account' as const, accountNumber, cents: 8_640 }];
  const tenders = [{ kind: 'cash' as const, cents: 8_640 }];
  return (await caller.tell('takePayment', { drawer, lines, tenders, ...more })).label;
}

/** Waits until it is so, with the clock standing still unless it is told to move. */
export async function untilSo(station: TestStation, isSo: () => Promise<boolean>, secondsPerTry = 0): Promise<void> {
  for (const begun = Date.now(); Date.now() < begun + 15_000; ) {
    if (await isSo()) return;
    if (secondsPerTry > 0) station.clock.advance(secondsPerTry * 1_000);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('it never came so far');
}

/** The title that a PDF bears in its own head. */
export function pdfTitle(bytes: Buffer | undefined): string {
  const pdf = bytes?.toString('latin1') ?? '';
  const place = /\/Title (\d+) 0 R/.exec(pdf)?.[1] ?? '';
  return new RegExp(`\\n${place} 0 obj\\n\\((.*?)\\)`).exec(pdf)?.[1] ?? '';
}
