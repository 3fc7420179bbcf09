import { useState } from 'react';
import type { Output } from '#contract/contract';
import type { ReceiptView } from '#contract/shapes';
import { cents, formatAmount } from '#domain/money';
import { amount } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import type { Actions } from '../../keymap.ts';
import { counter, done } from '../../messages/counter.ts';
import { usePage, useQuery } from '../../page.ts';
import { useFocus } from '../../ui/focus.ts';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { Rounded } from '../../ui/Rounded.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useSettled } from '../../ui/useSettled.ts';
import { useSearch } from '../counter/find/useSearch.ts';
import { readCheck } from '../counter/tenders/readCheck.ts';
import { useForm } from '../counter/useCounter.ts';
import { PrintDoubt } from '../receipts/PrintDoubt.tsx';
import { ReceiptLines } from '../receipts/ReceiptLines.tsx';
import { ReceiptState } from '../receipts/ReceiptState.tsx';
import { useReprint } from '../receipts/Reprint.tsx';
import { useGo } from '../route.ts';
import { useCounting } from '../useCounting.ts';

type DoneProps = { taken: Output<'takePayment'>; cashCents: number; drawer: string };

/** The receipt is durable. The change is the loud number, and Enter is the next payer. */
export function Done({ taken, cashCents, drawer }: DoneProps) {
  const go = useGo();
  const { notice } = usePage();
  const { reprint, question } = useReprint((trouble) => notice.tell(trouble?.sentence ?? null));
  const [focus] = useState({ on: 'primary', turn: 0 });
  useFocus(focus);
  const view = useQuery('receipt', { label: taken.label }).value;
  const next = useSettled(() => go({ go: 'home' }));
  const scanned = useNextScanned(drawer);
  const actions: Actions = {
    primary: next,
    closeDrawer: useCounting(drawer),
    reprint: () => reprint({ kind: 'receipt', label: taken.label }),
    void: view?.can.void ? () => go({ go: { at: 'void', label: taken.label } }) : undefined,
    findReceipt: () => go({ go: { at: 'receipts', label: taken.label } }),
  };
  return (
    <Frame screen="done" actions={actions} onScan={scanned}>
      <section className="left" aria-label={done.title(taken.label)}>
        <TitleRow title={done.title(taken.label)}>{view?.payer}</TitleRow>
        {view ? <Recorded view={view} /> : null}
      </section>
      <section className="side" aria-label={done.change}>
        <Headline
          head={taken.changeCents > 0 ? done.change : done.none}
          aside={cashCents > 0 ? done.from(amount(cashCents)) : ''}
          isNews
        >
          {amount(taken.changeCents)}
        </Headline>
        <Rounded by={taken.roundingCents} />
        <ChangePieces pieces={taken.change} />
        <span className="push" />
        {view ? <PrintDoubt view={view} /> : null}
        <PrimaryButton label={done.next} keys="Enter" onPress={next} />
      </section>
      {question}
    </Frame>
  );
}

/** The next payer's bill or check may be scanned while this change still shows: it begins the next payment. */
function useNextScanned(drawer: string) {
  const go = useGo();
  const { form, send } = useForm(drawer);
  const search = useSearch(form, send, []);
  return useSettled((text: string) => {
    go({ go: 'home' });
    if (!readCheck(text, send)) void search.add(text);
  });
}

function Recorded({ view }: { view: ReceiptView }) {
  return (
    <>
      <ReceiptLines view={view} />
      <ReceiptState view={view} />
    </>
  );
}

function ChangePieces({ pieces }: { pieces: Output<'takePayment'>['change'] }) {
  const rows = Object.entries(pieces)
    .filter(([, count]) => count)
    .sort(([left], [right]) => Number(right) - Number(left));
  if (rows.length === 0) return null;
  return (
    <table className="change-pieces" aria-label={counter.change}>
      <tbody>
        {rows.map(([worth, count]) => (
          <tr key={worth}>
            <td className="num">{formatAmount(cents(Number(worth)))}</td>
            <td className="n">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
