import { useReducer } from 'react';
import { amount, clock } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import { say } from '../../messages/en.ts';
import { voiding } from '../../messages/receipts.ts';
import { usePage, useQuery } from '../../page.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { Approval, useStarter } from '../approval/Approval.tsx';
import { nextApprover } from '../approval/approve.ts';
import { tenderName } from '../receipts/ReceiptLines.tsx';
import { useGo } from '../route.ts';
import { useVoiding } from './useVoiding.ts';
import { VoidDocument } from './VoidDocument.tsx';
import { blankVoid, voidNotYet, voidReducer } from './voidForm.ts';

/** One bordered document holds all that is approved and ends in its mark; the same mark stands under the PIN. */
export function VoidReceipt({ label }: { label: string }) {
  const { station, now, zone } = useStation();
  const { host } = usePage();
  const go = useGo();
  const starter = useStarter();
  const [form, send] = useReducer(voidReducer, now, (at) => blankVoid(host.newId(), at));
  useFocus(form.focus);
  const view = useQuery('receipt', { label }).value;
  const words = form.words.trim();
  const proposal = useQuery(
    'voidProposal',
    form.reason ? { label, reason: form.reason, ...(words ? { words } : {}) } : null,
  );
  const mark = proposal.value?.mark ?? null;
  const cash = proposal.value?.cashBackCents ?? cashKept(view);
  const makeVoid = useVoiding(label, form, send, mark);
  const not = voidNotYet(form);
  const press = () =>
    not ? send({ did: 'wentTo', place: not === 'pin' ? 'approvalPin' : 'reason' }) : void makeVoid();
  const others = view?.receipt.tenders.filter((tender) => tender.kind !== 'cash').map(tenderName) ?? [];
  const wrong = sentenceUnder(form.trouble, 'primary') ?? (proposal.state === 'refused' ? proposal.sentence : null);
  return (
    <Frame
      screen="void"
      actions={{
        primary: press,
        back: () => go({ go: 'back' }),
        supervisor: () => send({ did: 'choseApprover', person: nextApprover(form.approval, station) }),
        reason: () => send({ did: 'wentTo', place: 'reason' }),
      }}
    >
      <section className="left" aria-label={voiding.title(label)}>
        <div className="title-row">
          <h1>{voiding.title(label)}</h1>
          <span>{voiding.started(starter, clock(form.startedAt, zone))}</span>
        </div>
        {view ? <VoidDocument view={view} form={form} send={send} mark={mark} /> : null}
        <span className="push" />
        <p className="pad faint">{voiding.stays(label)}</p>
      </section>
      <section className="side" aria-label={say.approval.head}>
        <div>
          <div className="row">
            <h2>{voiding.cashBack}</h2>
            <span className="muted">{others.length > 0 ? voiding.and(others.join(', ')) : ''}</span>
          </div>
          <p className="loud pad">{amount(cash)}</p>
        </div>
        <hr className="strong" />
        <Approval
          {...form.approval}
          mark={mark}
          wrong={sentenceUnder(form.trouble, 'approvalPin')}
          notes={[voiding.onlyVoid, say.approval.starter(starter), say.approval.both]}
          onApprover={(person) => send({ did: 'choseApprover', person })}
          onPin={(pin) => send({ did: 'typedPin', pin })}
          onEnter={() => send({ did: 'wentTo', place: not === 'reason' ? 'reason' : 'primary' })}
        />
        <span className="push" />
        {wrong ? <Wrong sentence={wrong} /> : null}
        <PrimaryButton
          label={voiding.button(label, amount(cash))}
          keys="Ctrl+Enter"
          why={not ? voiding.whyNot[not] : null}
          busy={form.busy}
          onPress={press}
          onWhy={press}
        />
      </section>
    </Frame>
  );
}

function cashKept(view: { receipt: { tenders: { kind: string; cents: number }[] } } | undefined): number {
  return view?.receipt.tenders.find((tender) => tender.kind === 'cash')?.cents ?? 0;
}
