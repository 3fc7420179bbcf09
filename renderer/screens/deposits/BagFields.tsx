import { making as words } from '../../messages/deposits.ts';
import { type Placed, sentenceUnder } from '../../refusal.ts';
import { Field } from '../../ui/Field.tsx';
import { wrongBag } from './bagText.ts';

type BagFieldsProps = {
  form: { bag: string; seal: string; trouble: Placed | null };
  send: (action: { did: 'typedBag'; field: 'bag' | 'seal'; text: string } | { did: 'wentTo'; place: string }) => void;
};

/** The numbers of a bag and its seal, as they are printed on them. */
export function BagFields({ form, send }: BagFieldsProps) {
  const field = (name: 'bag' | 'seal', next: string) => (
    <Field
      label={words[name]}
      focusName={name}
      maxLength={40}
      placeholder={words.bagHint}
      scan="here"
      value={form[name]}
      wrong={sentenceUnder(form.trouble, name) ?? wrongBag(form[name])}
      onText={(text) => send({ did: 'typedBag', field: name, text })}
      onEnter={() => send({ did: 'wentTo', place: next })}
    />
  );
  return (
    <>
      {field('bag', 'seal')}
      {field('seal', 'primary')}
      <p className="pad muted">{words.bagRule}</p>
    </>
  );
}
