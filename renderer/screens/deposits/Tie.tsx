import type { ReactNode } from 'react';
import type { TieBreak } from '#contract/tieShapes';
import { amount } from '../../format.ts';
import { tie as words } from '../../messages/deposits.ts';
import { tie as ofAll } from '../../messages/tie.ts';
import { Room } from '../../ui/Room.tsx';
import { Halves } from '../safe/Halves.tsx';
import { Breaks } from '../tie/Breaks.tsx';
import type { Deposit } from './depositsForm.ts';

type Told = NonNullable<Deposit['told']>;

type TieProps = {
  told: Told;
  isCounty: boolean;
  /** How many of the places above it are hidden by it. */
  rowsBelow: ReactNode;
};

/** From the receipts to the bank in one row, and above it each place at which it does not hold. */
export function Tie({ told, isCounty, rowsBelow }: TieProps) {
  const sum = (of: (row: Told['tie'][number]) => number) => told.tie.reduce((total, row) => total + of(row), 0);
  const elsewhere = sum((row) => row.elsewhereCents);
  // What other accounts take by fund is explained, as what was paid out is: from here on it is this deposit's alone.
  const [receipts, drawers, office] = [
    sum((row) => row.receiptsCents),
    sum((row) => row.drawersCents) - elsewhere,
    sum((row) => row.officeCents),
  ];
  const isCounted = told.tie.every(({ depositCents }) => depositCents !== null);
  const deposit = sum((row) => row.depositCents ?? 0);
  return (
    <>
      <BreaksOf told={told} />
      <section className="foot" aria-label={words.title}>
        {rowsBelow}
        <div className="tie">
          <Place head={words.receipts} cents={receipts} then={drawers < receipts ? '−' : '+'} under={words.papers} />
          <Explained of={told.breaks} by={drawers - receipts} elsewhere={elsewhere} />
          <Place
            head={words.drawers}
            cents={drawers}
            then={(isCounted ? deposit : office) === drawers ? '=' : '≠'}
            under={office === drawers ? words.handedOver : words.counted(amount(office))}
          />
          <Place
            head={words.deposit}
            cents={isCounted ? deposit : null}
            then={told.bank ? (told.bank.cents === deposit ? '=' : '≠') : undefined}
            under={isCounted ? <Halves differenceCents={deposit - drawers} /> : words.open}
          />
          <div className="tie-bank">
            <Last told={told} isCounty={isCounty} deposit={deposit} />
          </div>
        </div>
      </section>
    </>
  );
}

/** Each place at which it does not hold; Tab comes to them, and what scrolls is the panel. */
function BreaksOf({ told: { breaks } }: { told: Told }) {
  if (breaks.length === 0) return null;
  return (
    <Room label={ofAll.breaks}>
      <Breaks breaks={breaks} />
    </Room>
  );
}

/** What the bank's slip says, whose statement is still to come; the county's receipt is the end of it. */
function Last({ told: { bank }, isCounty, deposit }: { told: Told; isCounty: boolean; deposit: number }) {
  const head = isCounty ? words.county : words.bank;
  if (!bank) return <Place head={head} cents={null} under={isCounty ? words.noReceipt : words.noStatement} />;
  const isSame = bank.cents === deposit;
  const under = isSame && !isCounty ? words.bySlip : <Halves differenceCents={bank.cents - deposit} />;
  return <Place head={head} cents={bank.cents} under={under} />;
}

const BETWEEN = [
  ...(['correction', 'reversal', 'refund', 'paid_in', 'paid_out'] as const),
  ...(['over_short', 'difference', 'float'] as const),
] as const;

/** What stands between the receipts and what the drawers handed over: `50.00 paid out, 4.25 short`. */
function explained(breaks: readonly TieBreak[], elsewhereCents: number): string {
  const said = BETWEEN.flatMap((why) => {
    const by = breaks.filter((one) => one.why === why).reduce((total, one) => total + one.cents, 0);
    const { more, less } = words.between[why];
    return by === 0 ? [] : [`${amount(Math.abs(by))} ${by > 0 ? more : less}`];
  });
  if (elsewhereCents > 0) said.push(words.elsewhere(amount(elsewhereCents)));
  return said.length > 0 ? said.join(', ') : words.nothing;
}

type ExplainedProps = { of: readonly TieBreak[]; by: number; elsewhere: number };

/** Its sign stands before it. */
function Explained({ of, by, elsewhere }: ExplainedProps) {
  return <Place head={words.explained} cents={Math.abs(by)} then="=" under={explained(of, elsewhere)} />;
}

type PlaceProps = { head: string; cents: number | null; then?: string | undefined; under: ReactNode };

/** One place of the tie: its amount and what it has to do with the one before. */
function Place({ head, cents: at, then, under }: PlaceProps) {
  return (
    <div className="tie-place">
      <b className="tie-head">{head}</b>
      <span className="tie-amount">
        {at === null ? '—' : amount(at)}
        {then ? <span className="tie-then">{then}</span> : null}
      </span>
      <small>{under}</small>
    </div>
  );
}
