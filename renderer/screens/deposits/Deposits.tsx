import { type Dispatch, useReducer } from 'react';
import type { Output } from '#contract/contract';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import type { Actions } from '../../keymap.ts';
import { deposits as words } from '../../messages/deposits.ts';
import { useQuery, useSteadyQuery } from '../../page.ts';
import { refusedIn } from '../../store.ts';
import { nextOf } from '../../ui/beside.ts';
import { useFocus } from '../../ui/focus.ts';
import { ListRoom } from '../../ui/ListRoom.tsx';
import { pageKeys } from '../../ui/pagedList.ts';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useHeld } from '../../ui/useHeld.ts';
import { type Route, useGo } from '../route.ts';
import { DepositSide } from './DepositSide.tsx';
import { DepositTable } from './DepositTable.tsx';
import {
  blankDeposits,
  type DepositsAction,
  type DepositsForm,
  type DepositsPlace,
  depositsReducer,
  FILTERS,
  keepsTheSafe,
  pageAsked,
} from './depositsForm.ts';
import { useDepositDeeds } from './useDepositDeeds.ts';
import { Waiting } from './Waiting.tsx';

type Page = Output<'deposits'>;

/** What went to the bank and what is on its way, late or not; and what waits in no deposit yet. */
export function Deposits({ place }: { place: DepositsPlace | undefined }) {
  const go = useGo();
  const role = useStation().station.person?.role;
  const [form, send] = useReducer(depositsReducer, place, blankDeposits);
  useFocus(form.focus);
  const asked = useQuery('deposits', pageAsked(form));
  const page = asked.value;
  const depositable = useQuery('depositable', keepsTheSafe(role) ? {} : null).value;
  const shown = useHeld(JSON.stringify(pageAsked(form)), form.chosen, page?.deposits[0]?.deposit ?? null);
  const sees = shown !== null && role !== 'cashier';
  const told = useSteadyQuery('deposit', sees ? { deposit: shown } : null).value;
  const deposit = told?.deposit === shown ? told : undefined;
  const listed = deposit ?? page?.deposits.find((one) => one.deposit === shown);
  const leave = (to: Route) => go({ go: to, leaving: { at: 'deposits', place: placeOf(form, shown) } });
  const deeds = useDepositDeeds({ listed, deposit, send, leave });
  const canMake = (depositable?.batches.length ?? 0) > 0;
  const make = depositable && canMake ? () => leave({ at: 'makeDeposit', depositable }) : undefined;
  const actions: Actions = {
    ...listActions(form, page, send),
    ...deeds.actions,
    ...{ back: () => go({ go: 'back' }), primary: deeds.main, makeDeposit: make },
    wholeDeposit: deposit ? () => leave({ at: 'deposit', deposit: deposit.deposit }) : undefined,
  };
  return (
    <Frame screen="deposits" actions={actions} leave={leave}>
      <section className="left" aria-label={words.title}>
        <TitleRow title={words.title}>{page ? heading(form, page) : ''}</TitleRow>
        {page ? <Waiting waiting={page.waiting} ready={page.ready} depositable={depositable} onMake={make} /> : null}
        <List {...{ page, form, shown, send }} refused={refusedIn(asked)} />
      </section>
      <DepositSide
        {...{ listed, deposit, deeds, breaks: deposit?.told?.breaks, said: form.said, trouble: form.trouble }}
      />
    </Frame>
  );
}

function placeOf({ filter, before }: DepositsForm, chosen: string | null): DepositsPlace {
  return { filter, before, chosen };
}

function heading({ filter, before }: DepositsForm, { deposits, more }: Page): string {
  const number = deposits.length;
  return words.filter[filter](before.length > 0 ? words.listedOlder(number) : words.listed(number, more));
}

/** The keys of the list itself. */
function listActions(form: DepositsForm, page: Page | undefined, send: Dispatch<DepositsAction>): Actions {
  const rows = page?.deposits.map(({ deposit }) => deposit) ?? [];
  return {
    deposit: rows.length > 1 ? undefined : false,
    filter: { run: () => send({ did: 'filtered' }), label: words.show[nextOf(FILTERS, form.filter)] },
    ...pageKeys(form, page && { rows, more: page.more }, send),
  };
}

type ListProps = {
  page: Page | undefined;
  form: DepositsForm;
  shown: string | null;
  send: Dispatch<DepositsAction>;
  refused: string | null;
};

function List({ page, form, shown, send, refused }: ListProps) {
  const listed = page?.deposits ?? [];
  const rows = listed.map(({ deposit }) => deposit);
  return (
    <ListRoom
      label={words.list}
      focusName="deposits"
      refused={refused}
      none={page && listed.length === 0 ? words.none[form.filter] : null}
      onMove={(by) => send({ did: 'moved', by, from: shown, rows })}
    >
      {listed.length > 0 ? (
        <DepositTable deposits={listed} chosen={shown} onPick={(row) => send({ did: 'chose', row })} />
      ) : null}
    </ListRoom>
  );
}
