import type { Dispatch } from 'react';
import type { ReceiptView } from '#contract/shapes';
import { amount } from '../../format.ts';
import { say } from '../../messages/en.ts';
import { correcting } from '../../messages/undo.ts';
import { useQuery } from '../../page.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { summaryOf, tenderName } from '../receipts/ReceiptLines.tsx';
import { DocumentInput, DocumentSelect } from '../undo/rows.tsx';
import { type CorrectionAction, type CorrectionForm, isTender, type ToKind, type What } from './correctionForm.ts';
import { FindAccount } from './FindAccount.tsx';
import { fieldsOf, type ToField } from './fields.ts';
import type { ReceiptTypes } from './told.ts';

type WhereProps = {
  view: ReceiptView;
  form: CorrectionForm;
  send: Dispatch<CorrectionAction>;
  types: ReceiptTypes;
};

/** What is wrong, and where it belongs: chosen and typed from top to bottom. */
export function Where({ view, form, send, types }: WhereProps) {
  const chart = useQuery('chart', {}).value?.places ?? [];
  const asked = fieldsOf(form.kind, types, chart);
  const asksAccount = form.kind === 'account' || types.some((one) => isOf(form, one) && one.account !== 'none');
  const first = asksAccount ? 'search' : (asked[0]?.name ?? 'reason');
  return (
    <div className="why where">
      <DocumentSelect
        label={correcting.what}
        focusName="what"
        value={form.what}
        options={whatOf(view)}
        onPick={(what) => send({ did: 'choseWhat', what })}
        onEnter={() => send({ did: 'wentTo', place: 'kind' })}
      />
      <DocumentSelect
        label={correcting.belongs}
        focusName="kind"
        value={form.kind}
        options={kindsOf(form.what, types)}
        onPick={(kind) => send({ did: 'choseKind', kind })}
        onEnter={() => send({ did: 'wentTo', place: first })}
      />
      {asksAccount ? <FindAccount view={view} form={form} send={send} next={asked[0]?.name ?? 'reason'} /> : null}
      {asked.map((field, at) => (
        <ToldField key={field.name} field={field} form={form} send={send} next={asked[at + 1]?.name ?? 'reason'} />
      ))}
    </div>
  );
}

function isOf(form: CorrectionForm, type: ReceiptTypes[number]): boolean {
  return form.kind === `fee ${type.code}`;
}

type ToldFieldProps = {
  field: ToField;
  form: CorrectionForm;
  send: Dispatch<CorrectionAction>;
  next: string;
};

function ToldField({ field, form, send, next }: ToldFieldProps) {
  const { name, label, max, options, placeholder } = field;
  const value = form.told[name] ?? '';
  const wrong = sentenceUnder(form.trouble, name);
  const typed = (text: string) => send({ did: 'typed', field: name, text });
  const onEnter = () => send({ did: 'wentTo', place: next });
  return (
    <>
      {options ? (
        <DocumentSelect
          label={label}
          focusName={name}
          value={value === '' ? (placeholder === undefined ? (options[0]?.value ?? null) : null) : value}
          {...(placeholder === undefined ? {} : { placeholder })}
          options={options}
          onPick={typed}
          onEnter={onEnter}
        />
      ) : (
        <DocumentInput
          label={label}
          focusName={name}
          maxLength={max}
          value={value}
          wrong={wrong !== null}
          onText={typed}
          onEnter={onEnter}
        />
      )}
      {wrong ? <Wrong sentence={wrong} /> : null}
    </>
  );
}

/** Every line and tender that stands. Credit of an account is corrected by its line. */
function whatOf({ standing }: ReceiptView): { value: What; label: string }[] {
  const lines = standing.lines.flatMap((line, place): { value: What; label: string }[] => {
    if (line === null) return [];
    const { name: purposes, detail, account } = summaryOf(line);
    const name = [purposes, detail, account].filter(Boolean).join(' · ');
    return [{ value: `line ${place}`, label: `${name} · ${amount(line.cents)}` }];
  });
  const tenders = standing.tenders.flatMap((tender, place): { value: What; label: string }[] =>
    tender.kind === 'credit' || tender.cents === 0
      ? []
      : [
          {
            value: `tender ${place}`,
            label: `${correcting.tenderOf(tenderName(tender))} · ${amount(tender.cents)}`,
          },
        ],
  );
  return [...lines, ...tenders];
}

function kindsOf(what: What, types: ReceiptTypes): { value: ToKind; label: string }[] {
  if (isTender(what))
    return (['cash', 'check', 'money-order', 'card'] as const).map((kind) => ({
      value: kind,
      label: say.tender[kind],
    }));
  return [
    { value: 'account', label: correcting.kinds.account },
    ...types.map((type) => ({ value: `fee ${type.code}` as const, label: type.name })),
    { value: 'suspense', label: correcting.kinds.suspense },
  ];
}
