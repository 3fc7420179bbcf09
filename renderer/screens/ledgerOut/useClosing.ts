import type { Dispatch } from 'react';
import { seriesOf } from '#domain/series';
import { mediumDay } from '../../format.ts';
import { ledgerOut as words } from '../../messages/ledgerOut.ts';
import { useSteadyQuery } from '../../page.ts';
import { refusedIn } from '../../store.ts';
import { useBegun } from '../../ui/useBegun.ts';
import { useApproved } from '../approval/useApproved.ts';
import { useRestedQuery } from '../safe/useRestedQuery.ts';
import { closeNotYet, type DayListed, type LedgerOutAction, type LedgerOutForm } from './ledgerOutForm.ts';

/** The day that would close; `isOver` is false of today, which goes on. */
export type ToClose = { day: DayListed; isOver: boolean };

/** Closes the day as it is shown, of all stations or of one, with a second person’s yes where something is loose. */
export function useClosing(form: LedgerOutForm, send: Dispatch<LedgerOutAction>, of: ToClose | null) {
  const day = of?.day;
  const begin = useBegun(form.begun, send);
  const run = useApproved(form, send, 'office');
  const stations = useStationsLeft(day);
  const { station } = form;
  const reason = form.reason.trim();
  const whole = day ? { day: day.day, ...(reason === '' ? {} : { reason }) } : null;
  const asked = useRestedQuery('dayClose', whole && { ...whole, ...(station === null ? {} : { station }) });
  const told = asked.value;
  const refused = refusedIn(asked);
  const not = closeNotYet(form, told, refused);
  const isLoose = (told?.looseEndsInAll ?? 0) > 0;
  // A closed day never opens again: where something is loose or the day goes on, that is asked about once more.
  const press = async () => {
    if (form.busy) return;
    if (not) return send({ did: 'wentTo', place: not.place });
    if (isLoose || !of?.isOver) return send({ did: 'asked', about: 'close' });
    await close();
  };
  async function close() {
    if (!whole || !told || form.busy) return;
    const { mark } = told;
    const input = { ...whole, mark, commandId: begin(JSON.stringify([whole, station, mark])) };
    const yes = isLoose ? { mark } : 'nothing';
    const closed =
      station === null ? await run('closeDay', input, yes) : await run('closeStationDay', { ...input, station }, yes);
    if (closed) send({ did: 'finished', done: words.closed(mediumDay(closed.day), station) });
  }
  return {
    told,
    stations,
    refused,
    why: not?.why ?? null,
    press: () => void press(),
    close: () => void close(),
  };
}

/** The stations that have not closed the day by themselves, by their marks. */
function useStationsLeft(day: DayListed | undefined): readonly string[] {
  const seals = useSteadyQuery('dayClose', day ? { day: day.day } : null).value?.seals ?? [];
  const left = seals.filter(({ isClosed, sequence }) => !isClosed && sequence > 0);
  return [...new Set(left.map(({ station }) => seriesOf(station)))];
}
