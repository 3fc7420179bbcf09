import { useCallback, useRef, useState } from 'react';
import type { Input } from '#contract/contract';
import type { Report } from '#domain/report';
import { usePage } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import type { Asked } from '../../store.ts';
import { useRestedQuery } from '../safe/useRestedQuery.ts';

type Asking = Input<'report'>;

/** A report as far as it has come. */
export type ReportShown = {
  first: Asked<Report>;
  rows: Report['rows'];
  more: string | null;
  /** Brings the next page, where there is one and it is not under way. */
  next(): void;
  /** Adds all of it up again. */
  again(): void;
};

type Later = { of: Report | undefined; rows: Report['rows']; more: string | null };

/** Asks for the first page of a report, and for each next one as it is scrolled to. */
export function useReport(asking: Asking | null): ReportShown {
  const { client, notice } = usePage();
  const { first, again } = useOnce(asking);
  const [later, setLater] = useState<Later>({ of: undefined, rows: [], more: null });
  const underWay = useRef<string | null>(null);
  const of = first.value;
  const isOf = later.of === of;
  const rows = isOf ? later.rows : (of?.rows ?? []);
  const more = isOf ? later.more : (of?.more ?? null);
  const next = useCallback(() => {
    if (asking === null || more === null || underWay.current === more) return;
    underWay.current = more;
    void client.call('report', { ...asking, after: more }).then((answer) => {
      underWay.current = null;
      notice.tell(troubleOf(answer)?.sentence ?? null);
      if (answer.ok) setLater({ of, rows: [...rows, ...answer.value.rows], more: answer.value.more });
    });
  }, [asking, client, more, notice, of, rows]);
  return { first, rows, more, next, again };
}

/**
 * A report that has come stays as it is until somebody wants it anew: what is scrolled to does not go away under the
 * hand, and a year is not added up again each time that anything happens at the office.
 */
function useOnce(asking: Asking | null): { first: Asked<Report>; again: () => void } {
  const [held, setHeld] = useState<{ of: Asking | null; first: Asked<Report> } | null>(null);
  const isHeld = held !== null && held.of === asking;
  const asked = useRestedQuery('report', isHeld ? null : asking);
  if (!isHeld && asking !== null && asked.state === 'answered') setHeld({ of: asking, first: asked });
  const again = useCallback(() => setHeld(null), []);
  return { first: isHeld ? held.first : asked, again };
}
