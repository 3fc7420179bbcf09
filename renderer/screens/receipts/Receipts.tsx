import { type Dispatch, useReducer, useState } from 'react';
import type { ReceiptRow } from '#contract/shapes';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import type { Actions } from '../../keymap.ts';
import { receipts as words } from '../../messages/receipts.ts';
import { useQuery, useSteadyQuery } from '../../page.ts';
import { Field } from '../../ui/Field.tsx';
import { type Focus, focusOn, useFocus } from '../../ui/focus.ts';
import { Keys } from '../../ui/Keys.tsx';
import { Room } from '../../ui/Room.tsx';
import { useGo } from '../route.ts';
import { usePdf } from '../usePdf.ts';
import { ReceiptDetail } from './ReceiptDetail.tsx';
import { ReceiptTable } from './ReceiptTable.tsx';
import { blankReceipts, type ReceiptsAction, type ReceiptsForm, receiptsReducer, shownOf } from './receiptsForm.ts';
import { useReprinting } from './useReprinting.ts';

/** Any receipt of this station, found again: looked at, printed again, made void. */
export function Receipts({ label, isHome = false }: { label: string | null; isHome?: boolean }) {
  const { station } = useStation();
  const go = useGo();
  const pdf = usePdf();
  const [form, send] = useReducer(receiptsReducer, label, blankReceipts);
  const [focus, setFocus] = useState<Focus>({ on: 'receipts', turn: 0 });
  useFocus(focus);
  const text = form.text.trim();
  const found = useSteadyQuery('receipts', text === '' ? {} : { text }).value?.receipts ?? [];
  const shown = shownOf(
    form,
    found.map((row) => row.label),
  );
  const view = useQuery('receipt', shown ? { label: shown } : null).value;
  const reprint = useReprinting(shown, send);
  const mayVoid = view?.can.void === true && !view.voided && station.drawer?.drawer === view.drawer;
  const voidIt = mayVoid && shown ? () => go({ go: { at: 'void', label: shown } }) : undefined;
  const actions: Actions = {
    back: isHome ? undefined : () => go({ go: 'back' }),
    search: () => setFocus(focusOn(focus, 'receipts')),
    reprint,
    void: voidIt,
    pdf: shown ? () => void pdf({ kind: 'receipt', label: shown }) : undefined,
  };
  return (
    <Frame screen="receipts" side="wide" actions={actions} onScan={(scanned) => send({ did: 'typed', text: scanned })}>
      <Found form={form} send={send} found={found} shown={shown} />
      <ReceiptDetail view={view} busy={form.busy} trouble={form.trouble} onReprint={reprint} onVoid={voidIt} />
    </Frame>
  );
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
            <Keys keys="↑ ↓" />
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
