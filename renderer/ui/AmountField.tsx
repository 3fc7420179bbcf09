import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { readAmount } from '#domain/amountEntry';
import { formatAmount } from '#domain/money';
import { tidy, withDecimals, wrongAmount } from '../amounts.ts';
import { say } from '../messages/en.ts';
import { usePage } from '../page.ts';
import { Field } from './Field.tsx';

type AmountFieldProps = {
  label: string;
  focusName: string;
  /** What the form holds, always in plain notation: `12.50`, `20+5`. */
  text: string;
  onText: (text: string) => void;
  onEnter?: () => void;
  onArrow?: (by: 1 | -1) => void;
  onFocus?: () => void;
  hint?: ReactNode;
  wrong?: string | null;
  low?: boolean;
};

/** An amount typed with ten keys. What it will mean stands beside it as long as it is not plain. */
export function AmountField(props: AmountFieldProps) {
  const { shown, implied, isDraft, typed, accepted, left } = useTenKeys(props);
  return (
    <Field
      label={props.label}
      focusName={props.focusName}
      className="amount"
      inputMode="decimal"
      maxLength={40}
      {...(props.low ? { low: true } : {})}
      value={shown}
      hint={meaningOf(shown, implied) ?? props.hint}
      wrong={props.wrong ?? (isDraft ? null : wrongAmount(readAmount(props.text)))}
      onText={typed}
      onEnter={accepted}
      onArrow={props.onArrow}
      {...(props.onFocus ? { onFocus: props.onFocus } : {})}
      onBlur={left}
    />
  );
}

/** Ten-key entry: while the field has the focus it shows the keys as they were pressed; the form holds what they mean. */
export function useTenKeys(props: Pick<AmountFieldProps, 'text' | 'onText' | 'onEnter'>) {
  const { settings } = usePage();
  const { impliedDecimals: implied } = useSyncExternalStore(settings.watch, settings.read);
  const plain = (typed: string) => (implied ? withDecimals(typed) : typed);
  const [draft, setDraft] = useState<string | null>(null);
  const isDraft = draft !== null;
  return {
    // What is tidied is only shown: leaving a field is no typing, and takes back nothing that was said about the form.
    shown: isDraft ? (plain(draft) === props.text ? draft : props.text) : tidy(props.text),
    implied,
    isDraft,
    typed(text: string) {
      setDraft(text);
      props.onText(plain(text));
    },
    accepted() {
      setDraft(null);
      props.onEnter?.();
    },
    left: () => setDraft(null),
  };
}

/** `= 25.35` while a sum is typed, and how decimals are read where they are implied. */
function meaningOf(shown: string, implied: boolean): ReactNode {
  const entry = readAmount(implied ? withDecimals(shown) : shown);
  if (entry.state === 'amount' && (shown.includes('+') || (implied && !shown.includes('.')))) {
    return <span className="num">= {formatAmount(entry.amount)}</span>;
  }
  return implied && entry.state === 'empty' ? <span className="faint">{say.amount.implied}</span> : null;
}
