import { worthOf } from './counting.ts';
import { BANK_TENDERS, type BankTender, type Paper } from './officeBooks.ts';
import { agreeAmounts, canonical, complain, type Fields, fields, list, sum, text, whole } from './reading.ts';

/** What lies in a deposit, or was counted in it. */
type Lying = { pieces: Fields; papers: readonly Paper[] };

/** The tender that is told, of those that are taken to the bank. */
export function tenderOf(said: Fields): BankTender {
  const tender = text(said, 'tender');
  return BANK_TENDERS.find((known) => known === tender) ?? complain(`${tender} is not taken to the bank.`);
}

/** The checks and money orders that are told. */
export function papersIn(value: unknown): Paper[] {
  return list(value, 'checks').map((said) => {
    const check = fields(said, 'A check');
    const [tender, cents] = [tenderOf(check), whole(check, 'cents', 1)];
    const number = text(check, 'checkNumber').replace(/^0+(?=\d)/, '');
    return { key: `${text(check, 'batch')} ${tender} ${number} ${cents}`, tender, cents };
  });
}

/** The amounts that an entry tells by tender. */
export function toldAs(payload: Fields, found: (tender: BankTender) => number): void {
  agreeAmounts('cashCents', whole(payload, 'cashCents'), found('cash'));
  agreeAmounts('checkCents', whole(payload, 'checkCents'), found('check'));
  agreeAmounts('moneyOrderCents', whole(payload, 'moneyOrderCents'), found('money-order'));
}

/** The first paper that is named more often than it is there, or null. */
export function beyond(named: readonly Paper[], there: readonly Paper[]): Paper | null {
  const left = there.map(({ key }) => key);
  for (const paper of named) {
    const at = left.indexOf(paper.key);
    if (at < 0) return paper;
    left.splice(at, 1);
  }
  return null;
}

/** Papers without those that are missing, each of which is one of them. */
export function without(papers: readonly Paper[], missing: readonly Paper[]): Paper[] {
  const gone = missing.map(({ key }) => key);
  return papers.filter(({ key }) => {
    const at = gone.indexOf(key);
    if (at >= 0) gone.splice(at, 1);
    return at < 0;
  });
}

/** Pieces without the kinds of which there are none. */
function withoutNone(pieces: Fields): Fields {
  return Object.fromEntries(Object.entries(pieces).filter(([, count]) => count !== 0));
}

/** What is in it of one tender: cash by its pieces, papers by the piece. */
export function foundIn({ pieces, papers }: Lying, tender: BankTender): number {
  if (tender === 'cash') return worthOf(pieces);
  return sum(papers.filter((paper) => paper.tender === tender).map(({ cents }) => cents));
}

/** What all papers come to. */
export function papersCents({ papers }: Pick<Lying, 'papers'>): number {
  return sum(papers.map(({ cents }) => cents));
}

/** Whether a second count is the first one: cash piece by piece, papers in their number and their total. */
export function isSameCount(payload: Fields, first: Lying): boolean {
  agreeAmounts('cashCents', whole(payload, 'cashCents'), worthOf(payload.pieces));
  const piles = { check: fields(payload.checks, 'checks'), 'money-order': fields(payload.moneyOrders, 'moneyOrders') };
  return (
    canonical(withoutNone(fields(payload.pieces, 'The pieces'))) === canonical(withoutNone(first.pieces)) &&
    (['check', 'money-order'] as const).every((tender) => {
      const items = first.papers.filter((paper) => paper.tender === tender).length;
      const counted = piles[tender];
      return whole(counted, 'items') === items && whole(counted, 'cents') === foundIn(first, tender);
    })
  );
}

/** What somebody found of what was in a deposit, by its pieces and by the papers that are missing. */
export function countTold(payload: Fields, before: Lying, deposit: string): Lying {
  const missing = papersIn(payload.missing);
  const strange = beyond(missing, before.papers);
  if (strange !== null) complain(`A check that is missing was not in deposit ${deposit}: ${strange.key}.`);
  const found = { pieces: fields(payload.pieces, 'The pieces'), papers: without(before.papers, missing) };
  toldAs(payload, (tender) => foundIn(found, tender));
  return found;
}
