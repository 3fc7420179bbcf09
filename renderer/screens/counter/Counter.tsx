import { useSyncExternalStore } from 'react';
import type { Drawer } from '#contract/shapes';
import { Frame } from '../../frame/Frame.tsx';
import type { Actions } from '../../keymap.ts';
import { counter } from '../../messages/counter.ts';
import { useDo, usePage, useQuery } from '../../page.ts';
import { useFocus } from '../../ui/focus.ts';
import { useHandInView } from '../../ui/handInView.ts';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useCustodyActions } from '../custody/useCustodyActions.ts';
import { useGo } from '../route.ts';
import { Asking } from './Asking.tsx';
import { SetAside } from './aside/SetAside.tsx';
import { type CounterForm, isBegun } from './counterForm.ts';
import { DraftSlip } from './DraftSlip.tsx';
import { draftOf } from './draft.ts';
import { FoundAccount } from './find/FoundAccount.tsx';
import { FoundType } from './find/FoundType.tsx';
import { Hits } from './find/Hits.tsx';
import { NothingFound } from './find/NothingFound.tsx';
import { SearchField } from './find/SearchField.tsx';
import { type Search, searchKeys, useSearch } from './find/useSearch.ts';
import { LastReceipt } from './LastReceipt.tsx';
import { LastReceipts } from './LastReceipts.tsx';
import { Lines } from './lines/Lines.tsx';
import { lineActions } from './lines/lineActions.ts';
import { useNeeds } from './options/useNeeds.ts';
import { useOptionActions } from './options/useOptionActions.ts';
import { PayerField, PayerLine } from './Payer.tsx';
import { isTendered } from './tendered.ts';
import { readCheck } from './tenders/readCheck.ts';
import { TenderPanel } from './tenders/TenderPanel.tsx';
import { tenderActions } from './tenders/tenderActions.ts';
import { typedCents } from './typedCents.ts';
import { type Send, useForm, useTake } from './useCounter.ts';

import { useWide } from './useWide.ts';

/** The counter: find, add, tender, receipt. The same field finds an account as one types; the panel beside changes with it. */
export function Counter({ drawer }: { drawer: Drawer }) {
  const { form, send } = useForm(drawer.drawer);
  const go = useGo();
  const { settings } = usePage();
  const isWide = useWide();
  const { slipColumn } = useSyncExternalStore(settings.watch, settings.read);
  useFocus(form.focus);
  const types = useQuery('receiptTypes', { drawer: drawer.drawer }).value?.types ?? [];
  const search = useSearch(form, send, types);
  const needs = useNeeds(form, drawer.drawer);
  useHandInView(form, needs);
  const take = useTake(form, send, drawer.drawer, needs, (taken) =>
    go({ go: { at: 'done', taken, cashCents: typedCents(form.cash), draft: draftOf(form, drawer.drawer) } }),
  );
  const options = useOptionActions(drawer, form, send);
  const actions = useCounterActions(drawer, form, send, search, take);
  const custody = useCustodyActions(drawer);
  const third = isWide && slipColumn && !search.finding;
  return (
    <Frame
      screen={search.finding ? 'find' : 'counter'}
      actions={search.finding ? actions : { ...actions, ...options, ...custody }}
      {...(search.finding ? { side: 'find' as const } : {})}
      third={third}
      onScan={(text) => readCheck(text, send) || void search.add(text)}
      onPaste={(text) => readCheck(text, send)}
    >
      <Left drawer={drawer} form={form} send={send} search={search} isWide={isWide} />
      {search.finding ? (
        <Found search={search} form={form} send={send} />
      ) : (
        <TenderPanel form={form} send={send} take={take} needs={needs} isSlipShown={third} />
      )}
      {third ? <DraftSlip form={form} drawer={drawer.drawer} /> : null}
      <Asking drawer={drawer.drawer} form={form} send={send} types={types} />
    </Frame>
  );
}

/** What is chosen of all that was found, or what can be done where nothing was. */
function Found({ search, form, send }: { search: Search; form: CounterForm; send: Send }) {
  if (search.chosenType) return <FoundType type={search.chosenType} onAdd={() => void search.add()} />;
  if (search.nowhere)
    return (
      <NothingFound
        why={search.nowhere}
        text={search.text}
        onTake={() => send({ did: 'addedSuspense', billCents: search.billCents })}
      />
    );
  return <FoundAccount search={search} form={form} />;
}

type LeftProps = { drawer: Drawer; form: CounterForm; send: Send; search: Search; isWide: boolean };

function Left({ drawer, form, send, search, isWide }: LeftProps) {
  return (
    <section className="left" aria-label={counter.title}>
      {search.finding ? null : (
        <>
          <TitleRow title={counter.title}>
            {isBegun(form) ? <PayerLine form={form} /> : <SetAside send={send} />}
          </TitleRow>
          <Lines form={form} send={send} />
        </>
      )}
      <SearchField key="search" form={form} send={send} search={search} />
      {search.finding ? <Hits search={search} send={send} /> : <PayerField form={form} send={send} />}
      {isWide && !search.finding ? <LastReceipts drawer={drawer.drawer} /> : null}
      {isWide || search.finding || isBegun(form) ? null : <LastReceipt drawer={drawer.drawer} />}
    </section>
  );
}

function useCounterActions(
  drawer: Drawer,
  form: CounterForm,
  send: Send,
  search: Search,
  take: () => Promise<void>,
): Actions {
  const { host, forms, settings } = usePage();
  const run = useDo();
  const go = useGo();
  const back = {
    back: () => send({ did: 'wentBack' }),
    findReceipt: () => go({ go: { at: 'receipts', label: null } }),
  };
  const onLines = lineActions(form, send, search.billCents);
  if (search.finding)
    return {
      ...back,
      ...searchKeys(search),
      primary: () => void search.add(),
      item: onLines.item,
      suspense: onLines.suspense,
    };
  const isWithMoney = () => isTendered(forms.of(drawer.drawer).read());
  return {
    ...back,
    ...onLines,
    primary: () => void take(),
    ...tenderActions(form, send, settings.read().tenKey),
    search: () => send({ did: 'wentTo', place: 'search' }),
    payer: () => send({ did: 'openedPayer' }),
    slipLanguage: form.lines.length > 0 ? () => send({ did: 'askedLanguage' }) : undefined,
    // With money on the counter neither the count nor the door is open: the payment is finished or emptied first.
    closeDrawer: () =>
      isWithMoney()
        ? send({ did: 'askedToEmpty' })
        : run('startCount', { commandId: host.newId(), drawer: drawer.drawer }),
    signOut: () => (isWithMoney() ? send({ did: 'askedToEmpty' }) : run('signOut', {})),
  };
}
