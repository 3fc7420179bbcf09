import { type ReactNode, useContext, useState } from 'react';
import type { Role } from '#domain/role';
import type { Actions, Screen } from '../keymap.ts';
import { Help } from '../overlays/Help.tsx';
import { MailServerChoice } from '../overlays/MailServerChoice.tsx';
import { Palette } from '../overlays/Palette.tsx';
import { Paper } from '../overlays/Paper.tsx';
import { PrinterChoice } from '../overlays/PrinterChoice.tsx';
import { TurnedAwayList } from '../overlays/TurnedAwayList.tsx';
import { usePage } from '../page.ts';
import { drawersToLookInto } from '../screens/look/drawersToLookInto.ts';
import { type Route, RouteContext } from '../screens/route.ts';
import { Bands } from './Bands.tsx';
import { KeyBar } from './KeyBar.tsx';
import { useKeyboard, usePaste } from './keyboard.ts';
import { useReloadGuard } from './reload.ts';
import { StatusBar } from './StatusBar.tsx';
import { useSettingActions } from './settingActions.ts';
import { type Station, useStation } from './station.ts';
import { useAskingFirst } from './useAskingFirst.tsx';
import { useSignOut } from './useSignOut.ts';

export type Overlay = 'help' | 'palette' | 'paper' | 'printer' | 'mailServer' | 'turnedAway';

type FrameProps = {
  screen: Screen;
  actions: Actions;
  side?: 'wide' | 'find';
  third?: boolean;
  /** How one goes to another screen from here, where what is left is to be found again or asked about first. */
  leave?: ((to: Route) => void) | undefined;
  onScan?: (text: string) => void;
  /** True when it took what was pasted, wherever the hand was. */
  onPaste?: (text: string) => boolean;
  children: ReactNode;
};

/** What is the same on every screen: status, bands, the work between them, the keys, and what can be called over it. */
export function Frame(props: FrameProps) {
  const { screen, actions, side, third, leave, onScan = ignore, onPaste = leaveIt, children } = props;
  const { station, now } = useStation();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const close = () => setOverlay(null);
  const { asked, question } = useAskingFirst();
  const all: Actions = {
    ...useSettingActions(),
    ...asked(useEverywhere(setOverlay, leave)),
    ...actions,
  };
  useKeyboard(screen, all, onScan);
  usePaste(onPaste);
  useReloadGuard();
  return (
    <div className="frame" data-training={station.training ? '' : undefined} data-screen={screen}>
      <StatusBar station={station} now={now} />
      <Bands station={station} screen={screen} />
      <main className="work" data-side={side} data-third={third ? '' : undefined}>
        {children}
      </main>
      <KeyBar screen={screen} actions={all} />
      {question}
      {overlay === 'help' ? <Help screen={screen} actions={all} onClose={close} /> : null}
      {overlay === 'palette' ? <Palette screen={screen} actions={all} onClose={close} /> : null}
      {overlay === 'paper' ? <Paper onClose={close} /> : null}
      {overlay === 'turnedAway' ? <TurnedAwayList onClose={close} /> : null}
      {overlay === 'mailServer' ? <MailServerChoice onClose={close} /> : null}
      {overlay === 'printer' ? <PrinterChoice onClose={close} /> : null}
    </div>
  );
}

function ignore() {}

function leaveIt() {
  return false;
}

/** Help and the palette are for anybody; paper, printer and signing out for who is signed in. */
function useEverywhere(show: (overlay: Overlay) => void, leave: FrameProps['leave']): Actions {
  const signOut = useSignOut();
  const { host } = usePage();
  const route = useContext(RouteContext);
  const go = route && (leave ?? ((to: Route) => route({ go: to })));
  const { station } = useStation();
  const anybody: Actions = { help: () => show('help'), palette: () => show('palette') };
  if (!station.person) return anybody;
  return {
    ...anybody,
    paper: () => show('paper'),
    // An auditor changes nothing, the printer neither.
    printer: station.person.role === 'auditor' ? undefined : () => show('printer'),
    mailServer: station.person.role === 'supervisor' ? () => show('mailServer') : undefined,
    outbox: go ? () => go({ at: 'outbox' }) : undefined,
    otherSlips: go ? () => go({ at: 'otherSlips' }) : undefined,
    ...(go && station.person.role === 'supervisor' ? looks(go, station) : {}),
    ...(go && station.person.role !== 'cashier' ? office(go, station.person.role) : {}),
    // Also a cashier's: the second count is blind.
    deposits: go ? () => go({ at: 'deposits' }) : undefined,
    turnedAwayList: () => show('turnedAway'),
    customerDisplay: () => host.openCustomerDisplay(),
    signOut: () => void signOut(),
  };
}

/** The office's lists, for whoever may see them. */
function office(go: (to: Route) => void, role: Role): Actions {
  return {
    makeDeposit: role === 'auditor' ? undefined : () => go({ at: 'makeDeposit' }),
    ledgerOut: () => go({ at: 'ledgerOut' }),
    heldEntries: () => go({ at: 'heldEntries' }),
    theDay: () => go({ at: 'day' }),
    safe: () => go({ at: 'safe' }),
    batches: () => go({ at: 'batches' }),
    reports: () => go({ at: 'reports' }),
  };
}

/** A supervisor looks into the drawers of others, where there are any. */
function looks(go: (to: Route) => void, station: Station): Actions {
  if (drawersToLookInto(station).length === 0) return {};
  return {
    readTotals: () => go({ at: 'look', what: 'totals' }),
    checkDrawer: () => go({ at: 'look', what: 'check' }),
  };
}
