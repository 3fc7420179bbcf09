import { type Dispatch, useReducer, useRef } from 'react';
import type { Output } from '#contract/contract';
import { Frame } from '../../frame/Frame.tsx';
import type { Actions } from '../../keymap.ts';
import { batches as words } from '../../messages/batches.ts';
import { useQuery, useSteadyQuery } from '../../page.ts';
import { useFocus } from '../../ui/focus.ts';
import { Room } from '../../ui/Room.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { type Route, useGo } from '../route.ts';
import { BatchSide } from './BatchSide.tsx';
import { BatchTable } from './BatchTable.tsx';
import {
  type BatchesAction,
  type BatchesForm,
  type BatchesPlace,
  batchesReducer,
  blankBatches,
  byDay,
  nextFilter,
  pageAsked,
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
  const shown = useShown(form, page);
  const batch = useSteadyQuery('batch', shown === null ? null : { batch: shown }).value;
  const leave = (to: Route) => go({ go: to, leaving: { at: 'batches', place: placeOf(form, shown) } });
  const deeds = useDeeds({ form, send, batch: batch?.batch === shown ? batch : undefined, leave });
  return (
    <Frame screen="batches" side="wide" actions={{ ...listActions(form, page, send), ...deeds.actions }}>
      <section className="left" aria-label={words.title}>
        <TitleRow title={words.title}>{page ? listed(form, page) : ''}</TitleRow>
        <List
          page={page}
          form={form}
          shown={shown}
          send={send}
          refused={asked.state === 'refused' ? asked.sentence : null}
        />
      </section>
      <BatchSide form={form} batch={batch} deeds={deeds} />
    </Frame>
  );
}

/**
 * What is on show stays on show until the hand moves: neither a batch that comes above it nor its leaving the list may
 * bring another one under the key that approves.
 */
function useShown(form: BatchesForm, page: Page | undefined): string | null {
  const list = JSON.stringify(pageAsked(form));
  const held = useRef<{ list: string; batch: string | null }>({ list, batch: null });
  if (held.current.list !== list) held.current = { list, batch: null };
  const batch = form.chosen ?? held.current.batch ?? page?.batches[0]?.batch ?? null;
  held.current = { list, batch };
  return batch;
}

function placeOf({ filter, before }: BatchesForm, chosen: string | null): BatchesPlace {
  return { filter, before, chosen };
}

function listed({ filter, before }: BatchesForm, { batches, more }: Page): string {
  const number = batches.length;
  return words.filter[filter](before.length > 0 ? words.listedOlder(number) : words.listed(number, more));
}

/** The keys of the list itself. */
function listActions(form: BatchesForm, page: Page | undefined, send: Dispatch<BatchesAction>): Actions {
  const last = page?.more ? page.batches.at(-1)?.batch : undefined;
  return {
    batch: (page?.batches.length ?? 0) > 1 ? undefined : false,
    filter: { run: () => send({ did: 'filtered' }), label: words.show[nextFilter(form.filter)] },
    newer: form.before.length > 0 ? () => send({ did: 'newer' }) : undefined,
    older: last === undefined ? undefined : () => send({ did: 'older', last }),
  };
}

type ListProps = {
  page: Page | undefined;
  form: BatchesForm;
  shown: string | null;
  send: Dispatch<BatchesAction>;
  refused: string | null;
};

/** The list keeps the hand also while it is empty or the ledger does not answer. */
function List({ page, form, shown, send, refused }: ListProps) {
  const listed = page?.batches ?? [];
  const batches = listed.map(({ batch }) => batch);
  const move = (by: 1 | -1) => send({ did: 'moved', by, from: shown, batches });
  return (
    <Room
      label={words.list}
      focusName="batches"
      onKey={(key) => {
        if (key === 'ArrowDown') move(1);
        if (key === 'ArrowUp') move(-1);
      }}
    >
      {refused === null ? null : (
        <p className="pad" role="status">
          {refused}
        </p>
      )}
      {page && listed.length === 0 ? <p className="pad muted">{words.none[form.filter]}</p> : null}
      {listed.length > 0 ? (
        <BatchTable days={byDay(listed)} chosen={shown} onPick={(batch) => send({ did: 'chose', batch })} />
      ) : null}
    </Room>
  );
}
