import type { DayTieRow, TieBreak } from '#contract/tieShapes';
import { breaksTogether, isOpenBreak } from '#domain/tie';
import { tie as words } from '../../messages/tie.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Breaks } from './Breaks.tsx';
import { DayTie } from './DayTie.tsx';

type Tied = { tie: readonly DayTieRow[]; breaks: readonly TieBreak[] };

/** The tie of a day and, under it, each place at which it does not hold. */
export function TieOfDay({ of }: { of: Tied }) {
  return (
    <section className="tie-of-day">
      <TieHead aside={words.aside} tie={of.tie} />
      {of.tie.length > 0 && of.breaks.length === 0 ? <p className="pad muted">{words.even}</p> : null}
      {of.breaks.length > 0 ? <Breaks breaks={of.breaks} /> : null}
    </section>
  );
}

/** The tie of a day alone, which stays in sight while its breaks are looked at in a list: how many there are. */
export function TieAlone({ of: { tie, breaks } }: { of: Tied }) {
  const listed = breaksTogether(breaks);
  const differ = listed.filter(({ first }) => !isOpenBreak(first.why)).length;
  return (
    <section className="tie-of-day">
      <TieHead
        tie={tie}
        aside={
          differ > 0 ? (
            <span className="with-mark">
              <Mark name="warning" className="short" /> {words.differ(differ, listed.length - differ)}
            </span>
          ) : tie.length > 0 && breaks.length === 0 ? (
            words.even
          ) : (
            words.aside
          )
        }
      />
    </section>
  );
}

function TieHead({ tie, aside }: { tie: Tied['tie']; aside: React.ReactNode }) {
  return (
    <>
      <div className="row">
        <h2>{words.title}</h2>
        <span className="muted">{aside}</span>
      </div>
      {tie.length === 0 ? <p className="pad muted">{words.none}</p> : <DayTie tie={tie} />}
    </>
  );
}
