import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { amount } from '../../format.ts';
import { say } from '../../messages/en.ts';
import { keepInView } from '../../ui/inView.ts';
import { Mark } from '../../ui/Mark.tsx';
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
  return (
    <List label={label} id={id} isTicked={row.ticked !== undefined}>
      {papers.map((one) => (
        <Paper key={one.place} id={id} of={one} {...row} />
      ))}
    </List>
  );
}

function LongList({ label, papers, id, ...row }: PaperListProps) {
  const scrolls = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: papers.length,
    getScrollElement: () => scrolls.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  const inHand = papers.findIndex(({ place }) => place === row.at);
  useEffect(() => {
    if (inHand >= 0) rows.scrollToIndex(inHand);
  }, [inHand, rows]);
  return (
    <List label={label} id={id} isTicked={row.ticked !== undefined} scrolls={scrolls} height={rows.getTotalSize()}>
      {rows.getVirtualItems().map(({ index, start }) => {
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
  scrolls?: RefObject<HTMLDivElement | null>;
  /** Of all rows, where only some are drawn. */
  height?: number;
  children: ReactNode;
};

/** A list to read, or one whose field above keeps the hand. */
function List({ label, id, isTicked, scrolls, height, children }: ListProps) {
  const whole = height === undefined ? {} : { style: { height, position: 'relative' as const } };
  if (isTicked)
    return (
      <div className="papers" ref={scrolls}>
        <div id={id} role="listbox" aria-label={label} aria-multiselectable tabIndex={-1} {...whole}>
          {children}
        </div>
      </div>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="papers" aria-label={label} tabIndex={0} data-focus="papers" ref={scrolls}>
      <ol {...whole}>{children}</ol>
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
