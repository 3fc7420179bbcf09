import { type Dispatch, useReducer, useState } from 'react';
import type { Output } from '#contract/contract';
import { formatAmount } from '#domain/money';
import { amount } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { floatOut as words } from '../../messages/safe.ts';
import { usePage } from '../../page.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { useBegunAnew } from '../approval/useBegunAnew.ts';
import { piecesOf, worthTyped } from '../pieces/pieces.ts';
import { CountedPieces } from './CountedPieces.tsx';
import {
  blankIssueFloat,
  type IssueFloatAction,
  type IssueFloatForm,
  issueFloatNotYet,
  issueFloatReducer,
} from './issueFloatForm.ts';
import { FIRST_CELL } from './piecesForm.ts';
import { SafeDone } from './SafeDone.tsx';
import { SafeForm } from './SafeForm.tsx';
import { useTelling } from './useTelling.ts';

type Taker = { person: string; name: string };
type IssueFloatProps = { people: readonly Taker[]; stations: readonly string[] };

/** A counted float for one person at one station, so that the drawer can open with it also while the network is down. */
export function IssueFloat({ people, stations }: IssueFloatProps) {
  const { host } = usePage();
  const { series } = useStation().station;
  const [form, send] = useReducer(issueFloatReducer, null, () =>
    blankIssueFloat(host.newId(), people[0]?.person ?? '', series),
  );
  const [done, setDone] = useState<Output<'issueFloat'> | null>(null);
  const tell = useTelling(useBegunAnew(send));
  const { commandId, to, station, typed } = form;
  const issue = async () => setDone(await tell('issueFloat', { commandId, to, station, pieces: piecesOf(typed) }));
  const worth = formatAmount(worthTyped(typed));
  if (done) return <Issued done={done} to={people.find(({ person }) => person === to)?.name ?? to} station={station} />;
  return (
    <SafeForm
      screen="issueFloat"
      title={words.title}
      aside={words.aside}
      form={form}
      send={send}
      not={issueFloatNotYet(form)}
      onSend={() => void issue()}
      left={<CountedPieces form={form} send={send} />}
      head={words.head}
      loud={worth}
      button={words.button(worth)}
    >
      <Taking form={form} send={send} people={people} stations={stations} />
      <p className="pad muted">{people.length === 0 ? words.nobody : words.note}</p>
    </SafeForm>
  );
}

type TakingProps = IssueFloatProps & { form: IssueFloatForm; send: Dispatch<IssueFloatAction> };

function Taking({ form, send, people, stations }: TakingProps) {
  return (
    <>
      <SelectField
        label={words.to}
        focusName="to"
        value={form.to}
        options={people.map(({ person, name }) => ({ value: person, label: name }))}
        onPick={(person) => send({ did: 'choseTaker', person })}
        onEnter={() => send({ did: 'wentTo', place: 'station' })}
      />
      <SelectField
        label={words.station}
        focusName="station"
        value={form.station}
        options={stations.map((station) => ({ value: station, label: station }))}
        onPick={(station) => send({ did: 'choseStation', station })}
        onEnter={() => send({ did: 'wentTo', place: FIRST_CELL })}
      />
    </>
  );
}

function Issued({ done, to, station }: { done: Output<'issueFloat'>; to: string; station: string }) {
  return (
    <SafeDone
      next={words.next}
      screen="issueFloat"
      title={words.done(done.handoff)}
      aside={words.doneAside}
      head={words.head}
      loud={amount(done.cents)}
      facts={[
        { name: words.number, value: done.handoff },
        { name: words.to, value: to },
        { name: words.station, value: station },
      ]}
    />
  );
}
