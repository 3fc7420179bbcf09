import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect } from 'react';
import { amount } from '../../format.ts';
import { say } from '../../messages/en.ts';
import { useRowsBelow } from '../../ui/below.ts';
import { keepInView } from '../../ui/inView.ts';
import { Mark } from '../../ui/Mark.tsx';
import { RowsBelow } from '../../ui/RowsBelow.tsx';
import type { Placed } from './ticks.ts';

const ROW = 30;
/** So many are drawn at once; of more only those in sight. */
const DRAWN_MAX = 60;

type PaperListProps = {
  label: string;
  papers: readonly Placed[];
  /** Places that are ticked off; left out where nothing is. */
  ticked?: readonly number[];
  /** The place of the one in hand. */
  at?: number | undefined;
  onPick?: (place: number) => void;
  /** The id of the list, for the field that moves the hand in it. */
  id?: string | undefined;
};

/** Checks and money orders, each with its number, batch and amount. A long list draws what is in sight. */
export function PaperList({ papers, ...props }: PaperListProps) {
  return papers.length > DRAWN_MAX ? <LongList papers={papers} {...props} /> : <ShortList papers={papers} {...props} />;
}

function ShortList({ label, papers, id, ...row }: PaperListProps) {
  const below = useRowsBelow<HTMLDivElement>('.paper-row');
  return (
    <List label={label} id={id} isTicked={row.ticked !== undefined} below={below} further={0}>
      {papers.map((one) => (
        <Paper key={one.place} id={id} of={one} {...row} />
      ))}
    </List>
  );
}

function LongList({ label, papers, id, ...row }: PaperListProps) {
  const below = useRowsBelow<HTMLDivElement>('.paper-row');
  const rows = useVirtualizer({
    count: papers.length,
    getScrollElement: () => below.panel.current,
    estimateSize: () => ROW,
    overscan: 10,
    // The hand is never on what the sign at the foot lies over.
    scrollPaddingEnd: ROW,
  });
  const drawn = rows.getVirtualItems();
  const inHand = papers.findIndex(({ place }) => place === row.at);
  useEffect(() => {
    if (inHand >= 0) rows.scrollToIndex(inHand);
  }, [inHand, rows]);
  return (
    <List
      label={label}
      id={id}
      isTicked={row.ticked !== undefined}
      below={below}
      further={papers.length - 1 - (drawn.at(-1)?.index ?? papers.length - 1)}
      height={rows.getTotalSize()}
    >
      {drawn.map(({ index, start }) => {
        const one = papers[index];
        return one ? <Paper key={one.place} id={id} of={one} top={start} {...row} /> : null;
      })}
    </List>
  );
}

type ListProps = {
  label: string;
  id: string | undefined;
  isTicked: boolean;
  below: ReturnType<typeof useRowsBelow<HTMLDivElement>>;
  /** How many are further down than any that is drawn. */
  further: number;
  /** Of all rows, where only some are drawn. */
  height?: number;
  children: ReactNode;
};

/** A list to read, or one whose field above keeps the hand. */
function List({ label, id, isTicked, below: { panel, foot, below }, further, height, children }: ListProps) {
  const whole = height === undefined ? {} : { style: { height, position: 'relative' as const } };
  if (isTicked)
    return (
      <div className="papers" ref={panel}>
        <div id={id} role="listbox" aria-label={label} aria-multiselectable tabIndex={-1} {...whole}>
          {children}
        </div>
        <RowsBelow {...{ foot, below, further }} />
      </div>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="papers" aria-label={label} tabIndex={0} data-focus="papers" ref={panel}>
      <ol {...whole}>{children}</ol>
      <RowsBelow {...{ foot, below, further }} />
    </section>
  );
}

type PaperProps = Pick<PaperListProps, 'ticked' | 'at' | 'onPick' | 'id'> & { of: Placed; top?: number };

function Paper({ of: { paper, place }, ticked, at, onPick, id, top }: PaperProps) {
  const isTicked = ticked?.includes(place) ?? false;
  const row = (
    <>
      {ticked ? <Mark name={isTicked ? 'tick' : 'none'} className={isTicked ? 'good' : 'faint'} /> : null}
      <span className="num">{paper.checkNumber}</span>
      <small>{paper.tender === 'check' ? '' : say.tender[paper.tender]}</small>
      <small>{paper.batch}</small>
      <span className="num">{amount(paper.cents)}</span>
    </>
  );
  const there = top === undefined ? {} : { style: { position: 'absolute' as const, top, left: 0, right: 0 } };
  if (!ticked)
    return (
      <li className="paper-row" {...there}>
        {row}
      </li>
    );
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus and names the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field presses it
    <div
      role="option"
      id={`${id}-${place}`}
      className="paper-row"
      aria-selected={isTicked}
      data-ticks=""
      data-ticked={isTicked ? '' : undefined}
      data-selected={place === at ? '' : undefined}
      onClick={() => onPick?.(place)}
      ref={place === at && top === undefined ? keepInView : null}
      {...there}
    >
      {row}
    </div>
  );
}
