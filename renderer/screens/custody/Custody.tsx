import { type Dispatch, useReducer, useState } from 'react';
import type { Drawer } from '#contract/shapes';
import { formatAmount } from '#domain/money';
import { Frame } from '../../frame/Frame.tsx';
import { useUnfinished } from '../../frame/reload.ts';
import { useStation } from '../../frame/station.ts';
import type { Actions } from '../../keymap.ts';
import { custody } from '../../messages/custody.ts';
import { usePage } from '../../page.ts';
import { AskToForget } from '../../ui/AskToForget.tsx';
import { useFocus } from '../../ui/focus.ts';
import { useNextApprover } from '../approval/useApproved.ts';
import { worthTyped } from '../pieces/pieces.ts';
import { useGo } from '../route.ts';
import { refusedAt, withRefused } from '../undo/undoForm.ts';
import { useCounting } from '../useCounting.ts';
import { CustodyLeft } from './CustodyLeft.tsx';
import { CustodySide } from './CustodySide.tsx';
import {
  blankCustody,
  type CustodyAction,
  type CustodyForm,
  type CustodyWhat,
  custodyNotYet,
  custodyPlaceOf,
  custodyReducer,
  hasCounted,
  isBegunCustody,
} from './custodyForm.ts';
import { RecordedSlip } from './RecordedSlip.tsx';
import { type Recorded, useCustody } from './useCustody.ts';

type CustodyProps = { what: CustodyWhat; drawer: Drawer };

/** Cash of the own drawer that is no receipt: counted and told at the left, agreed to at the right, and then its slip. */
export function Custody({ what, drawer }: CustodyProps) {
  const [done, setDone] = useState<{ recorded: Recorded; loud: string } | null>(null);
  if (done) return <OwnRecorded {...done} drawer={drawer.drawer} />;
  return <Moving what={what} drawer={drawer} onDone={(recorded, loud) => setDone({ recorded, loud })} />;
}

/** What was written down of the own drawer, which may be counted from here. */
function OwnRecorded({ drawer, ...done }: { recorded: Recorded; loud: string; drawer: string }) {
  return <RecordedSlip {...done} actions={{ closeDrawer: useCounting(drawer) }} />;
}

type MovingProps = CustodyProps & { onDone: (recorded: Recorded, loud: string) => void };

function Moving({ what, drawer, onDone }: MovingProps) {
  const { host } = usePage();
  const { now } = useStation();
  const [form, send] = useReducer(custodyReducer, now, (at) => blankCustody(what, host.newId(), at));
  useFocus(form.focus, 'nearest');
  useUnfinished(isBegunCustody(form) ? 'custody' : null);
  const { proposal, mark, make } = useCustody(form, send, drawer);
  const refused = refusedAt(proposal, (trouble) => custodyPlaceOf(trouble, what));
  const shown = withRefused(form, refused);
  const not = custodyNotYet(form);
  const place = refused?.under ?? not?.place ?? null;
  const loud = what === 'noSale' ? custody.noSale.title : formatAmount(worthTyped(form.typed.out));
  const press = () => {
    if (place !== null) send({ did: 'wentTo', place });
    else void make().then((recorded) => recorded && onDone(recorded, loud));
  };
  const go = useGo();
  const [isAsking, setAsking] = useState(false);
  const leave = () => go({ go: 'back' });
  const back = () => (hasCounted(form) ? setAsking(true) : leave());
  const actions = useActions(form, send, press, back);
  return (
    <Frame screen="custody" actions={actions}>
      <CustodyLeft form={shown} send={send} drawer={drawer} mark={mark} />
      <CustodySide
        form={shown}
        send={send}
        mark={mark}
        why={not?.why ?? null}
        isRefused={refused !== null}
        onPress={press}
      />
      {isAsking ? <AskToForget words={custody.ask} onKeep={() => setAsking(false)} onForget={leave} /> : null}
    </Frame>
  );
}

function useActions(form: CustodyForm, send: Dispatch<CustodyAction>, press: () => void, back: () => void): Actions {
  const nextSupervisor = useNextApprover(form, send, 'drawer');
  return {
    primary: press,
    back: { label: custody.back, run: back },
    supervisor: form.what === 'drop' ? undefined : nextSupervisor,
    denominations: form.withRare || form.what === 'noSale' ? undefined : () => send({ did: 'showedRare' }),
    attach: form.what === 'paidOut' ? () => send({ did: 'wentTo', place: 'file' }) : undefined,
  };
}
