import { useState } from 'react';
import type { Output } from '#contract/contract';
import type { Drawer } from '#contract/shapes';
import { cents } from '#domain/money';
import { amount, count, longDay } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import { drawer as words } from '../../messages/drawer.ts';
import { useDo, useQuery } from '../../page.ts';
import { useFocus } from '../../ui/focus.ts';
import { Keys } from '../../ui/Keys.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { SlipRoom, useSlipRoom } from '../../ui/SlipRoom.tsx';
import { Step, TitleRow } from '../../ui/TitleRow.tsx';
import { useSettled } from '../../ui/useSettled.ts';
import { Difference } from '../compare/Compared.tsx';
import { useGo } from '../route.ts';
import { usePdf } from '../usePdf.ts';

type ClosedProps = { closing: Output<'closeDrawer'>; drawer: Drawer };

const told = words.closed;

/** Step 3 of 3: closed, every account of the drawer zero, and the Z report says so. */
export function Closed({ closing, drawer }: ClosedProps) {
  const run = useDo();
  const go = useGo();
  const pdf = usePdf();
  const [focus] = useState({ on: 'primary', turn: 0 });
  useFocus(focus);
  const { room, keys } = useSlipRoom();
  const signOut = useSettled(() => run('signOut', {}));
  const save = () => void pdf({ kind: 'z', label: closing.z });
  return (
    <Frame
      screen="closed"
      side="wide"
      actions={{ primary: signOut, pdf: save, back: () => go({ go: 'home' }), ...keys }}
    >
      <section className="left" aria-label={told.title(drawer.drawer)}>
        <TitleRow title={told.title(drawer.drawer)}>
          <Step step={words.step(3, told.name)} />
        </TitleRow>
        <Facts closing={closing} drawer={drawer} />
        <p className="pad">{told.handedOn}</p>
      </section>
      <ZReport z={closing.z} room={room} onSave={save} onSignOut={signOut} />
    </Frame>
  );
}

type ZReportProps = {
  z: string;
  room: ReturnType<typeof useSlipRoom>['room'];
  onSave: () => void;
  onSignOut: () => void;
};

function ZReport({ z, room, onSave, onSignOut }: ZReportProps) {
  const { station } = useStation();
  const slip = useQuery('slip', { document: { kind: 'z', label: z } }).value;
  return (
    <section className="side" aria-label={told.z}>
      <div className="row">
        <h2>{told.slip}</h2>
        <span className="muted">{station.printer.name}</span>
      </div>
      <SlipRoom room={room} slip={slip} label={told.slip} />
      <span className="push" />
      <button type="button" className="plain" onClick={onSave}>
        {told.pdf} <Keys keys="F6" />
      </button>
      <PrimaryButton label={told.button} keys="Enter" onPress={onSignOut} />
    </section>
  );
}

function Facts({ closing, drawer }: ClosedProps) {
  return (
    <dl className="facts wide">
      <dt>{told.overShort}</dt>
      <dd className="num">
        <Difference of={cents(closing.overShortCents)} />
      </dd>
      <dt>{told.z}</dt>
      <dd>{closing.z}</dd>
      <dt>{told.day}</dt>
      <dd>{longDay(drawer.businessDay)}</dd>
      <dt>{told.receipts}</dt>
      <dd className="num">{count(drawer.receipts)}</dd>
      <dt>{told.batch}</dt>
      <dd>{drawer.batch}</dd>
      <dt>{told.grandTotal}</dt>
      <dd>
        <span className="num">{amount(closing.grandTotalCents)}</span>{' '}
        <span className="small">{told.grandTotalNote}</span>
      </dd>
    </dl>
  );
}
