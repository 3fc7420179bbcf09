import { say } from '../../../messages/en.ts';
import { needs as words } from '../../../messages/options.ts';
import { Mark } from '../../../ui/Mark.tsx';
import { Approval } from '../../approval/Approval.tsx';
import type { CounterForm } from '../counterForm.ts';
import type { Send } from '../useCounter.ts';
import type { Needs } from './useNeeds.ts';

/** What must be seen, and what a supervisor must say yes to, before the payment commits. */
export function NeedsPanel({ form, send, needs }: { form: CounterForm; send: Send; needs: Needs }) {
  return (
    <>
      {needs.warnings.map(({ warning, sentence }) => (
        <p key={warning} className="need" role="status">
          <Mark name="warning" className="warn" /> <span>{sentence}</span>
        </p>
      ))}
      {needs.needs.map(({ override, sentence }) => (
        <p key={override} className="need" data-tone="short" role="status">
          <Mark name="cross" className="short" /> <span>{sentence}</span>
        </p>
      ))}
      {needs.needs.length > 0 ? (
        <Approval
          place="drawer"
          form={form}
          send={send}
          mark={needs.mark}
          about={words.about}
          also={say.approval.both}
          onEnter={() => send({ did: 'wentTo', place: 'primary' })}
        />
      ) : null}
    </>
  );
}
