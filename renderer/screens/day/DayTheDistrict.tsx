import { type Dispatch, useReducer } from 'react';
import type { BusinessDay } from '#domain/businessDay';
import { longDay } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import type { Actions } from '../../keymap.ts';
import { day as words } from '../../messages/day.ts';
import { tie as tieWords } from '../../messages/tie.ts';
import { useSteadyQuery } from '../../page.ts';
import { useFocus } from '../../ui/focus.ts';
import { Room } from '../../ui/Room.tsx';
import type { Depositable } from '../deposits/makeDepositForm.ts';
import { useGo } from '../route.ts';
import { Breaks } from '../tie/Breaks.tsx';
import { TieAlone } from '../tie/TieOfDay.tsx';
import { useOfficePdf } from '../usePdf.ts';
import { AtOnce } from './AtOnce.tsx';
import { DayDrawers } from './DayDrawers.tsx';
import { DayHead } from './DayHead.tsx';
import { DaySide } from './DaySide.tsx';
import { blankDay, chosenOf, type Day, type DayAction, type DayForm, dayReducer, rowsOf } from './dayForm.ts';
import { HoursPlot } from './HoursPlot.tsx';
import { useOpening } from './useOpening.ts';

/** One business day of the district as it stands, and what waits for who looks at it. */
export function DayTheDistrict({ day, isHome = false }: { day: BusinessDay | null; isHome?: boolean }) {
  const go = useGo();
  const { station } = useStation();
  const [form, send] = useReducer(dayReducer, day, blankDay);
  useFocus({ on: 'day', turn: 0 });
  const { asked, value: seen } = useSteadyQuery('day', form.day === null ? {} : { day: form.day });
  const depositable = useDepositable();
  const opens = useOpening(form.day, depositable);
  const pdf = useOfficePdf();
  const first = seen?.waiting[0];
  const actions: Actions = {
    back: isHome ? undefined : () => go({ go: 'back' }),
    primary: first ? () => opens.waiting(first) : undefined,
    dayDrawer: (seen?.drawers.length ?? 0) > 0 ? undefined : false,
    dayWaiting: (seen?.waiting.length ?? 0) > 0 ? undefined : false,
    dayBefore: seen?.previous ? undefined : false,
    dayAfter: seen?.next ? undefined : false,
    makeDeposit: depositable ? () => go({ go: { at: 'makeDeposit', depositable } }) : undefined,
    pdf: seen ? () => void pdf({ of: 'day', day: seen.day }) : undefined,
    findReceipt: () => go({ go: { at: 'receipts', label: null } }),
  };
  return (
    <Frame screen="day" actions={actions}>
      <section className="left day" aria-label={words.title}>
        <DayHead seen={seen} asked={form.day ?? station.today} />
        {asked.state === 'refused' ? (
          <p className="pad" role="status">
            {asked.sentence}
          </p>
        ) : null}
        {seen && seen.drawers.length > 0 ? <TieAlone of={seen} /> : null}
        <Drawers seen={seen} form={form} send={send} opens={opens} />
        {seen ? <HoursPlot hours={seen.hours} day={longDay(seen.day).split(',')[0] ?? ''} /> : null}
      </section>
      <DaySide seen={seen} opens={opens} />
    </Frame>
  );
}

type DrawersProps = {
  seen: Day | undefined;
  form: DayForm;
  send: Dispatch<DayAction>;
  opens: ReturnType<typeof useOpening>;
};

/** What a deposit can be made of; undefined where nothing waits for one. An auditor makes none. */
function useDepositable(): Depositable | undefined {
  const { station } = useStation();
  const depositable = useSteadyQuery('depositable', station.person?.role === 'auditor' ? null : {}).value;
  return depositable && depositable.batches.length > 0 ? depositable : undefined;
}

/** The list keeps the hand: arrows, Enter for the drawer or the break in hand, a digit for what waits. */
function Drawers({ seen, form, send, opens }: DrawersProps) {
  const rows = seen ? rowsOf(seen) : [];
  const chosen = chosenOf(form, rows);
  const move = (by: 1 | -1) => send({ did: 'moved', by, from: chosen?.key ?? null, rows: rows.map(({ key }) => key) });
  const pressed = (key: string) => {
    if (key === 'ArrowDown') move(1);
    if (key === 'ArrowUp') move(-1);
    const beside = key === 'ArrowLeft' ? seen?.previous : key === 'ArrowRight' ? seen?.next : null;
    if (beside) send({ did: 'turned', day: beside });
    if (key === 'Enter' && chosen) opens.row(chosen);
    const waiting = /^[1-9]$/.test(key) ? seen?.waiting[Number(key) - 1] : undefined;
    if (waiting) opens.waiting(waiting);
  };
  return (
    <Room label={words.drawers} focusName="day" onKey={pressed} hasArrows rows="tbody tr, li">
      {seen && seen.drawers.length === 0 ? <p className="pad muted">{words.none}</p> : null}
      {seen && seen.drawers.length > 0 ? (
        <>
          <DayDrawers seen={seen} chosen={form.chosen} onPick={(row) => send({ did: 'chose', row })} />
          <AtOnce of={seen.atOnce} />
          <BreaksOfDay seen={seen} chosen={form.chosen} onPick={(row) => send({ did: 'chose', row })} />
        </>
      ) : null}
    </Room>
  );
}

type BreaksOfDayProps = { seen: Day; chosen: string | null; onPick: (row: string) => void };

/** What the tie above does not hold at. */
function BreaksOfDay({ seen: { breaks }, chosen, onPick }: BreaksOfDayProps) {
  if (breaks.length === 0) return null;
  return (
    <section className="breaks-of-day">
      <h2>{tieWords.breaks}</h2>
      <Breaks breaks={breaks} chosen={chosen} onPick={onPick} />
    </section>
  );
}
