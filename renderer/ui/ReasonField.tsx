import { WORDS_MAX } from '#domain/text';
import { type Placed, sentenceUnder } from '../refusal.ts';
import { Field } from './Field.tsx';

type ReasonFieldProps = {
  label: string;
  focusName?: string;
  placeholder?: string;
  value: string;
  trouble: Placed | null;
  /** What is wrong with it before it is sent. */
  wrong?: string | null;
  onText: (text: string) => void;
  onEnter: () => void;
};

/** Why something is done, in the words of whoever does it. */
export function ReasonField({ focusName = 'reason', trouble, wrong = null, ...field }: ReasonFieldProps) {
  return (
    <Field {...field} focusName={focusName} maxLength={WORDS_MAX} wrong={wrong ?? sentenceUnder(trouble, focusName)} />
  );
}
