import { formatAmount } from '#domain/money';
import { slip, needs as words } from '../../../messages/options.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { Wrong } from '../../../ui/Field.tsx';
import { PrimaryButton } from '../../../ui/PrimaryButton.tsx';
import { APPROVAL_PIN } from '../../approval/approvalForm.ts';
import type { CounterForm } from '../counterForm.ts';
import { dueOf } from '../counterMoney.ts';
import { notYet } from '../notYet.ts';
import type { Send } from '../useCounter.ts';
import { type Needs, needsNotYet, unseenOf } from './useNeeds.ts';

type CommitProps = { form: CounterForm; send: Send; take: () => Promise<void>; needs: Needs };

/** The button, and what was refused of the whole payment. It stays in view under whatever the payment needs. */
export function Commit({ form, send, take, needs }: CommitProps) {
  const not = notYet(form) ?? needsNotYet(form, needs);
  const wrong = troubleOfAll(form, needs);
  return (
    <div className="foot">
      {wrong ? <Wrong sentence={wrong} /> : null}
      <PrimaryButton
        label={commitWords(form, needs)}
        keys="Ctrl+Enter"
        why={not?.why ?? (needs.refused === null ? null : words.notSo)}
        busy={form.busy}
        onPress={() => void take()}
        // The station says where it is wrong: the hand goes there.
        onWhy={() => (not ? send({ did: 'stopped', by: not }) : void take())}
      />
    </div>
  );
}

/** What stands under the button: a warning that already stands above is not told twice, a yes that has no field is. */
function troubleOfAll(form: CounterForm, { warnings, needs, refused }: Needs): string | null {
  if (refused !== null) return form.trouble === null ? refused : sentenceUnder(form.trouble, 'primary');
  const wrong = sentenceUnder(form.trouble, 'primary');
  if (wrong) return warnings.some(({ sentence }) => sentence === wrong) ? null : wrong;
  return needs.length === 0 ? sentenceUnder(form.trouble, APPROVAL_PIN) : null;
}

/** What pressing it will do. */
function commitWords(form: CounterForm, needs: Needs): string {
  const due = formatAmount(dueOf(form));
  if (unseenOf(form, needs).length > 0) return words.seen;
  return needs.warnings.length > 0 ? words.anyway(due) : slip.button[form.options.delivery](due);
}
