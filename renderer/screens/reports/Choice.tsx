import type { Dispatch } from 'react';
import type { BusinessDay } from '#domain/businessDay';
import { REPORT_TITLES, ReportName } from '#domain/report';
import { reports as words } from '../../messages/reports.ts';
import { Field } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { isDay, type ReportsAction, type ReportsForm, SPANS } from './reportsForm.ts';

const REPORTS = ReportName.options.map((value) => ({ value, label: REPORT_TITLES[value] }));
const DAYS = SPANS.map((value) => ({ value, label: words.spans[value] }));

type ChoiceProps = { form: ReportsForm; today: BusinessDay; send: Dispatch<ReportsAction> };

/** Which report, and of which days. */
export function Choice({ form, today, send }: ChoiceProps) {
  const toRows = () => send({ did: 'wentTo', on: 'rows' });
  return (
    <div className="report-choice">
      <SelectField
        label={words.report}
        focusName="report"
        keys="F2"
        value={form.report}
        options={REPORTS}
        onPick={(report) => send({ did: 'chose', report })}
        onEnter={toRows}
      />
      <SelectField
        label={words.days}
        focusName="days"
        keys="F3"
        value={form.span}
        options={DAYS}
        onPick={(span) => send({ did: 'spanned', span, today })}
        onEnter={form.span === 'own' ? () => send({ did: 'wentTo', on: 'from' }) : toRows}
      />
      {form.span === 'own' ? (
        <>
          <DayField name="from" form={form} send={send} onEnter={() => send({ did: 'wentTo', on: 'to' })} />
          <DayField name="to" form={form} send={send} onEnter={toRows} />
        </>
      ) : null}
    </div>
  );
}

type DayFieldProps = Omit<ChoiceProps, 'today'> & { name: 'from' | 'to'; onEnter: () => void };

function DayField({ name, form, send, onEnter }: DayFieldProps) {
  const text = form[name];
  return (
    <Field
      label={words[name]}
      focusName={name}
      value={text}
      maxLength={10}
      onText={(typed) => send({ did: 'typed', field: name, text: typed })}
      onEnter={onEnter}
      wrong={text.length >= 10 && !isDay(text) ? words.wrongDay : null}
    />
  );
}
