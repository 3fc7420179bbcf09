import { type Dispatch, useReducer } from 'react';
import type { ChangeOrder } from '#contract/changeOrderCalls';
import type { Output } from '#contract/contract';
import type { Handoff, SafeCounting, SafeLately } from '#contract/custodyCalls';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import type { Actions } from '../../keymap.ts';
import { safe as words } from '../../messages/safe.ts';
import { usePage, useQuery } from '../../page.ts';
import { refusedIn } from '../../store.ts';
import { useFocus } from '../../ui/focus.ts';
import { ListRoom } from '../../ui/ListRoom.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { type SafeRoute, useGo } from '../route.ts';
import { SafeSide } from './SafeSide.tsx';
import {
  BLANK_SAFE,
  byDrawer,
  deedFor,
  handoffShown,
  type SafeAction,
  safeReducer,
  type TransitGroup,
  toCount,
} from './safeForm.ts';
import { TransitTable } from './TransitTable.tsx';

/** What lies in the safe by the books, and what is on its way between it and the drawers. */
export function Safe() {
  const go = useGo();
  const [form, send] = useReducer(safeReducer, BLANK_SAFE);
  useFocus(form.focus);
  const asked = useQuery('safe', {});
  const safe = asked.value;
  const groups = byDrawer(safe?.inTransit ?? []);
  const shown = handoffShown(form, groups);
  const { open, ...ordering } = useChangeOrders();
  const refused = refusedIn(asked);
  const here = { ...useDeeds(safe, shown), ...ordering };
  const away = useAway();
  const deeds = refused === null ? here : away;
  const actions: Actions = {
    back: () => go({ go: 'back' }),
    handoff: (safe?.inTransit.length ?? 0) > 1 ? undefined : false,
    primary: deeds.main,
    changeFund: deeds.fund,
    issueFloat: deeds.float,
    orderChange: deeds.order,
    receiveChange: deeds.receive,
    takeFloatBack: deeds.back,
    countSafe: deeds.count ?? deeds.settleCount,
  };
  return (
    <Frame screen="safe" actions={actions}>
      <section className="left" aria-label={words.title}>
        <TitleRow title={words.title}>{safe ? words.inTransit(safe.inTransit.length + open.length) : ''}</TitleRow>
        <Transit
          {...{ groups, shown, send, refused }}
          orders={safe ? open : []}
          lately={safe?.lately ?? []}
          isAsked={safe !== undefined}
        />
      </section>
      <SafeSide safe={safe} shown={shown} deeds={deeds} isAway={refused !== null} />
    </Frame>
  );
}

type TransitProps = {
  groups: readonly TransitGroup[];
  /** Change on its way from the bank. */
  orders: readonly ChangeOrder[];
  lately: readonly SafeLately[];
  shown: Handoff | undefined;
  send: Dispatch<SafeAction>;
  refused: string | null;
  /** The ledger has told what is in transit, if anything. */
  isAsked: boolean;
};

function Transit({ groups, orders, lately, shown, send, refused, isAsked }: TransitProps) {
  const handoffs = groups.flatMap((group) => group.handoffs.map(({ handoff }) => handoff));
  const move = (by: 1 | -1) => send({ did: 'moved', by, from: shown?.handoff ?? null, handoffs });
  return (
    <ListRoom
      label={words.columns.what}
      focusName="handoffs"
      refused={refused}
      none={refused === null && isAsked && groups.length === 0 ? words.none : null}
      onMove={move}
    >
      {groups.length + orders.length + lately.length > 0 ? (
        <TransitTable
          {...{ groups, orders }}
          lately={lately}
          chosen={shown?.handoff}
          onPick={(handoff) => send({ did: 'chose', handoff })}
        />
      ) : null}
    </ListRoom>
  );
}

/** What the signed-in person may do here: whoever keeps no safe only looks. */
export type SafeDeeds = Partial<
  Record<'main' | 'fund' | 'float' | 'order' | 'receive' | 'back' | 'count' | 'settleCount', () => void>
>;

/** While the ledger does not show the safe, each of them says so. */
function useAway(): SafeDeeds {
  const { notice } = usePage();
  const { person } = useStation().station;
  if (person?.role !== 'supervisor' && person?.role !== 'finance') return {};
  const tell = (deed: keyof typeof words.deeds) => () => notice.tell(words.away(words.deeds[deed]));
  return {
    fund: tell('fund'),
    float: tell('float'),
    count: tell('count'),
    order: tell('order'),
    receive: tell('receive'),
  };
}

/** Change that is on its way from the bank, and what can be done about it: the oldest order is received first. */
function useChangeOrders(): Pick<SafeDeeds, 'order' | 'receive'> & { open: readonly ChangeOrder[] } {
  const go = useGo();
  const { person } = useStation().station;
  const orders = useQuery('changeOrders', {}).value?.orders ?? [];
  const open = orders.filter(({ received }) => received === null);
  if (person?.role !== 'supervisor' && person?.role !== 'finance') return { open };
  const oldest = open.at(-1);
  const to = (order: ChangeOrder | null) => () => go({ go: { at: 'changeOrder', order } });
  return { open, order: to(null), ...(oldest ? { receive: to(oldest) } : {}) };
}

/** A count of the safe is begun, joined by a second person, or settled: whoever made the first waits for the other. */
function countOf(
  counting: SafeCounting | null,
  go: (to: Extract<SafeRoute, { at: 'countSafe' | 'settleSafeCount' }>) => void,
): Pick<SafeDeeds, 'count' | 'settleCount'> {
  if (counting === null) return { count: () => go({ at: 'countSafe', turn: 'first' }) };
  if (counting.state === 'differs') return { settleCount: () => go({ at: 'settleSafeCount', counting }) };
  return counting.isYours ? {} : { count: () => go({ at: 'countSafe', turn: 'second' }) };
}

/** Whoever issued a float counts it no second time: she is told so before she counts. */
function useTakeBack(): (shown: Handoff) => void {
  const go = useGo();
  const { notice } = usePage();
  const { person } = useStation().station;
  return (shown) => {
    if (shown.notApprovers.includes(person?.person ?? '')) notice.tell(words.notBack(shown.handoff));
    else go({ go: { at: 'takeFloatBack', handoff: shown } });
  };
}

function useDeeds(safe: Output<'safe'> | undefined, shown: Handoff | undefined): SafeDeeds {
  const go = useGo();
  const takeBack = useTakeBack();
  const { person } = useStation().station;
  if (!safe || (person?.role !== 'supervisor' && person?.role !== 'finance')) return {};
  const { people, stations, inTransit } = safe;
  const takers = people.filter((one) => one.person !== person.person);
  const deed = shown ? deedFor(shown) : null;
  const drawer = shown?.drawer ?? '';
  return {
    fund: () => go({ go: { at: 'changeFund' } }),
    float: () => go({ go: { at: 'issueFloat', people: takers, stations } }),
    ...countOf(safe.counting, (to) => go({ go: to })),
    ...(deed === 'takeBack' && shown ? { back: () => takeBack(shown) } : {}),
    ...(deed === 'settle' && shown ? { main: () => go({ go: { at: 'settle', handoff: shown } }) } : {}),
    ...(deed === 'count'
      ? { main: () => go({ go: { at: 'countHandoffs', drawer, handoffs: toCount(inTransit, drawer) } }) }
      : {}),
  };
}
