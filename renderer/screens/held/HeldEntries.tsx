import { useReducer } from 'react';
import { Frame } from '../../frame/Frame.tsx';
import { useUnfinished } from '../../frame/reload.ts';
import type { Actions } from '../../keymap.ts';
import { held as words } from '../../messages/held.ts';
import { safe } from '../../messages/safe.ts';
import { useQuery } from '../../page.ts';
import { refusedIn } from '../../store.ts';
import { AskToForget } from '../../ui/AskToForget.tsx';
import { useFocus } from '../../ui/focus.ts';
import { ListRoom } from '../../ui/ListRoom.tsx';
import { useSlipRoom } from '../../ui/SlipRoom.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { type OfficeRoute, useGo } from '../route.ts';
import { HeldSide } from './HeldSide.tsx';
import { HeldTable } from './HeldTable.tsx';
import { blankHeld, type HeldRow, heldReducer, isOneBranch, rowShown, rowsOf } from './heldForm.ts';
import { StraySlip } from './StraySlip.tsx';
import { type Deciding, useDecision } from './useDecision.ts';

/** What stations sent and no journal took: looked at one by one, decided by two. */
export function AtTheHeldEntries({ route }: { route: OfficeRoute }) {
  return route.at === 'heldEntries' ? <HeldEntries /> : null;
}

function HeldEntries() {
  const go = useGo();
  const { room, keys } = useSlipRoom();
  const [form, send] = useReducer(heldReducer, null, blankHeld);
  useFocus(form.focus, 'nearest');
  const isBegun = form.reason.trim() !== '';
  const leave = () => go({ go: 'back' });
  useUnfinished(isBegun ? 'held' : null);
  const asked = useQuery('heldEntries', {});
  const rows = asked.value ? rowsOf(asked.value) : [];
  const row = rowShown(form, rows);
  const deciding = useDecision(form, send, row);
  const choose = (to: HeldRow | undefined) => {
    if (to) send({ did: 'chose', key: to.key, afresh: !isOneBranch(row, to) });
  };
  const move = (by: 1 | -1) => choose(rows[rows.indexOf(row as HeldRow) + by]);
  const back = () => (isBegun ? send({ did: 'left' }) : leave());
  const actions = { back, ...actionsAt(rows, row, deciding), ...(row?.what === 'stray' ? keys : {}) };
  return (
    <Frame screen="heldEntries" side="wide" actions={actions}>
      <section className="left" aria-label={words.title}>
        <TitleRow title={words.title}>{rows.length > 0 ? words.aside(rows.length) : ''}</TitleRow>
        <ListRoom
          label={words.list}
          focusName="held"
          refused={refusedIn(asked)}
          none={asked.value && rows.length === 0 ? words.none : null}
          onMove={move}
          onEnter={() => send({ did: 'wentTo', place: 'reason' })}
        >
          {rows.length > 0 ? <HeldTable rows={rows} chosen={row?.key} onPick={choose} /> : null}
        </ListRoom>
        {row?.what === 'stray' ? <StraySlip row={row} room={room} /> : null}
        {asked.value?.more ? <p className="pad muted">{words.more}</p> : null}
      </section>
      <HeldSide {...{ form, send, row, deciding }} />
      {form.isLeaving ? <AskToForget words={safe.ask} onKeep={() => send({ did: 'stayed' })} onForget={leave} /> : null}
    </Frame>
  );
}

function actionsAt(rows: readonly HeldRow[], row: HeldRow | undefined, { decision, ...deciding }: Deciding): Actions {
  return {
    heldEntry: rows.length > 1 ? undefined : false,
    ...(row && decision ? { primary: deciding.press, supervisor: deciding.supervisor } : {}),
    dismissInstead: deciding.instead,
  };
}
