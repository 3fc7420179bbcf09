import type { Dispatch } from 'react';
import { CheckNote } from '#domain/refusedTender';
import { turnedAway as words } from '../../messages/options.ts';
import type { TurnedAwayAction, TurnedAwayForm } from './turnedAwayForm.ts';

type StepsProps = { form: TurnedAwayForm; send: Dispatch<TurnedAwayAction> };

/** What to do with a suspect note, in ten seconds: a digit ticks a step, Enter goes to the next. */
export function Steps({ form, send }: StepsProps) {
  const { options } = CheckNote;
  return (
    <fieldset className="steps">
      <legend>{words.steps}</legend>
      {options.map((step, at) => (
        <label key={step}>
          <input
            type="checkbox"
            data-focus={`step-${step}`}
            checked={form.steps.includes(step)}
            onChange={() => send({ did: 'turnedStep', step })}
            onKeyDown={(event) => {
              const meant = options[Number(event.key) - 1];
              if (meant) send({ did: 'turnedStep', step: meant });
              else if (event.key === 'Enter' && !event.ctrlKey && !event.repeat)
                send({ did: 'wentTo', place: options[at + 1] ? `step-${options[at + 1]}` : 'amount' });
              else return;
              event.preventDefault();
            }}
          />
          <kbd>{at + 1}</kbd>
          <span>{words.step[step]}</span>
        </label>
      ))}
      <p className="muted">{words.stepsNote}</p>
    </fieldset>
  );
}
