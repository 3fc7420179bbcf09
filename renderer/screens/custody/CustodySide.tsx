import type { Dispatch } from 'react';
import { formatAmount } from '#domain/money';
import { amount } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { custody } from '../../messages/custody.ts';
import { say } from '../../messages/en.ts';
import { undo } from '../../messages/undo.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { Approval } from '../approval/Approval.tsx';
import { worthTyped } from '../pieces/pieces.ts';
import type { CustodyAction, CustodyForm } from './custodyForm.ts';

type SideProps = {
  form: CustodyForm;
  send: Dispatch<CustodyAction>;
  mark: string | null;
  /** Why the button is not ready; null when it is. */
  why: string | null;
  /** The station would not do it: why stands at its field. */
  isRefused: boolean;
  onPress: () => void;
};

/** The loud number, a second person's yes where one is needed, and the button that says what will happen. */
export function CustodySide({ form, send, mark, why, isRefused, onPress }: SideProps) {
  const { what } = form;
  const out = formatAmount(worthTyped(form.typed.out));
  const wrong = sentenceUnder(form.trouble, 'primary');
  const label = what === 'noSale' ? custody.noSale.button : custody[what].button(out);
  return (
    <section className="side" aria-label={custody[what].loud}>
      <Headline head={custody[what].loud} aside={useAside(form)}>
        {what === 'noSale' ? custody.noSale.title : out}
      </Headline>
      {what === 'drop' ? null : (
        <>
          <hr className="strong" />
          <Approval
            place="drawer"
            form={form}
            send={send}
            mark={mark}
            about={custody[what].only}
            also={say.approval.once}
            onEnter={() => send({ did: 'wentTo', place: 'primary' })}
          />
        </>
      )}
      <div className="foot">
        {wrong ? <Wrong sentence={wrong} /> : null}
        <PrimaryButton
          label={label}
          keys="Ctrl+Enter"
          why={isRefused ? undo.notSo : why}
          busy={form.busy}
          onPress={onPress}
          onWhy={onPress}
        />
      </div>
    </section>
  );
}

function useAside({ what, typed }: CustodyForm): string {
  const { limits } = useStation().station;
  if (what === 'swap') return custody.swap.back(formatAmount(worthTyped(typed.in)));
  const most = limits?.paidOutMaxCents ?? null;
  return what === 'paidOut' && most !== null ? custody.paidOut.most(amount(most)) : '';
}
