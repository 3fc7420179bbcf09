import type { Dispatch } from 'react';
import { amount } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { drawer } from '../../messages/drawer.ts';
import { say } from '../../messages/en.ts';
import { Wrong } from '../../ui/Field.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { Approval } from '../approval/Approval.tsx';
import type { Comparison } from './Compare.tsx';
import { ComparedTenders, HowExpected, StrayPapers } from './Compared.tsx';
import {
  type CompareAction,
  type CompareForm,
  placeAfterReason,
  type ReasonBecause,
  reasonBecause,
} from './compareForm.ts';
import { UnprintedSlips } from './UnprintedSlips.tsx';

const words = drawer.compare;

type CloseSideProps = {
  told: Comparison;
  /** Of exactly what is agreed to; null while the words of the reason are still being asked about, or are refused. */
  mark: string | null;
  /** Why the station takes no such reason. */
  wrong: string | null;
  form: CompareForm;
  send: Dispatch<CompareAction>;
  not: keyof typeof words.why | null;
  onPress: () => void;
};

/** Expected, counted, over or short; why; and what goes where once it is closed. */
export function CloseSide({ told, mark, wrong, form, send, not, onPress }: CloseSideProps) {
  return (
    <section className="side" aria-label={words.columns.difference}>
      <ComparedTenders tenders={told.comparison.tenders} />
      <HowExpected told={told} />
      <StrayPapers told={told} />
      <UnprintedSlips slips={told.unprinted} />
      <Reason told={told} wrong={wrong} form={form} send={send} />
      {told.demand === 'approval' ? <Agreed {...{ told, mark, form, send }} /> : null}
      <span className="push" />
      <div className="row muted num">
        <span>{toBatch(told)}</span>
        <span>{words.floatKept(amount(told.floatReturnedCents))}</span>
      </div>
      <div className="foot">
        {form.trouble?.under === 'primary' ? <Wrong sentence={form.trouble.sentence} /> : null}
        <PrimaryButton
          label={words.button}
          keys="Ctrl+Enter"
          why={not ? words.why[not] : null}
          busy={form.busy}
          onPress={onPress}
          onWhy={onPress}
        />
      </div>
    </section>
  );
}

/** Money orders are told where there are any. */
function toBatch({ toBatchCashCents, toBatchCheckCents, toBatchMoneyOrderCents }: Comparison): string {
  const orders = toBatchMoneyOrderCents > 0 ? amount(toBatchMoneyOrderCents) : null;
  return words.toBatch(amount(toBatchCashCents), amount(toBatchCheckCents), orders);
}

type ReasonProps = Pick<CloseSideProps, 'told' | 'wrong' | 'form' | 'send'>;

function Reason({ told, wrong, form, send }: ReasonProps) {
  const { limits } = useStation().station;
  const because = limits && reasonBecause(told, limits);
  return (
    <ReasonField
      label={words.reason}
      focusName="closeReason"
      value={form.reason}
      placeholder={because ? reasonWords(because) : words.reasonFree}
      wrong={wrong}
      trouble={form.trouble}
      onText={(reason) => send({ did: 'typedReason', reason })}
      onEnter={() => send({ did: 'wentTo', place: placeAfterReason(told.demand, wrong) })}
    />
  );
}

function reasonWords(because: ReasonBecause): string {
  if (because === 'slips') return words.reasonSlips;
  return because === 'papers' ? words.reasonPapers : words.reasonNeeded(amount(because.beyondCents));
}

function Agreed({ told, mark, form, send }: Pick<CloseSideProps, 'told' | 'mark' | 'form' | 'send'>) {
  return (
    <Approval
      place="drawer"
      without={told.notApprovers}
      form={form}
      send={send}
      mark={mark}
      about={say.approval.once}
      onEnter={() => send({ did: 'wentTo', place: 'primary' })}
    />
  );
}
