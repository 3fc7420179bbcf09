import { type Dispatch, useReducer, useRef } from 'react';
import type { Output } from '#contract/contract';
import { Frame } from '../../frame/Frame.tsx';
import type { Actions } from '../../keymap.ts';
import { batches as words } from '../../messages/batches.ts';
import { useQuery, useSteadyQuery } from '../../page.ts';
import { refusedIn } from '../../store.ts';
import { AskToForget } from '../../ui/AskToForget.tsx';
import { nextOf } from '../../ui/beside.ts';
import { Field } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { Keys } from '../../ui/Keys.tsx';
import { ListRoom } from '../../ui/ListRoom.tsx';
import { pageKeys } from '../../ui/pagedList.ts';
import { scrolling } from '../../ui/scrollRoom.ts';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useHeld } from '../../ui/useHeld.ts';
import { isDay } from '../reports/reportsForm.ts';
import { type Route, useGo } from '../route.ts';
import { BatchSide } from './BatchSide.tsx';
import { BatchTable } from './BatchTable.tsx';
import {
  type Batch,
  type BatchesAction,
  type BatchesForm,
  type BatchesPlace,
  batchesReducer,
  blankBatches,
  byDay,
  FILTERS,
  pageAsked,
  sentBack,
} from './batchesForm.ts';
import { useDeeds } from './useDeeds.ts';

type Page = Output<'batches'>;

/** What drawers took, batch by batch: looked at, approved as it is shown, or sent back. */
export function Batches({ place }: { place: BatchesPlace | undefined }) {
  const go = useGo();
  const [form, send] = useReducer(batchesReducer, place, blankBatches);
  useFocus(form.focus);
  const asked = useQuery('batches', pageAsked(form));
  const page = asked.value;
  const shown = useHeld(JSON.stringify(pageAsked(form)), form.chosen, page?.batches[0]?.batch ?? null);
  const batch = useSteadyQuery('batch', shown === null ? null : { batch: shown }).value;
  const leave = (to: Route) => go({ go: to, leaving: { at: 'batches', place: placeOf(form, shown) } });
  const side = useRef<HTMLElement>(null);
  const deeds = useDeeds({ form, send, batch: batch?.batch === shown ? batch : undefined, leave });
  return (
    <Frame
      screen="batches"
      side="wide"
      leave={leave}
      actions={{ ...listActions(form, page, send), ...scrolling(side), ...deeds.actions }}
    >
      <section className="left" aria-label={words.title}>
        <TitleRow title={words.title}>{page ? listed(form, page) : ''}</TitleRow>
        <DayOfList form={form} send={send} />
        <List page={page} form={form} shown={shown} send={send} refused={refusedIn(asked)} />
      </section>
      <BatchSide
        form={form}
        batch={batch}
        deeds={deeds}
        room={side}
        from={{ at: 'batches', place: placeOf(form, shown) }}
      />
      {batch ? <AskAgain batch={batch} onYes={deeds.approveAfterAll} onNo={() => send({ did: 'stayed' })} /> : null}
    </Frame>
  );
}

type AskAgainProps = { batch: Batch; onYes: (() => void) | null; onNo: () => void };

/** Whoever sent it back had a reason: nobody approves it over that without having read it. */
function AskAgain({ batch, onYes, onNo }: AskAgainProps) {
  const back = sentBack(batch);
  if (!onYes || !back) return null;
  return <AskToForget words={words.askAgain({ batch: batch.batch, ...back })} onKeep={onNo} onForget={onYes} />;
}

function placeOf({ filter, day, before }: BatchesForm, chosen: string | null): BatchesPlace {
  return { filter, day, before, chosen };
}

/** Batches of one business day only: typed above the list, from which the hand goes back to it. */
function DayOfList({ form, send }: { form: BatchesForm; send: Dispatch<BatchesAction> }) {
  const { day } = form;
  return (
    <Field
      label={words.day}
      focusName="day"
      value={day}
      maxLength={10}
      hint={day === '' ? words.dayHint : null}
      hintAfter={<Keys keys="F4" />}
      onText={(text) => send({ did: 'typedDay', text })}
      onEnter={() => send({ did: 'wentTo', place: 'batches' })}
      wrong={day.length >= 10 && !isDay(day) ? words.wrongDay : null}
    />
  );
}

function listed({ filter, before }: BatchesForm, { batches, more }: Page): string {
  const number = batches.length;
  return words.filter[filter](before.length > 0 ? words.listedOlder(number) : words.listed(number, more));
}

/** The keys of the list itself. */
function listActions(form: BatchesForm, page: Page | undefined, send: Dispatch<BatchesAction>): Actions {
  const rows = page?.batches.map(({ batch }) => batch) ?? [];
  return {
    batch: rows.length > 1 ? undefined : false,
    filter: { run: () => send({ did: 'filtered' }), label: words.show[nextOf(FILTERS, form.filter)] },
    days: () => send({ did: 'wentTo', place: 'day' }),
    ...pageKeys(form, page && { rows, more: page.more }, send),
  };
}

type ListProps = {
  page: Page | undefined;
  form: BatchesForm;
  shown: string | null;
  send: Dispatch<BatchesAction>;
  refused: string | null;
};

function List({ page, form, shown, send, refused }: ListProps) {
  const listed = page?.batches ?? [];
  const rows = listed.map(({ batch }) => batch);
  return (
    <ListRoom
      label={words.list}
      focusName="batches"
      refused={refused}
      none={page && listed.length === 0 ? (isDay(form.day) ? words.noneOfDay : words.none[form.filter]) : null}
      onMove={(by) => send({ did: 'moved', by, from: shown, rows })}
    >
      {listed.length > 0 ? (
        <BatchTable days={byDay(listed)} chosen={shown} onPick={(row) => send({ did: 'chose', row })} />
      ) : null}
    </ListRoom>
  );
}
