import type { DayTieRow, TieBreak } from '#contract/tieShapes';
import { tie as words } from '../../messages/tie.ts';
import { Breaks } from './Breaks.tsx';
import { DayTie } from './DayTie.tsx';

type TieOfDayProps = {
  of: { tie: readonly DayTieRow[]; breaks: readonly TieBreak[] };
  chosen?: string | null;
  onPick?: (key: string) => void;
};

/** The tie of a day and, under it, each place at which it does not hold. */
export function TieOfDay({ of: { tie, breaks }, chosen, onPick }: TieOfDayProps) {
  return (
    <section className="tie-of-day">
      <div className="row">
        <h2>{words.title}</h2>
        <span className="muted">{words.aside}</span>
      </div>
      {tie.length === 0 ? <p className="pad muted">{words.none}</p> : <DayTie tie={tie} />}
      {tie.length > 0 && breaks.length === 0 ? <p className="pad muted">{words.even}</p> : null}
      {breaks.length > 0 ? <Breaks breaks={breaks} {...(onPick ? { chosen: chosen ?? null, onPick } : {})} /> : null}
    </section>
  );
}
