import { suspenseAccount, unappliedAccount } from '#domain/distribution';
import type { ReceiptLine } from '#domain/line';
import type { Posting } from '#domain/posting';

/**
 * What money does to each account: debits − credits in cents, general-ledger accounts by their fund alone, because which
 * code of a fund is credited is the district's policy. Plain numbers: amounts may be of any size here.
 */
export type Movements = Map<string, number>;

export function movementsOf(postings: readonly Posting[]): Movements {
  const movements: Movements = new Map();
  for (const { account, side, cents } of postings) {
    const fund = /^gl:(\d{3}):/.exec(account)?.[1];
    move(movements, fund === undefined ? account : `fund ${fund}`, side === 'debit' ? cents : -cents);
  }
  return movements;
}

export function move(movements: Movements, account: string, cents: number): void {
  movements.set(account, (movements.get(account) ?? 0) + cents);
}

/** Credits a line's distribution (sign 1), or takes it back (−1). */
export function moveLine(movements: Movements, label: string, place: number, line: ReceiptLine, sign: 1 | -1): void {
  switch (line.kind) {
    case 'account':
      move(movements, unappliedAccount(line.accountNumber), -sign * line.unappliedCents);
      for (const charge of line.charges) move(movements, `fund ${charge.fund}`, -sign * charge.cents);
      return;
    case 'fee':
      for (const share of line.shares) move(movements, `fund ${share.fund}`, -sign * share.cents);
      return;
    case 'suspense':
      move(movements, suspenseAccount(label, place), -sign * line.cents);
  }
}

/** Whether two sides move the same; what stays as it was counts for nothing. */
export function isSameMovement(left: Movements, right: Movements): boolean {
  return [...new Set([...left.keys(), ...right.keys()])].every(
    (account) => (left.get(account) ?? 0) === (right.get(account) ?? 0),
  );
}

/** Whether a line is the sum of what it is made of. */
export function lineFault(line: ReceiptLine): string | null {
  if (line.kind === 'account' && totalOf(line.charges) + line.unappliedCents !== line.cents)
    return 'a line is not the sum of its charges';
  if (line.kind === 'fee' && totalOf(line.shares) !== line.cents) return 'a line is not the sum of its shares';
  return null;
}

export function totalOf(parts: readonly { cents: number }[]): number {
  return parts.reduce((total, part) => total + part.cents, 0);
}
