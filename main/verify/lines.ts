import { agreeAmounts, amount, complain, type Fields, fields, list, sum, text, whole } from './reading.ts';

/** A tender as a receipt tells it: what was kept of it. `number` is a check's or money order's. */
export type Kept = {
  kind: 'cash' | 'check' | 'money-order' | 'card' | 'credit';
  cents: number;
  changeCents: number;
  roundingCents: number;
  number: string;
  account: string;
};

/** A line: its amount and what it credits, general-ledger accounts by their fund alone. */
export type Line = { cents: number; credits: (readonly [account: string, cents: number])[] };

/** The lines of a receipt. What lies in suspense is named after the receipt and the line's place. */
export function linesOf(receipt: Fields): Line[] {
  return list(receipt.lines, 'lines').map((value, place) =>
    lineOf(fields(value, `Line ${place + 1}`), place, text(receipt, 'label')),
  );
}

/** One line at its place on a receipt. */
export function lineOf(line: Fields, place: number, label: string): Line {
  const cents = whole(line, 'cents', 1);
  const credits = creditsOf(line, place, label, cents);
  agreeAmounts(`Line ${place + 1}`, cents, -sum(credits.map(([, credit]) => credit)));
  return { cents, credits };
}

function creditsOf(line: Fields, place: number, label: string, cents: number): Line['credits'] {
  const byFund = (parts: unknown, what: string) =>
    list(parts, what)
      .map((part) => fields(part, 'A part'))
      .map((part) => [`gl:${text(part, 'fund')}`, -whole(part, 'cents', 1)] as const);
  switch (line.kind) {
    case 'account':
      return [
        ...byFund(line.charges, 'charges'),
        [`unapplied:${text(line, 'accountNumber')}`, -whole(line, 'unappliedCents')],
      ];
    case 'fee':
      return byFund(line.shares, 'shares');
    case 'suspense':
      return [[`suspense:${label}:${place + 1}`, -cents]];
    default:
      return complain(`${String(line.kind)} is no line.`);
  }
}

/** The tenders of a receipt. */
export function tendersOf(receipt: Fields): Kept[] {
  return list(receipt.tenders, 'tenders').map((value, place) => tenderOf(fields(value, `Tender ${place + 1}`)));
}

export function tenderOf(tender: Fields): Kept {
  const kind = text(tender, 'kind');
  const cents = whole(tender, 'cents', kind === 'cash' ? 0 : 1);
  const plain = { cents, changeCents: 0, roundingCents: 0, number: '', account: '' };
  switch (kind) {
    case 'cash': {
      const changeCents = whole(tender, 'changeCents');
      agreeAmounts('The cash kept', cents, whole(tender, 'tenderedCents', 1) - changeCents);
      const roundingCents = whole(tender, 'roundingCents', -2);
      if (roundingCents !== 0 && (cents === 0 || cents % 5 !== 0))
        complain(`Cash of ${amount(cents)} was not rounded to five cents.`);
      return { ...plain, kind, changeCents, roundingCents };
    }
    case 'check':
      return { ...plain, kind, number: text(tender, 'checkNumber') };
    case 'money-order':
      return { ...plain, kind, number: text(tender, 'serial') };
    case 'card':
      return { ...plain, kind };
    case 'credit':
      return { ...plain, kind, account: text(tender, 'accountNumber') };
    default:
      return complain(`${kind} is no tender.`);
  }
}

/** Where a tender's money stands while its drawer is open. */
export function standsIn(drawer: string, tender: Kept): string {
  return tender.kind === 'credit' ? `unapplied:${tender.account}` : `drawer:${drawer}:${tender.kind}`;
}

/** Where it was explained when its drawer closed. */
export function explainedIn(tender: Pick<Kept, 'kind'>): string {
  return tender.kind === 'cash' ? 'over-short' : `difference:${tender.kind}`;
}
