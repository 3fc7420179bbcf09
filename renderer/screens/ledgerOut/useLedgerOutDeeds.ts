import type { Dispatch } from 'react';
import type { BusinessDay } from '#domain/businessDay';
import { useStation } from '../../frame/station.ts';
import { useBegun } from '../../ui/useBegun.ts';
import { useNextApprover } from '../approval/useApproved.ts';
import { type Route, useGo } from '../route.ts';
import { useTelling } from '../safe/useTelling.ts';
import { type DayListed, deedOf, type LedgerOutAction, type LedgerOutForm } from './ledgerOutForm.ts';
import { useClosing } from './useClosing.ts';

export type LedgerOutDeeds = ReturnType<typeof useLedgerOutDeeds>;

/** What the signed-in person may do with the day on show. */
export function useLedgerOutDeeds(
  form: LedgerOutForm,
  send: Dispatch<LedgerOutAction>,
  { day, today }: { day: DayListed | undefined; today: BusinessDay | undefined },
) {
  const go = useGo();
  const role = useStation().station.person?.role;
  const mayAct = role === 'supervisor' || role === 'finance';
  const deed = day ? deedOf(day) : null;
  const isOver = day !== undefined && today !== undefined && day.day < today;
  const closing = useClosing(form, send, day && deed === 'close' && mayAct ? { day, isOver } : null);
  const exporting = useExporting(form, send, day);
  const back = () => (form.reason.trim() === '' ? go({ go: 'back' }) : send({ did: 'asked', about: 'leave' }));
  const leaving = { at: 'ledgerOut' as const, place: { before: form.before, chosen: day?.day ?? null } };
  const look = () => {
    if (day?.glExport == null) return;
    go({ go: { at: 'glExport', number: day.glExport }, leaving });
  };
  const does = { close: closing.press, export: exporting.press, look };
  const press = deed !== null && (mayAct || deed === 'look') ? does[deed] : undefined;
  const nextSupervisor = useNextApprover(form, send, 'office');
  const isLoose = (closing.told?.looseEndsInAll ?? 0) > 0;
  return {
    ...{ mayAct, deed, press, told: closing.told, refused: closing.refused, isLoose, isOver },
    stations: deed === 'close' && mayAct ? closing.stations : [],
    leave: () => go({ go: 'back' }),
    close: closing.close,
    export: exporting.run,
    goTo: (to: Route) => go({ go: to, leaving }),
    why: deed === 'close' ? closing.why : null,
    actions: {
      back,
      primary: press,
      // Not while a reason is typed: it would be lost.
      wholeDay: day && form.reason.trim() === '' ? () => go({ go: { at: 'day', day: day.day }, leaving }) : undefined,
      supervisor: deed === 'close' && isLoose ? nextSupervisor : undefined,
    },
  };
}

function useExporting(form: LedgerOutForm, send: Dispatch<LedgerOutAction>, day: DayListed | undefined) {
  const go = useGo();
  const begin = useBegun(form.begun, send);
  const tell = useTelling(send);
  const run = async () => {
    if (!day || form.busy) return;
    const input = { through: day.day, layout: form.layout };
    const done = await tell('exportGl', { ...input, commandId: begin(JSON.stringify(input)) });
    if (!done) return;
    const leaving = { at: 'ledgerOut' as const, place: { before: form.before, chosen: day.day } };
    go({ go: { at: 'glExport', number: done.number }, leaving });
  };
  // The key that just closed the day is this one’s too: pressed twice, it would send the day out unlooked at.
  const press = () => (form.done === null ? void run() : send({ did: 'asked', about: 'export' }));
  return { run: () => void run(), press };
}
