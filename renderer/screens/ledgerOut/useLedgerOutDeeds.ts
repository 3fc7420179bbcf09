import type { Dispatch } from 'react';
import { mediumDay } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { ledgerOut as words } from '../../messages/ledgerOut.ts';
import { refusedIn } from '../../store.ts';
import { useBegun } from '../../ui/useBegun.ts';
import { useApproved, useNextSupervisor } from '../approval/useApproved.ts';
import { useGo } from '../route.ts';
import { useRestedQuery } from '../safe/useRestedQuery.ts';
import { useTelling } from '../safe/useTelling.ts';
import { closeNotYet, type DayListed, deedOf, type LedgerOutAction, type LedgerOutForm } from './ledgerOutForm.ts';

export type LedgerOutDeeds = ReturnType<typeof useLedgerOutDeeds>;

/** What the signed-in person may do with the day on show. */
export function useLedgerOutDeeds(form: LedgerOutForm, send: Dispatch<LedgerOutAction>, day: DayListed | undefined) {
  const go = useGo();
  const role = useStation().station.person?.role;
  const mayAct = role === 'supervisor' || role === 'finance';
  const deed = day ? deedOf(day) : null;
  const closing = useClosing(form, send, deed === 'close' && mayAct ? day : undefined);
  const exporting = useExporting(form, send, day);
  const look = () => {
    if (day?.glExport == null) return;
    const leaving = { at: 'ledgerOut' as const, place: { before: form.before, chosen: day.day } };
    go({ go: { at: 'glExport', number: day.glExport }, leaving });
  };
  const does = { close: closing.press, export: exporting, look };
  const press = deed !== null && (mayAct || deed === 'look') ? does[deed] : undefined;
  const nextSupervisor = useNextSupervisor(form, send);
  const isLoose = (closing.told?.looseEndsInAll ?? 0) > 0;
  return {
    ...{ mayAct, deed, press, told: closing.told, refused: closing.refused, isLoose },
    why: deed === 'close' ? closing.why : null,
    actions: {
      back: () => go({ go: 'back' }),
      primary: press,
      supervisor: deed === 'close' && isLoose ? nextSupervisor : undefined,
    },
  };
}

/** Closes the day as it is shown, with a second person's yes where something is loose. */
function useClosing(form: LedgerOutForm, send: Dispatch<LedgerOutAction>, day: DayListed | undefined) {
  const begin = useBegun(form.begun, send);
  const run = useApproved(form, send);
  const reason = form.reason.trim();
  const input = day ? { day: day.day, ...(reason === '' ? {} : { reason }) } : null;
  const asked = useRestedQuery('dayClose', input);
  const told = asked.value;
  const not = closeNotYet(form, told);
  const press = async () => {
    if (not) return send({ did: 'wentTo', place: not.place });
    if (!input || !told || form.busy) return;
    const { mark, looseEndsInAll } = told;
    const commandId = begin(JSON.stringify([input, mark]));
    const closed = await run('closeDay', { ...input, commandId, mark }, looseEndsInAll === 0 ? 'nothing' : { mark });
    if (closed) send({ did: 'finished', done: words.closed(mediumDay(closed.day)) });
  };
  const refused = refusedIn(asked);
  return { told, refused, why: not?.why ?? null, press: () => void press() };
}

function useExporting(form: LedgerOutForm, send: Dispatch<LedgerOutAction>, day: DayListed | undefined) {
  const go = useGo();
  const begin = useBegun(form.begun, send);
  const tell = useTelling(send);
  return async () => {
    if (!day || form.busy) return;
    const input = { through: day.day, layout: form.layout };
    const done = await tell('exportGl', { ...input, commandId: begin(JSON.stringify(input)) });
    if (!done) return;
    const leaving = { at: 'ledgerOut' as const, place: { before: form.before, chosen: day.day } };
    go({ go: { at: 'glExport', number: done.number }, leaving });
  };
}
