import type { AskedLine } from '#domain/suspension';
import type { Client } from '../../../client.ts';
import { type Trouble, troubleOf } from '../../../refusal.ts';
import type { Known } from '../lines/lineRules.ts';

/** Looks up what lines that were set aside need to be typed on. What is gone is left out; a silent station is trouble. */
export async function knownAgain(
  client: Client,
  drawer: string,
  lines: readonly AskedLine[],
): Promise<Known | { trouble: Trouble }> {
  const numbers = new Set(lines.flatMap((line) => (line.kind === 'suspense' ? [] : (line.accountNumber ?? []))));
  const [types, ...accounts] = await Promise.all([
    client.call('receiptTypes', { drawer }),
    ...[...numbers].map((accountNumber) => client.call('account', { accountNumber })),
  ]);
  const silent = [types, ...accounts].map(troubleOf).find((trouble) => trouble?.code === null);
  if (silent) return { trouble: silent };
  return {
    types: types.ok ? types.value.types : [],
    accounts: new Map(accounts.flatMap((answer) => (answer.ok ? [[answer.value.accountNumber, answer.value]] : []))),
  };
}
