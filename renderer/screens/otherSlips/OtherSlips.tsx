import { type Dispatch, useReducer } from 'react';
import { isPicture } from '#domain/attachment';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import type { Action, Actions } from '../../keymap.ts';
import { otherSlips as words } from '../../messages/otherSlips.ts';
import { useQuery, useSteadyQuery } from '../../page.ts';
import { Wrong } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { Room } from '../../ui/Room.tsx';
import { SlipRoom, useSlipRoom } from '../../ui/SlipRoom.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useReprint } from '../receipts/Reprint.tsx';
import { useGo } from '../route.ts';
import { usePdf } from '../usePdf.ts';
import { OtherSlipTable } from './OtherSlipTable.tsx';
import {
  BLANK_OTHER_SLIPS,
  type OtherSlipRow,
  type OtherSlipsAction,
  otherSlipsReducer,
  slipShown,
} from './otherSlipsForm.ts';
import { useAttachment } from './useAttachment.ts';

/** Drops and other cash that is no receipt, looks into drawers, Z reports: looked at, printed again, with what proves them. */
export function OtherSlips() {
  const go = useGo();
  const pdf = usePdf();
  const { room, keys } = useSlipRoom();
  const { station } = useStation();
  const [form, send] = useReducer(otherSlipsReducer, BLANK_OTHER_SLIPS);
  useFocus({ on: 'otherSlips', turn: 0 });
  const slips = useSteadyQuery('otherSlips', {}).value?.slips ?? [];
  const shown = slipShown(form, slips);
  const tell = (sentence: string | null) => send({ did: 'answered', sentence });
  const { reprint, question } = useReprint((trouble) => tell(trouble?.sentence ?? null));
  const scan = useAttachment(tell);
  const role = station.person?.role;
  const file = role === 'cashier' ? null : (shown?.attachment ?? null);
  const print = shown && role !== 'auditor' ? () => reprint(shown) : undefined;
  const actions: Actions = {
    back: () => go({ go: 'back' }),
    otherSlip: slips.length > 1 ? undefined : false,
    reprint: print,
    pdf: shown ? () => void pdf({ kind: shown.kind, label: shown.label }) : undefined,
    attachment: file ? openingOf(file, () => void scan.open(file)) : undefined,
    ...(shown ? keys : {}),
  };
  return (
    <Frame screen="otherSlips" side="wide" actions={actions}>
      <List slips={slips} shown={shown} send={send} />
      <Detail room={room} shown={shown} trouble={form.trouble} onPrint={print} />
      {question}
      {scan.viewer}
    </Frame>
  );
}

/** The key says what will happen: a picture is looked at here, any other file is saved. */
function openingOf({ type }: { type: string }, run: () => void): Action {
  return isPicture(type) ? { run, label: words.look } : { run };
}

type ListProps = { slips: readonly OtherSlipRow[]; shown: OtherSlipRow | undefined; send: Dispatch<OtherSlipsAction> };

function List({ slips, shown, send }: ListProps) {
  const labels = slips.map(({ label }) => label);
  const move = (by: 1 | -1) => send({ did: 'moved', by, from: shown?.label ?? null, labels });
  return (
    <section className="left" aria-label={words.title}>
      <TitleRow title={words.title} />
      <Room
        label={words.list}
        focusName="otherSlips"
        onKey={(key) => {
          if (key === 'ArrowDown') move(1);
          if (key === 'ArrowUp') move(-1);
        }}
      >
        <OtherSlipTable slips={slips} chosen={shown?.label} onPick={(label) => send({ did: 'chose', label })} />
      </Room>
      {slips.length === 0 ? <p className="pad muted">{words.none}</p> : null}
    </section>
  );
}

type DetailProps = {
  room: ReturnType<typeof useSlipRoom>['room'];
  shown: OtherSlipRow | undefined;
  trouble: string | null;
  onPrint: (() => void) | undefined;
};

function Detail({ room, shown, trouble, onPrint }: DetailProps) {
  const document = shown ? { kind: shown.kind, label: shown.label } : null;
  const slip = useQuery('slip', document ? { document } : null).value;
  return (
    <section className="side" aria-label={shown?.label ?? words.slip}>
      <SlipRoom room={room} slip={slip} label={words.slip} />
      {shown?.attachment ? <p className="pad muted">{words.file(shown.attachment)}</p> : null}
      <span className="push" />
      <div className="foot">
        {trouble ? <Wrong sentence={trouble} /> : null}
        {onPrint ? <PrimaryButton label={words.reprint} keys="Ctrl+P" onPress={onPrint} /> : null}
      </div>
    </section>
  );
}
