import type { TieBreak } from '#contract/tieShapes';
import type { BatchRow } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { type HandoffRow, handoffsOfBatch } from '#db/ledger/handoffs';
import { type DrawerPosting, drawerPostings, type Explained, explainedLater } from '#db/ledger/tieSums';
import type { HandoffKind } from '#domain/handoff';
import { kindOfHandoff } from '#domain/handoffPostings';
import { DrawerTender } from '#domain/tender';

/** One tender of a closed batch, from its receipts to what the office has of it, and each break on the way. */
export type TenderTie = {
  tender: DrawerTender;
  /** Issued, less what is void or reversed, with what corrections moved. */
  receiptsCents: number;
  /** What the drawer handed over, its float aside; of cards the terminal's total. */
  drawersCents: number;
  /** What the office counted of it, or found where two counts differed. */
  officeCents: number;
  breaks: TieBreak[];
};

type Of = { tender: DrawerTender; batch: string; document: string };

/** A break of one tender of a batch; none where nothing differs. */
export function breakOf(why: TieBreak['why'], { tender, batch, document }: Of, cents: number): TieBreak[] {
  return cents === 0 ? [] : [{ why, tender, batch, document, cents, deposit: null, day: null }];
}

/** From the receipts of a closed batch to the office, tender by tender, by what was posted (design, the four-way tie). */
export async function batchTie(tx: LedgerTx, district: string, row: BatchRow): Promise<TenderTie[]> {
  const posted = await drawerPostings(tx, district, row);
  const later = await explainedLater(tx, district, row);
  const handoffs = await handoffsOfBatch(tx, district, row.batch);
  return DrawerTender.options.map((tender) => {
    const own = posted.filter((one) => tenderOf(one) === tender);
    const receiptsCents = sum(own.filter(isReceipt)) + sum(later.filter((one) => tenderOf(one) === tender));
    const drawersCents = sum(own.filter(isHandedOver));
    const atDrawer = [...laterBreaks(later, tender, row), ...drawerBreaks(own, tender, row)];
    const rest = drawersCents - receiptsCents - sum(atDrawer);
    const between = handoffBreaks(handoffs, tender, row);
    return {
      ...{ tender, receiptsCents, drawersCents, officeCents: drawersCents + sum(between) },
      breaks: [
        ...atDrawer,
        ...breakOf('unexplained', { tender, batch: row.batch, document: row.drawer }, rest),
        ...between,
      ],
    };
  });
}

const RECEIPTS: ReadonlySet<string> = new Set(['receipt_issued', 'receipt_voided', 'receipt_corrected']);

function isReceipt({ kind, account }: DrawerPosting): boolean {
  return RECEIPTS.has(kind) && account.startsWith('drawer:');
}

/** Out of the drawer and on its way to the office, or, of cards, to the bank; floats go the same way and are none. */
function isHandedOver({ kind, account }: DrawerPosting): boolean {
  if (kind === 'drawer_opened') return false;
  return account === 'clearing:card' || (account.startsWith('transit:') && whatOf(account) !== 'float-return');
}

function isFloat({ kind, account }: DrawerPosting): boolean {
  return account.startsWith('transit:') && (kind === 'drawer_opened' || whatOf(account) === 'float-return');
}

function isFoundAtClose({ kind, account }: DrawerPosting): boolean {
  return (
    (kind === 'drawer_closed' || kind === 'drawer_ended') &&
    (account === 'over-short' || account.startsWith('difference:'))
  );
}

/** What of a drawer's cash stands for itself, by the kind of entry. */
const BESIDES = { refund_issued: 'refund', cash_paid_in: 'paid_in', cash_paid_out: 'paid_out' } as const;

function drawerBreaks(own: readonly DrawerPosting[], tender: DrawerTender, { batch, drawer }: BatchRow): TieBreak[] {
  const ofDrawer = { tender, batch, document: drawer };
  const besides = own.flatMap(({ kind, document, cents }) => {
    const why = BESIDES[kind as keyof typeof BESIDES];
    return why ? breakOf(why, { ...ofDrawer, document: document ?? drawer }, cents) : [];
  });
  return [
    ...besides,
    ...breakOf(tender === 'cash' ? 'over_short' : 'difference', ofDrawer, -sum(own.filter(isFoundAtClose))),
    // What the drawer began with and did not give back as a float it gave with its takings.
    ...breakOf('float', ofDrawer, -sum(own.filter(isFloat))),
  ];
}

/** What was put right of the receipts explains what the count had found. */
function laterBreaks(later: readonly Explained[], tender: DrawerTender, { batch }: BatchRow): TieBreak[] {
  return later
    .filter((one) => tenderOf(one) === tender)
    .flatMap(({ kind, document, cents }) =>
      breakOf(kind === 'receipt_reversed' ? 'reversal' : 'correction', { tender, batch, document }, -cents),
    );
}

/** Where the office counted something else than the drawer gave. */
function handoffBreaks(handoffs: readonly HandoffRow[], tender: DrawerTender, { batch }: BatchRow): TieBreak[] {
  return handoffs
    .filter(({ what }) => TENDERS[what] === tender)
    .flatMap(({ handoff, givenCents, countedCents, foundCents, isResolved }) =>
      breakOf(
        isResolved ? 'handoff' : 'handoff_open',
        { tender, batch, document: handoff },
        (foundCents ?? countedCents ?? 0) - (givenCents ?? 0),
      ),
    );
}

const TENDERS: Readonly<Record<HandoffKind, DrawerTender | null>> = {
  ...{ float: null, 'float-return': null, cash: 'cash', drop: 'cash' },
  ...{ check: 'check', 'money-order': 'money-order' },
};

const whatOf = (account: string) => kindOfHandoff(account.slice('transit:'.length));

/** Of which tender an account is, by its words. */
function tenderOf({ account }: { account: string }): DrawerTender | null {
  if (account === 'over-short') return 'cash';
  if (account === 'clearing:card') return 'card';
  if (account.startsWith('transit:')) return TENDERS[whatOf(account)] ?? 'cash';
  return DrawerTender.safeParse(account.split(':').at(-1)).data ?? null;
}

function sum(rows: readonly { cents: number }[]): number {
  return rows.reduce((total, { cents }) => total + cents, 0);
}
