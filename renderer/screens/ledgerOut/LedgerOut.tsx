import { type Dispatch, useReducer, useRef } from 'react';
import type { Output } from '#contract/contract';
import type { BusinessDay } from '#domain/businessDay';
import { mediumDay } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useUnfinished } from '../../frame/reload.ts';
import { ledgerOut as words } from '../../messages/ledgerOut.ts';
import { safe } from '../../messages/safe.ts';
import { useQuery } from '../../page.ts';
import { refusedIn } from '../../store.ts';
import { AskToForget } from '../../ui/AskToForget.tsx';
import { useFocus } from '../../ui/focus.ts';
import { ListRoom } from '../../ui/ListRoom.tsx';
import { pageKeys } from '../../ui/pagedList.ts';
import { Room } from '../../ui/Room.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import type { Day } from '../day/dayForm.ts';
import { useRestedQuery } from '../safe/useRestedQuery.ts';
import { TieOfDay } from '../tie/TieOfDay.tsx';
import { DayTable } from './DayTable.tsx';
import { LedgerOutSide } from './LedgerOutSide.tsx';
import {
  blankLedgerOut,
  type DayListed,
  type LedgerOutAction,
  type LedgerOutForm,
  type LedgerOutPlace,
  ledgerOutReducer,
} from './ledgerOutForm.ts';
import { type LedgerOutDeeds, useLedgerOutDeeds } from './useLedgerOutDeeds.ts';

type Page = Output<'days'>;

/** Business days: what is open is closed, what is closed goes out to finance, what went out is looked at. */
export function LedgerOut({ place }: { place: LedgerOutPlace | undefined }) {
  const [form, send] = useReducer(ledgerOutReducer, place, blankLedgerOut);
  useFocus(form.focus, 'nearest');
  useUnfinished(form.reason.trim() === '' ? null : 'dayClose');
  const last = form.before.at(-1);
  const asked = useQuery('days', last === undefined ? {} : { after: last });
  const page = asked.value;
  const shown = useShown(form, page);
  const day = page?.days.find((one) => one.day === shown);
  const seen = useRestedQuery('day', shown === null ? null : { day: shown }).value;
  const deeds = useLedgerOutDeeds(form, send, { day, today: page?.today });
  const refused = refusedIn(asked);
  return (
    <Frame
      screen="ledgerOut"
      side="wide"
      leave={deeds.goTo}
      actions={{ ...pageActions(form, page, send), ...deeds.actions }}
    >
      <section className="left" aria-label={words.title}>
        <TitleRow title={words.title}>
          {page ? (page.closedThrough ? words.closedThrough(mediumDay(page.closedThrough)) : words.noneClosed) : ''}
        </TitleRow>
        <List {...{ page, shown, send, refused }} />
        {seen ? <TieShown seen={seen} /> : null}
      </section>
      <LedgerOutSide {...{ form, send, day, deeds, seen }} />
      {day ? <AskedOnceMore {...{ form, send, day, deeds }} /> : null}
    </Frame>
  );
}

type AskedProps = { form: LedgerOutForm; send: Dispatch<LedgerOutAction>; day: DayListed; deeds: LedgerOutDeeds };

/** What is asked about before it is done: a close that nothing takes back, an export right after it, what is typed. */
function AskedOnceMore({ form: { asks, station }, send, day, deeds }: AskedProps) {
  const onKeep = () => send({ did: 'stayed' });
  if (asks === 'leave') return <AskToForget words={safe.ask} onKeep={onKeep} onForget={deeds.leave} />;
  if (asks === 'export')
    return <AskToForget words={words.sureExport(mediumDay(day.day))} onKeep={onKeep} onForget={deeds.export} />;
  if (asks !== 'close' || !deeds.told) return null;
  const sure = words.sure({
    close: words.close(mediumDay(day.day), station),
    told: deeds.told,
    isOver: deeds.isOver,
  });
  return <AskToForget words={sure} onKeep={onKeep} onForget={deeds.close} goesOnByKey />;
}

/** The day on show stays on show until the hand moves. */
function useShown({ chosen }: LedgerOutForm, page: Page | undefined): BusinessDay | null {
  const held = useRef<BusinessDay | null>(null);
  const there = page?.days.some(({ day }) => day === held.current) ? held.current : null;
  held.current = chosen ?? there ?? page?.days[0]?.day ?? null;
  return held.current;
}

function pageActions(form: LedgerOutForm, page: Page | undefined, send: Dispatch<LedgerOutAction>) {
  const rows = page?.days.map(({ day }) => day) ?? [];
  return {
    businessDay: rows.length > 1 ? undefined : (false as const),
    ...pageKeys(form, page && { rows, more: page.more }, send),
  };
}

/** From the receipts of the day on show to the bank: what is tied, and what is not. */
function TieShown({ seen }: { seen: Day }) {
  return (
    <Room label={words.tie(mediumDay(seen.day))} rows="tbody tr" moreKeys="F8">
      <TieOfDay of={seen} />
    </Room>
  );
}

type ListProps = {
  page: Page | undefined;
  shown: BusinessDay | null;
  send: Dispatch<LedgerOutAction>;
  refused: string | null;
};

function List({ page, shown, send, refused }: ListProps) {
  const listed = page?.days ?? [];
  const rows = listed.map(({ day }) => day);
  return (
    <ListRoom
      label={words.list}
      focusName="days"
      refused={refused}
      none={page && listed.length === 0 ? words.none : null}
      onMove={(by) => send({ did: 'moved', by, from: shown, rows })}
    >
      {listed.length > 0 ? (
        <DayTable days={listed} chosen={shown} onPick={(row) => send({ did: 'chose', row })} />
      ) : null}
    </ListRoom>
  );
}
