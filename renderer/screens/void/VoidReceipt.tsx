import { useReducer } from 'react';
import type { ReceiptView } from '#contract/shapes';
import { clock } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useUnfinished } from '../../frame/reload.ts';
import { useStation } from '../../frame/station.ts';
import type { Actions } from '../../keymap.ts';
import { voiding } from '../../messages/receipts.ts';
import { usePage, useQuery } from '../../page.ts';
import { useFocus } from '../../ui/focus.ts';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useStarter } from '../approval/Approval.tsx';
import { APPROVAL_PIN } from '../approval/approvalForm.ts';
import { useNextSupervisor } from '../approval/useApproved.ts';
import { useGo } from '../route.ts';
import { useVoiding } from './useVoiding.ts';
import { VoidDocument } from './VoidDocument.tsx';
import { VoidSide } from './VoidSide.tsx';
import { blankVoid, type VoidForm, voidNotYet, voidReducer } from './voidForm.ts';

/** One bordered document holds all that is approved and ends in its mark; the same mark stands under the PIN. */
export function VoidReceipt({ label }: { label: string }) {
  const { now, zone } = useStation();
  const { host } = usePage();
  const go = useGo();
  const starter = useStarter();
  const [form, send] = useReducer(voidReducer, now, (at) => blankVoid(host.newId(), at));
  useFocus(form.focus);
  useUnfinished(form.reason === null && form.words === '' ? null : 'void');
  const view = useQuery('receipt', { label }).value;
  const proposal = useProposal(label, form);
  const mark = proposal.value?.mark ?? null;
  const makeVoid = useVoiding(label, form, send, mark);
  const not = voidNotYet(form);
  const press = () => (not ? send({ did: 'wentTo', place: placeNotYet(not) }) : void makeVoid());
  const actions: Actions = {
    primary: press,
    back: () => go({ go: 'back' }),
    supervisor: useNextSupervisor(form, send),
    reason: () => send({ did: 'wentTo', place: 'reason' }),
  };
  return (
    <Frame screen="void" actions={actions}>
      <section className="left" aria-label={voiding.title(label)}>
        <TitleRow title={voiding.title(label)}>{voiding.started(starter, clock(form.startedAt, zone))}</TitleRow>
        {view ? <VoidDocument view={view} form={form} send={send} mark={mark} /> : null}
      </section>
      <VoidSide
        label={label}
        view={view}
        form={form}
        send={send}
        mark={mark}
        cashBackCents={proposal.value?.cashBackCents ?? cashKept(view)}
        refused={proposal.state === 'refused' ? proposal.sentence : null}
        not={not}
        onPress={press}
      />
    </Frame>
  );
}

function placeNotYet(not: 'reason' | 'pin'): string {
  return not === 'pin' ? APPROVAL_PIN : 'reason';
}

/** All that the void would do, and its mark, as soon as there is a reason. */
function useProposal(label: string, { reason, words }: VoidForm) {
  const said = words.trim();
  return useQuery('voidProposal', reason ? { label, reason, ...(said ? { words: said } : {}) } : null);
}

function cashKept(view: ReceiptView | undefined): number {
  return view?.receipt.tenders.find((tender) => tender.kind === 'cash')?.cents ?? 0;
}
