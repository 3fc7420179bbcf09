import { useReducer, useState } from 'react';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import { receipts as words } from '../../messages/receipts.ts';
import { usePage, useQuery, useSend, useSteadyQuery } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import { Field } from '../../ui/Field.tsx';
import { type Focus, focusOn, useFocus } from '../../ui/focus.ts';
import { Keys } from '../../ui/Keys.tsx';
import { useGo } from '../route.ts';
import { usePdf } from '../usePdf.ts';
import { ReceiptDetail } from './ReceiptDetail.tsx';
import { ReceiptTable } from './ReceiptTable.tsx';
import { blankReceipts, receiptsReducer, shownOf } from './receiptsForm.ts';

/** Any receipt of this station, found again: looked at, printed again, made void. */
export function Receipts({ label, isHome = false }: { label: string | null; isHome?: boolean }) {
  const { station } = useStation();
  const { host } = usePage();
  const go = useGo();
  const ask = useSend();
  const [form, send] = useReducer(receiptsReducer, label, blankReceipts);
  const [focus, setFocus] = useState<Focus>({ on: 'receipts', turn: 0 });
  useFocus(focus);
  const text = form.text.trim();
  const found = useSteadyQuery('receipts', text === '' ? {} : { text }).value?.receipts ?? [];
  const labels = found.map((row) => row.label);
  const shown = shownOf(form, labels);
  const view = useQuery('receipt', shown ? { label: shown } : null).value;
  const pdf = usePdf();
  const mayVoid = view?.canVoid === true && !view.voided && station.drawer?.drawer === view.drawer;
  async function reprint() {
    if (!shown) return;
    send({ did: 'sent' });
    const answer = await ask('reprintReceipt', { commandId: host.newId(), label: shown });
    if (answer) send({ did: 'answered', sentence: troubleOf(answer)?.sentence ?? null });
  }
  const voidIt = mayVoid && shown ? () => go({ go: { at: 'void', label: shown } }) : undefined;
  return (
    <Frame
      screen="receipts"
      actions={{
        back: isHome ? undefined : () => go({ go: 'back' }),
        search: () => setFocus(focusOn(focus, 'receipts')),
        reprint: shown ? () => void reprint() : undefined,
        void: voidIt,
        pdf: shown ? () => void pdf({ kind: 'receipt', label: shown }) : undefined,
      }}
      side="wide"
      onScan={(scanned) => send({ did: 'typed', text: scanned })}
    >
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
          onArrow={(by) =>
            send({ did: 'moved', by, shown: shown && !form.chosen ? [shown, ...labels.slice(1)] : labels })
          }
        />
        <ReceiptTable
          receipts={found}
          chosen={shown}
          words={text}
          onPick={(chosen) => send({ did: 'chose', label: chosen })}
        />
        {found.length === 0 ? <p className="pad muted">{text === '' ? words.noneYet : words.none}</p> : null}
      </section>
      <ReceiptDetail
        view={view}
        busy={form.busy}
        trouble={form.trouble}
        onReprint={() => void reprint()}
        onVoid={voidIt}
      />
    </Frame>
  );
}
