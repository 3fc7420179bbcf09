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
          <Place head={words.receipts} cents={receipts} then="−" under={words.papers} />
          <Place head={words.explained} cents={receipts - drawers} then="=" under={explained(told.breaks, elsewhere)} />
          <Place
            head={words.drawers}
            cents={drawers}
            then={(isCounted ? deposit : office) === drawers ? '=' : '≠'}
            under={office === drawers ? words.handedOver : words.counted(amount(office))}
          />
          <Place
            head={words.deposit}
            cents={isCounted ? deposit : null}
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

/** The county's receipt is the end of it; a bank's slip is not: its statement is still to come. */
function Last({ told: { bank }, isCounty, deposit }: { told: Told; isCounty: boolean; deposit: number }) {
  if (isCounty)
    return (
      <Place
        head={words.county}
        cents={bank?.cents ?? null}
        under={bank ? <Halves differenceCents={bank.cents - deposit} /> : words.noReceipt}
      />
    );
  const under = bank ? `${words.slip(amount(bank.cents))}, ${words.noStatement}` : words.noStatement;
  return <Place head={words.bank} cents={null} under={under} />;
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

type PlaceProps = { head: string; cents: number | null; then?: string; under: ReactNode };

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
