import type { AccountHit } from '#contract/shapes';
import { items } from '../../../messages/lines.ts';
import { usePage, useSteadyQuery } from '../../../page.ts';
import { PickField } from '../../../ui/PickField.tsx';
import { linePlace } from '../places.ts';
import { type FeeFieldProps, wrongUnder } from './feeField.ts';

/** More than these are not looked through: one letter more finds better. */
const SHOWN_MAX = 5;
const LENGTH_MAX = 60;

/** The account that a fee belongs to, found by number or name as one types. */
export function FeeAccount(props: FeeFieldProps) {
  const { line, at, field, send } = props;
  const { client } = usePage();
  const text = line.account ? '' : line.accountText.trim();
  const { asked, value } = useSteadyQuery('findAccounts', text === '' ? null : { text });
  const hits = text === '' ? [] : (value?.hits.slice(0, SHOWN_MAX) ?? []);
  const isOptional = line.type.account === 'optional';

  async function take(accountNumber: string) {
    const answer = await client.call('account', { accountNumber });
    if (answer.ok) send({ did: 'pickedAccount', line: at, account: answer.value });
  }

  /** What is on the screen may still answer an earlier text; Enter always means what was typed last. */
  async function accept() {
    const answer = text === '' || asked.state === 'answered' ? null : await client.call('findAccounts', { text });
    const [hit] = answer?.ok ? answer.value.hits : [];
    if (hit) await take(hit.accountNumber);
    else send({ did: 'acceptedLine', line: at, field });
  }

  return (
    <PickField
      label={items.labels.account}
      focusName={linePlace(at, field)}
      value={line.accountText}
      placeholder={isOptional ? items.hints.accountOptional : items.hints.account}
      maxLength={LENGTH_MAX}
      choices={asked.state === 'answered' ? hits.map(choiceOf) : []}
      list={items.found(items.labels.account)}
      hint={line.account ? line.account.customer : null}
      wrong={wrongUnder(props)}
      onText={(typed) => send({ did: 'typedLine', line: at, field, text: typed })}
      onPick={(accountNumber) => void take(accountNumber)}
      onEnter={() => void accept()}
    />
  );
}

function choiceOf({ accountNumber, customer, serviceAddress }: AccountHit) {
  return { key: accountNumber, name: `${customer} ${accountNumber}`, detail: serviceAddress };
}
