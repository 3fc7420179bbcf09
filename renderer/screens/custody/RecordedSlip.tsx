import { useState } from 'react';
import { Frame } from '../../frame/Frame.tsx';
import type { Actions } from '../../keymap.ts';
import { custody } from '../../messages/custody.ts';
import { receipts } from '../../messages/receipts.ts';
import { useQuery } from '../../page.ts';
import { useFocus } from '../../ui/focus.ts';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { SlipRoom, useSlipRoom } from '../../ui/SlipRoom.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useSettled } from '../../ui/useSettled.ts';
import { useGo } from '../route.ts';
import type { Recorded } from './useCustody.ts';

type RecordedSlipProps = {
  recorded: Recorded;
  loud: string;
  /** What else may be done where it was recorded. */
  actions?: Actions;
};

/** It is written down: its slip as it printed, and what to do with the cash now. */
export function RecordedSlip({ recorded, loud, actions }: RecordedSlipProps) {
  const { kind, label } = recorded;
  const go = useGo();
  const [focus] = useState({ on: 'primary', turn: 0 });
  useFocus(focus);
  const { room, keys } = useSlipRoom();
  // The hand that confirmed may press once more.
  const back = useSettled(() => go({ go: 'back' }));
  const slip = useQuery('slip', { document: { kind, label } }).value;
  const name = receipts.document[kind];
  return (
    <Frame screen="custody" actions={{ primary: back, back, ...keys, ...actions }}>
      <section className="left" aria-label={`${name} ${label}`}>
        <TitleRow title={`${name} ${label}`}>{custody.recorded.head}</TitleRow>
        <SlipRoom room={room} slip={slip} label={custody.recorded.slip} />
      </section>
      <section className="side" aria-label={custody.recorded.head}>
        <Headline head={custody.recorded.loud[kind]} isNews>
          {loud}
        </Headline>
        <p className="pad">{custody.recorded.words[kind]}</p>
        <div className="foot">
          <PrimaryButton label={custody.recorded.button} keys="Enter" onPress={back} />
        </div>
      </section>
    </Frame>
  );
}
