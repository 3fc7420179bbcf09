import { type Dispatch, useReducer, useState } from 'react';
import type { DocumentRef, ReceiptRow, ReceiptView } from '#contract/shapes';
import { receiptDocuments } from '#domain/receiptDocuments';
import { shortName } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import type { Actions } from '../../keymap.ts';
import { receipts as words } from '../../messages/receipts.ts';
import { choosing } from '../../messages/undo.ts';
import { useQuery, useSteadyQuery } from '../../page.ts';
import { Field } from '../../ui/Field.tsx';
import { type Focus, focusOn, useFocus } from '../../ui/focus.ts';
import { Keys } from '../../ui/Keys.tsx';
import { Room } from '../../ui/Room.tsx';
import { useSlipRoom } from '../../ui/SlipRoom.tsx';
import { useGo } from '../route.ts';
import { usePdf } from '../usePdf.ts';
import type { Way } from './Choosing.tsx';
import { documentAt } from './documents.ts';
import { ReceiptDetail } from './ReceiptDetail.tsx';
import { ReceiptTable } from './ReceiptTable.tsx';
import { useReprint } from './Reprint.tsx';
import { blankReceipts, type ReceiptsAction, type ReceiptsForm, receiptsReducer, shownOf } from './receiptsForm.ts';

type ReceiptsProps = {
  /** Chosen from the start. */
  label: string | null;
  /** What it was found by. */
  text?: string;
  isHome?: boolean;
};

/** Any receipt of this station, found again: looked at, printed again, undone. */
export function Receipts({ label, text = '', isHome = false }: ReceiptsProps) {
  const go = useGo();
  const pdf = usePdf();
  const [form, send] = useReducer(receiptsReducer, label, (chosen) => blankReceipts(chosen, text));
  const [focus, setFocus] = useState<Focus>({ on: 'receipts', turn: 0 });
  useFocus(focus);
  const found = useFound(form.text.trim());
  const labels = found.map((row) => row.label);
  const shown = shownOf(form, labels);
  const view = useQuery('receipt', shown ? { label: shown } : null).value;
  const document = view ? documentAt(view, form.document) : null;
  const { print, question } = usePrint(document, send);
  const slip = useSlipRoom();
  const { keys, ...may } = useWays(view, form.text, send);
  const documents = view ? receiptDocuments(view) : [];
  const show = (place: number) => send({ did: 'showed', document: place % documents.length });
  const actions: Actions = {
    ...slip.keys,
    back: isHome ? undefined : () => go({ go: 'back' }),
    search: () => setFocus(focusOn(focus, 'receipts')),
    account: found.length > 1 ? undefined : false,
    reprint: print,
    ...keys,
    nextSlip: documents.length > 1 ? () => show(form.document + 1) : undefined,
    pdf: document ? () => void pdf(document) : undefined,
  };
  return (
    <Frame screen="receipts" side="wide" actions={actions} onScan={(scanned) => send({ did: 'typed', text: scanned })}>
      <Found form={form} send={send} found={found} shown={shown} />
      <ReceiptDetail
        {...{ view, document, room: slip.room, ...may }}
        trouble={form.trouble}
        onShow={(wanted) => show(documents.findIndex((one) => one.label === wanted.label))}
        onReprint={print}
      />
      {question}
    </Frame>
  );
}

function useFound(text: string): readonly ReceiptRow[] {
  return useSteadyQuery('receipts', text === '' ? {} : { text }).value?.receipts ?? [];
}

/** Prints what is looked at again. An auditor changes nothing, so not for her. */
function usePrint(document: DocumentRef | null, send: Dispatch<ReceiptsAction>) {
  const { station } = useStation();
  const { reprint, question } = useReprint((trouble) => send({ did: 'answered', sentence: trouble?.sentence ?? null }));
  const mayPrint = document !== null && station.person?.role !== 'auditor';
  return { print: mayPrint ? () => reprint(document) : undefined, question };
}

type Ways = { ways: Partial<Record<Way, () => void>>; noVoid: string | null; keys: Actions };

/** What can be done with a receipt now, by who is signed in. */
function useWays(view: ReceiptView | undefined, text: string, send: Dispatch<ReceiptsAction>): Ways {
  const { station } = useStation();
  const go = useGo();
  const role = station.person?.role;
  if (!view || (role !== 'cashier' && role !== 'supervisor')) return { ways: {}, noVoid: null, keys: {} };
  const { label, can } = view;
  // Who does not do it after all comes back to what was found.
  const to = (at: Way) => () => go({ go: { at, label }, leaving: { at: 'receipts', label, text } });
  const isOwn = station.drawer?.drawer === view.drawer;
  const ways = {
    ...(can.void && isOwn ? { void: to('void') } : {}),
    ...(can.correct ? { correct: to('correct') } : {}),
    ...(can.refund ? { refund: to('refund') } : {}),
    ...(can.reverse ? { reverse: to('reverse') } : {}),
  };
  if (!can.void || isOwn) return { ways, noVoid: null, keys: ways };
  // Where it cannot be void, the key says why.
  const noVoid = choosing.notYours(view.drawer, shortName(view.cashierName));
  const tells = { label: choosing.whyNoVoid, run: () => send({ did: 'answered', sentence: noVoid }) };
  return { ways, noVoid, keys: { ...ways, void: tells } };
}

type FoundProps = {
  form: ReceiptsForm;
  send: Dispatch<ReceiptsAction>;
  found: readonly ReceiptRow[];
  shown: string | null;
};

function Found({ form, send, found, shown }: FoundProps) {
  const text = form.text.trim();
  const labels = found.map((row) => row.label);
  return (
    <section className="left" aria-label={words.title}>
      <Field
        label={words.label}
        focusName="receipts"
        scan="here"
        maxLength={100}
        placeholder={words.hint}
        value={form.text}
        hintAfter={
          <>
            {text === '' ? '' : words.found(found.length)}
            {found.length > 1 ? <Keys keys="↑ ↓" /> : null}
          </>
        }
        onText={(typed) => send({ did: 'typed', text: typed })}
        onArrow={(by) => send({ did: 'moved', by, from: shown, labels })}
      />
      <Room label={words.list}>
        <ReceiptTable
          receipts={found}
          chosen={shown}
          words={text}
          onPick={(chosen) => send({ did: 'chose', label: chosen })}
        />
      </Room>
      {found.length === 0 ? <p className="pad muted">{text === '' ? words.noneYet : words.none}</p> : null}
    </section>
  );
}
