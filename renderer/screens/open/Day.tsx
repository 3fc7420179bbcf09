import type { Dispatch } from 'react';
import { type BusinessDay, dayAfter, daysBetween } from '#domain/businessDay';
import { mediumDay, weekday } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { drawer } from '../../messages/drawer.ts';
import { say } from '../../messages/en.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Approval } from '../approval/Approval.tsx';
import { APPROVAL_PIN } from '../approval/approvalForm.ts';
import type { OpenAction, OpenForm } from './openForm.ts';

/** A day on which a drawer may open lies within a week of today. */
const DAYS_EITHER_SIDE = 7;

type DayProps = { form: OpenForm; send: Dispatch<OpenAction>; needsApproval: boolean };

/** The business day of the drawer: chosen now, and never worked out from a clock afterwards. */
export function Day({ form, send, needsApproval }: DayProps) {
  const { today, closedThrough } = useStation().station;
  const wrong = sentenceUnder(form.trouble, 'day');
  const days = Array.from({ length: 2 * DAYS_EITHER_SIDE + 1 }, (_, at) =>
    dayAfter(today, at - DAYS_EITHER_SIDE),
  ).filter((day) => closedThrough === null || day > closedThrough || day === form.businessDay);
  return (
    <div>
      <SelectField
        label={drawer.open.day}
        focusName="day"
        value={form.businessDay}
        options={days.map((day) => ({ value: day, label: `${weekday(day)} ${mediumDay(day)}, ${away(today, day)}` }))}
        onPick={(day) => send({ did: 'choseDay', businessDay: day as BusinessDay })}
        onEnter={() => send({ did: 'wentTo', place: needsApproval ? APPROVAL_PIN : 'primary' })}
      />
      {wrong ? <Wrong sentence={wrong} /> : null}
      {closedThrough !== null && closedThrough >= today ? (
        <p className="pad muted">{drawer.open.closedThrough(mediumDay(closedThrough))}</p>
      ) : null}
    </div>
  );
}

function away(today: string, day: string): string {
  const days = daysBetween(today, day);
  return days === 0 ? drawer.open.today : drawer.open.from(days);
}

type OpeningYesProps = {
  form: OpenForm;
  send: Dispatch<OpenAction>;
  mark: string | null;
  isOtherDay: boolean;
  /** Drawers of an earlier day stay open. */
  isBesideLeft: boolean;
};

/** A drawer for another day than today, or beside one that was left open, needs a second person. */
export function OpeningYes({ form, send, mark, isOtherDay, isBesideLeft }: OpeningYesProps) {
  const { otherDay, left } = drawer.open;
  const about = [...(isBesideLeft ? [left.about] : []), ...(isOtherDay ? [otherDay] : [])].join(' ');
  return (
    <Approval
      place="drawer"
      form={form}
      send={send}
      mark={mark}
      about={about}
      also={say.approval.once}
      onEnter={() => send({ did: 'wentTo', place: 'primary' })}
    />
  );
}
