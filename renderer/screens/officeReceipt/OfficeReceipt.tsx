import { type Dispatch, useReducer, useRef, useState } from 'react';
import type { Output } from '#contract/contract';
import { Frame } from '../../frame/Frame.tsx';
import type { Actions } from '../../keymap.ts';
import { officeReceipt as words } from '../../messages/officeReceipt.ts';
import { useQuery } from '../../page.ts';
import { type Asked, refusedIn } from '../../store.ts';
import { type Focus, focusOn, useFocus } from '../../ui/focus.ts';
import { ListRoom } from '../../ui/ListRoom.tsx';
import { useSlipRoom } from '../../ui/SlipRoom.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useWalk, type Walk } from '../../ui/useWalk.ts';
import { TraceFound } from '../ledgerOut/TraceFound.tsx';
import { type Route, useGo } from '../route.ts';
import { useRestedQuery } from '../safe/useRestedQuery.ts';
import { BatchReceiptTable } from './BatchReceiptTable.tsx';
import { OfficeReceiptSide } from './OfficeReceiptSide.tsx';
import {
  blankOfficeReceipt,
  type OfficeReceiptAction,
  type OfficeReceiptPlace,
  officeReceiptReducer,
  slipAt,
} from './officeReceiptForm.ts';

const AT_THE_LIST = { on: 'batchReceipts', turn: 0 } as const;

/** Receipts of one batch, whichever station took them: each with its slips, and where its money went. */
export function OfficeReceipt({ place }: { place: OfficeReceiptPlace }) {
  const go = useGo();
  const [form, send] = useReducer(officeReceiptReducer, place, blankOfficeReceipt);
  const [focus, setFocus] = useState<Focus>(AT_THE_LIST);
  useFocus(focus, 'nearest');
  const { room, keys } = useSlipRoom();
  const walk = useWalk();
  const toTheList = () => setFocus(focusOn(focus, AT_THE_LIST.on));
  const { batch, list, chosen, receipt } = useReceipts(place, form.chosen);
  const seen = receipt.value;
  const from: Route = { at: 'officeReceipt', place: { batch, label: chosen, slip: null } };
  const slips = seen?.slips ?? [];
  const show = (slip: number) => send({ did: 'showed', slip });
  const actions: Actions = {
    ...keys,
    ...walk.keys,
    back: walk.isAway ? () => go({ go: 'back' }) : { run: toTheList, label: words.toReceipts },
    receipt: walk.isAway && (list.value?.receipts.length ?? 0) > 1 ? undefined : false,
    nextSlip: seen && slips.length > 1 ? () => show((slipAt(form, seen) + 1) % slips.length) : undefined,
  };
  return (
    <Frame screen="officeReceipt" side="wide" actions={actions}>
      <section className="left" aria-label={words.untitled}>
        <List batch={batch} list={list} chosen={chosen} send={send} onEnter={walk.enter} />
        {chosen === null ? null : <WhereTo label={chosen} isTold={seen !== undefined} from={from} walk={walk} />}
      </section>
      <OfficeReceiptSide
        {...{ label: chosen, seen, form, room, refused: refusedIn(receipt) }}
        onShow={({ kind, label }) =>
          show(slips.findIndex(({ document }) => document.kind === kind && document.label === label))
        }
      />
    </Frame>
  );
}

type ListProps = {
  batch: string | null;
  list: Asked<Output<'batchReceipts'>>;
  chosen: string | null;
  send: Dispatch<OfficeReceiptAction>;
  onEnter: () => void;
};

function List({ batch, list, chosen, send, onEnter }: ListProps) {
  const receipts = list.value?.receipts ?? [];
  const labels = receipts.map(({ label }) => label);
  return (
    <>
      <TitleRow title={batch === null ? words.untitled : words.title(batch)}>
        {list.value ? words.listed(labels.length, list.value.more) : ''}
      </TitleRow>
      <ListRoom
        label={words.list}
        focusName={AT_THE_LIST.on}
        refused={refusedIn(list)}
        none={list.value && labels.length === 0 ? words.none : null}
        onMove={(by) => send({ did: 'moved', by, from: chosen, labels })}
        onEnter={onEnter}
      >
        {labels.length > 0 ? (
          <BatchReceiptTable receipts={receipts} chosen={chosen} onPick={(label) => send({ did: 'chose', label })} />
        ) : null}
      </ListRoom>
    </>
  );
}

/** The list, and of it the receipt that is meant. Which batch it is, a receipt that was opened by its number tells. */
function useReceipts(place: OfficeReceiptPlace, picked: string | null) {
  const batch = useRef(place.batch);
  const named = useRestedQuery('officeReceipt', picked === null ? null : { label: picked });
  batch.current ??= named.value?.receipt.batch ?? null;
  const list = useQuery('batchReceipts', batch.current === null ? null : { batch: batch.current });
  const first = list.value?.receipts[0]?.label ?? null;
  const unnamed = useQuery('officeReceipt', picked !== null || first === null ? null : { label: first });
  return { batch: batch.current, list, chosen: picked ?? first, receipt: picked === null ? unnamed : named };
}

type WhereToProps = { label: string; isTold: boolean; from: Route; walk: Walk };

/** On to its batch, its deposits and its lines of the general ledger. Its room stays while it is asked for. */
function WhereTo({ label, isTold, from, walk }: WhereToProps) {
  const go = useGo();
  const told = useQuery('traced', isTold ? { label } : null).value;
  return (
    <section className="trace" aria-label={words.whereTo(label)} {...walk.panel} ref={walk.into}>
      <h2 className="pad">{words.whereTo(label)}</h2>
      {told ? (
        <TraceFound
          told={told}
          from={from}
          onOpen={(number, line) => go({ go: { at: 'glExport', number, line }, leaving: from })}
        />
      ) : null}
    </section>
  );
}
