import { useReducer } from 'react';
import { dayAfter, daysBetween } from '#domain/businessDay';
import { formatAmount } from '#domain/money';
import { longDay } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import { drawer } from '../../messages/drawer.ts';
import { say } from '../../messages/en.ts';
import { usePage, useQuery } from '../../page.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Approval, useStarter } from '../approval/Approval.tsx';
import { nextApprover } from '../approval/approve.ts';
import { PieceTable, RareHint } from '../pieces/PieceTable.tsx';
import { piecesOf, worthTyped } from '../pieces/pieces.ts';
import { useGo } from '../route.ts';
import { OtherDrawers } from './OtherDrawers.tsx';
import { blankOpen, openReducer } from './openForm.ts';
import { useOpening } from './useOpening.ts';

/** A day on which a drawer may open lies within a week of today. */
const DAYS_EITHER_SIDE = 7;

/** A counted float, a chosen business day, and from then on one cashier's drawer. */
export function OpenDrawer() {
  const { station } = useStation();
  const { host } = usePage();
  const go = useGo();
  const [form, send] = useReducer(openReducer, station.today, (today) => blankOpen(host.newId(), today));
  useFocus(form.focus);
  const float = piecesOf(form.typed);
  const opening = useQuery('openingMark', { businessDay: form.businessDay, float }).value;
  const isOtherDay = opening?.needsApproval ?? form.businessDay !== station.today;
  const open = useOpening(form, send, isOtherDay ? (opening?.mark ?? null) : null);
  const starter = useStarter();
  const cents = worthTyped(form.typed);
  const why = isOtherDay && form.approval.pin.length < 4 ? say.approval.why : null;
  const press = () => (why ? send({ did: 'wentTo', place: 'approvalPin' }) : void open());
  return (
    <Frame
      screen="open"
      actions={{
        primary: press,
        day: () => send({ did: 'wentTo', place: 'day' }),
        denominations: form.withRare ? undefined : () => send({ did: 'showedRare' }),
        supervisor: isOtherDay
          ? () => send({ did: 'choseApprover', person: nextApprover(form.approval, station) })
          : undefined,
        findReceipt: () => go({ go: { at: 'receipts', label: null } }),
      }}
    >
      <section className="left" aria-label={drawer.open.title}>
        <div className="title-row">
          <h1>{drawer.open.title}</h1>
          <span>{drawer.open.aside}</span>
        </div>
        <PieceTable
          typed={form.typed}
          withRare={form.withRare}
          onTyped={(worth, column, text) => send({ did: 'typedPieces', worth, column, text })}
          onMoved={(worth, column, by) => send({ did: 'movedCell', worth, column, by })}
        />
        <RareHint shown={form.withRare} />
        {form.trouble?.under.startsWith('loose') ? <Wrong sentence={form.trouble.sentence} /> : null}
        <span className="push" />
        <p className="pad faint">{drawer.open.note}</p>
      </section>
      <section className="side" aria-label={drawer.open.float}>
        <div>
          <div className="row">
            <h2>{drawer.open.float}</h2>
          </div>
          <p className="loud pad">{formatAmount(cents)}</p>
        </div>
        <Day
          today={station.today}
          value={form.businessDay}
          onPick={(businessDay) => send({ did: 'choseDay', businessDay })}
          onEnter={() => send({ did: 'wentTo', place: isOtherDay ? 'approvalPin' : 'primary' })}
          wrong={sentenceUnder(form.trouble, 'day')}
        />
        {isOtherDay ? (
          <Approval
            {...form.approval}
            mark={opening?.mark ?? null}
            wrong={sentenceUnder(form.trouble, 'approvalPin')}
            notes={[drawer.open.otherDay, say.approval.starter(starter), say.approval.once]}
            onApprover={(person) => send({ did: 'choseApprover', person })}
            onPin={(pin) => send({ did: 'typedPin', pin })}
            onEnter={press}
          />
        ) : null}
        <OtherDrawers />
        <span className="push" />
        {form.trouble?.under === 'primary' ? <Wrong sentence={form.trouble.sentence} /> : null}
        <PrimaryButton
          label={cents > 0 ? drawer.open.button(formatAmount(cents)) : drawer.open.buttonNone}
          keys="Ctrl+Enter"
          why={why}
          busy={form.busy}
          onPress={press}
          onWhy={press}
        />
      </section>
    </Frame>
  );
}

type DayProps = {
  today: string;
  value: string;
  wrong: string | null;
  onPick: (day: string) => void;
  onEnter: () => void;
};

function Day({ today, value, wrong, onPick, onEnter }: DayProps) {
  const days = Array.from({ length: 2 * DAYS_EITHER_SIDE + 1 }, (_, at) => dayAfter(today, at - DAYS_EITHER_SIDE));
  const said = (day: string) => {
    const away = daysBetween(today, day);
    return away === 0 ? drawer.open.today : drawer.open.from(away);
  };
  return (
    <div>
      <SelectField
        label={drawer.open.day}
        focusName="day"
        value={value}
        options={days.map((day) => ({ value: day, label: `${longDay(day)}, ${said(day)}` }))}
        onPick={onPick}
        onEnter={onEnter}
      />
      {wrong ? <Wrong sentence={wrong} /> : null}
    </div>
  );
}
