import { useReducer } from 'react';
import type { Output } from '#contract/contract';
import { shortName } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useUnfinished } from '../../frame/reload.ts';
import type { Actions } from '../../keymap.ts';
import { drawer as words } from '../../messages/drawer.ts';
import { usePage, useQuery } from '../../page.ts';
import { Wrong } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { Step, TitleRow } from '../../ui/TitleRow.tsx';
import { APPROVAL_PIN } from '../approval/approvalForm.ts';
import { useNextApprover } from '../approval/useApproved.ts';
import { useGo } from '../route.ts';
import { AskForRecount } from './AskForRecount.tsx';
import { CloseSide } from './CloseSide.tsx';
import { CountedCash } from './CountedCash.tsx';
import { blankCompare, closeNotYet, compareReducer, type ReasonedMark, reasonedMark } from './compareForm.ts';
import { useClosing } from './useClosing.ts';

export type Comparison = Output<'comparison'>;

/** Step 2 of 3: counted beside expected, per tender, never netted. */
export function Compare({ drawer }: { drawer: string }) {
  const asked = useQuery('comparison', { drawer });
  if (asked.value) return <Compared key={asked.value.countNumber} told={asked.value} />;
  return (
    <Frame screen="compare" actions={{}}>
      <section className="left">{asked.state === 'refused' ? <Wrong sentence={asked.sentence} /> : null}</section>
      <section className="side" />
    </Frame>
  );
}

function Compared({ told }: { told: Comparison }) {
  const { host } = usePage();
  const go = useGo();
  const [form, send] = useReducer(compareReducer, null, () => blankCompare(host.newId()));
  useFocus(form.focus);
  useUnfinished(form.reason === '' ? null : 'closing');
  const { mark, wrong } = useReasonedMark(told, form.reason.trim());
  const close = useClosing(form, send, told, mark);
  const nextSupervisor = useNextApprover(form, send, 'drawer', told.notApprovers);
  const not = closeNotYet(form, told.demand, wrong);
  const press = () => {
    if (not) send({ did: 'wentTo', place: not === 'pin' ? APPROVAL_PIN : 'closeReason' });
    else void close();
  };
  const actions: Actions = {
    primary: press,
    recount: () => send({ did: 'askedRecount' }),
    findReceipt: () => go({ go: { at: 'receipts', label: null } }),
    supervisor: told.demand === 'approval' ? nextSupervisor : undefined,
  };
  return (
    <Frame screen="compare" side="wide" actions={actions}>
      <section className="left" aria-label={words.compare.name}>
        <TitleRow title={words.title}>
          <Step step={words.step(2, words.compare.name)} />
        </TitleRow>
        <CountedCash count={told.count} />
        <p className="pad muted">{words.compare.countedBy(shortName(told.countedBy), told.countNumber)}</p>
      </section>
      <CloseSide told={told} mark={mark} wrong={wrong} form={form} send={send} not={not} onPress={press} />
      {form.recounting ? <AskForRecount name={told.countedBy} onClose={() => send({ did: 'stayed' })} /> : null}
    </Frame>
  );
}

/** The mark of the close with its reason, as the station answers for the words as they stand. */
function useReasonedMark(told: Comparison, reason: string): ReasonedMark {
  const isAsked = told.demand === 'approval' && reason !== '';
  const asked = useQuery('comparison', isAsked ? { drawer: told.drawer.drawer, reason } : null);
  return isAsked ? reasonedMark(asked) : { mark: told.mark, wrong: null };
}
