import type { Dispatch } from 'react';
import type { ReceiptView } from '#contract/shapes';
import { amount } from '../../format.ts';
import { say } from '../../messages/en.ts';
import { voiding } from '../../messages/receipts.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { Approval } from '../approval/Approval.tsx';
import { tenderName } from '../receipts/ReceiptLines.tsx';
import type { VoidAction, VoidForm } from './voidForm.ts';

type VoidSideProps = {
  label: string;
  view: ReceiptView | undefined;
  form: VoidForm;
  send: Dispatch<VoidAction>;
  mark: string | null;
  cashBackCents: number;
  /** Why the station would not make it void, whatever is approved. */
  refused: string | null;
  not: 'reason' | 'pin' | null;
  onPress: () => void;
};

/** What goes back in cash, and the second person's yes. */
export function VoidSide({ label, view, form, send, mark, cashBackCents, refused, not, onPress }: VoidSideProps) {
  const others =
    view?.receipt.tenders.filter((tender) => tender.kind !== 'cash').map((tender) => inSentence(tenderName(tender))) ??
    [];
  const wrong = sentenceUnder(form.trouble, 'primary') ?? refused;
  return (
    <section className="side" aria-label={say.approval.head}>
      <Headline head={voiding.cashBack} aside={others.length > 0 ? voiding.and(others.join(', ')) : ''}>
        {amount(cashBackCents)}
      </Headline>
      <hr className="strong" />
      <Approval
        form={form}
        send={send}
        mark={mark}
        about={voiding.onlyVoid}
        also={say.approval.both}
        onEnter={() => send({ did: 'wentTo', place: not === 'reason' ? 'reason' : 'primary' })}
      />
      <div className="foot">
        {wrong ? <Wrong sentence={wrong} /> : null}
        <PrimaryButton
          label={voiding.button(label, amount(cashBackCents))}
          keys="Ctrl+Enter"
          why={not ? voiding.whyNot[not] : null}
          busy={form.busy}
          onPress={onPress}
          onWhy={onPress}
        />
      </div>
    </section>
  );
}

/** `check № 1187` within a sentence. A brand keeps its capital. */
function inSentence(name: string): string {
  return name.replace(/^Check/, 'check');
}
