import type { Input } from '#contract/contract';
import { ACCOUNTS } from './dayCallers.ts';
import { amountOf, parts } from './dayWords.ts';
import type { Caller } from './station.ts';
import { onAccount } from './undoing.ts';

type Line = Input<'takePayment'>['lines'][number];

/** What a payment of a day at the counter is for, as its line says: `Hale 86.40, copies 4, permit for Nguyen`. */
export async function linesOf(caller: Caller, text: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const words of parts(text)) lines.push(await lineOf(caller, words));
  return lines;
}

export async function lineOf(caller: Caller, [what = '', ...words]: string[]): Promise<Line> {
  const owner = words[0] === 'for' ? { accountNumber: accountOf(words[1] ?? '') } : {};
  const last = words.at(-1) ?? '';
  switch (what) {
    case 'permit': {
      const told = ['SS-2026-0412', '0418-22-0071', '118 Quarry Rd', 'Ferndale Digging', 'New side sewer'];
      return { ...fee('side-sewer-permit', 116_325), told, ...owner };
    }
    case 'inspection':
      return { ...fee('inspection', 7_500), told: ['SS-2026-0412'] };
    case 'copies':
      return { ...fee('copies', 25 * Number(last)), quantity: Number(last) };
    case 'deposit':
      return { ...fee('construction-deposit', amountOf(last)), told: ['SS-2026-0412'], ...owner };
    case 'misc':
      return {
        ...fee('misc-receipt', amountOf(last)),
        told: ['Key deposit'],
        goesTo: { fund: '402', bars: '3790000' },
      };
    case 'suspense':
      return { kind: 'suspense', cents: amountOf(last), name: 'Tran, Linh', address: '7 Slate Ln', parcel: '' };
    default:
      return accountLine(caller, accountOf(what), words);
  }
}

const accountOf = (name: string): string => ACCOUNTS[name as keyof typeof ACCOUNTS] ?? name;
const fee = (code: string, cents: number) => ({ kind: 'fee' as const, code, quantity: 1, cents, told: [] as string[] });

/** `Nguyen names 86.40` pays the last charge that is open for exactly so much; a plan says why it is named. */
async function accountLine(caller: Caller, accountNumber: string, words: readonly string[]): Promise<Line> {
  const cents = amountOf(words.at(-1) ?? '');
  if (words.length === 1) return onAccount(accountNumber, cents);
  const { charges } = await caller.ask('account', { accountNumber });
  const named = charges.findLast((charge) => charge.openCents === cents);
  if (!named) throw new Error(`no charge of ${accountNumber} is open for ${words.at(-1)}`);
  return {
    ...onAccount(accountNumber, cents),
    charges: [{ chargeId: named.chargeId, cents }],
    namedWhy: words[0] === 'plan' ? 'payment_plan' : 'payer_named',
  };
}
