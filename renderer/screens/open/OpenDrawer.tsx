import { type Dispatch, useReducer } from 'react';
import { formatAmount } from '#domain/money';
import { shortName } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useUnfinished } from '../../frame/reload.ts';
import { useStation } from '../../frame/station.ts';
import type { Actions } from '../../keymap.ts';
import { drawer } from '../../messages/drawer.ts';
import { usePage, useSteadyQuery } from '../../page.ts';
import { Wrong } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useNextApprover } from '../approval/useApproved.ts';
import { PieceTable } from '../pieces/PieceTable.tsx';
import { isUntouched, worthTyped } from '../pieces/pieces.ts';
import { useGo } from '../route.ts';
import { Day, OpeningYes } from './Day.tsx';
import { LeftOpen } from './LeftOpen.tsx';
import { OtherDrawers } from './OtherDrawers.tsx';
import { blankOpen, firstOpenDay, type OpenAction, type OpenForm, openNotYet, openReducer } from './openForm.ts';
import { askedOf, useOpening } from './useOpening.ts';
import { useRecount } from './useRecount.ts';

/** A counted float, a chosen business day, and from then on one cashier's drawer. */
export function OpenDrawer() {
  const go = useGo();
  const [form, send] = useOpenForm();
  const { left, isOtherDay, needsApproval, mark, not } = useNeeded(form);
  const open = useOpening(form, send, needsApproval ? { mark } : 'nothing');
  const nextSupervisor = useNextApprover(form, send, 'drawer');
  const goTo = (place: string) => send({ did: 'wentTo', place });
  const press = () => (not ? goTo(not.place) : void open());
  const actions: Actions = {
    primary: press,
    day: () => goTo('day'),
    denominations: form.withRare ? undefined : () => send({ did: 'showedRare' }),
    recount: useRecount(goTo),
    supervisor: needsApproval ? nextSupervisor : undefined,
    findReceipt: () => go({ go: { at: 'receipts', label: null } }),
  };
  const button = { label: buttonWords(form), keys: 'Ctrl+Enter' };
  return (
    <Frame screen="open" actions={actions}>
      <Float form={form} send={send} />
      <section className="side" aria-label={drawer.open.float}>
        <Headline head={drawer.open.float}>{formatAmount(worthTyped(form.typed))}</Headline>
        <Day form={form} send={send} needsApproval={needsApproval} />
        {left.length > 0 ? <LeftOpen form={form} send={send} left={left} /> : null}
        {needsApproval ? <OpeningYes {...{ form, send, mark, isOtherDay }} isBesideLeft={left.length > 0} /> : null}
        <OtherDrawers goTo={goTo} />
        <span className="push" />
        {form.trouble?.under === 'primary' ? <Wrong sentence={form.trouble.sentence} /> : null}
        <PrimaryButton {...button} why={not?.why ?? null} busy={form.busy} onPress={press} onWhy={press} />
      </section>
    </Frame>
  );
}

/** The form of an opening, for the first day that is open. */
function useOpenForm(): [OpenForm, Dispatch<OpenAction>] {
  const { host } = usePage();
  const { today, closedThrough } = useStation().station;
  const [form, send] = useReducer(openReducer, null, () => blankOpen(host.newId(), firstOpenDay(today, closedThrough)));
  useFocus(form.focus);
  useUnfinished(isUntouched(form.typed) ? null : 'float');
  return [form, send];
}

/** What the station says an opening needs: steady, so that nothing flickers as the float is typed. */
function useNeeded(form: OpenForm) {
  const { today, floatWaiting, closedThrough } = useStation().station;
  const { asked, value } = useSteadyQuery('openingMark', askedOf(form));
  const isOtherDay = form.businessDay !== today;
  const left = value?.left ?? [];
  const needsApproval = isOtherDay || left.length > 0;
  const waiting = floatWaiting?.handoff ?? null;
  const not = openNotYet(form, { needsApproval, needsReason: left.length > 0, waiting, closedThrough });
  return { left, isOtherDay, needsApproval, not, mark: asked.value?.mark ?? null };
}

/** The float that waits, and whose it was: how much it is the count will tell. */
function Given() {
  const { floatWaiting } = useStation().station;
  if (!floatWaiting) return drawer.open.aside;
  return <b>{drawer.open.waiting(floatWaiting.handoff, shortName(floatWaiting.issuedByName))}</b>;
}

function buttonWords(form: OpenForm): string {
  const cents = worthTyped(form.typed);
  return cents > 0 ? drawer.open.button(formatAmount(cents)) : drawer.open.buttonNone;
}

function Float({ form, send }: { form: OpenForm; send: Dispatch<OpenAction> }) {
  return (
    <section className="left" aria-label={drawer.open.title}>
      <TitleRow title={drawer.open.title}>
        <Given />
      </TitleRow>
      <PieceTable
        typed={form.typed}
        withRare={form.withRare}
        onTyped={(worth, column, text) => send({ did: 'typedPieces', worth, column, text })}
        onMoved={(worth, column, by) => send({ did: 'movedCell', worth, column, by })}
      />
      {form.trouble?.under.startsWith('loose') ? <Wrong sentence={form.trouble.sentence} /> : null}
      <span className="push" />
      <p className="pad faint">{drawer.open.note}</p>
    </section>
  );
}
