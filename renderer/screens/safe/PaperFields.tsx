import { taking } from '../../messages/safe.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Field } from '../../ui/Field.tsx';
import { isWrongItems, type TypedPaper } from './typedPaper.ts';

type PaperFieldsProps = {
  what: 'check' | 'money-order';
  paper: TypedPaper;
  /** Before the names under which the focus finds the fields, where there are two piles. */
  named?: string;
  onText: (field: keyof TypedPaper, text: string) => void;
  onItems: () => void;
  onTotal: () => void;
};

/** Checks or money orders by the piece and their total. */
export function PaperFields({ what, paper, named = '', onText, onItems, onTotal }: PaperFieldsProps) {
  return (
    <div className="paper-fields">
      <Field
        label={taking.items[what]}
        focusName={`${named}items`}
        className="amount"
        inputMode="numeric"
        maxLength={4}
        hint={taking.howMany}
        value={paper.items}
        wrong={isWrongItems(paper) ? taking.wrongItems : null}
        onText={(text) => onText('items', text)}
        onEnter={onItems}
      />
      <AmountField
        label={taking.total}
        focusName={`${named}total`}
        text={paper.total}
        onText={(text) => onText('total', text)}
        onEnter={onTotal}
      />
    </div>
  );
}
