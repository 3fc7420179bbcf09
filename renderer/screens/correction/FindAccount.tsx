import type { Dispatch } from 'react';
import type { AccountHit, ReceiptView } from '#contract/shapes';
import type { OpenCharge } from '#domain/account';
import type { ReceiptLine } from '#domain/line';
import { amount } from '../../format.ts';
import { say } from '../../messages/en.ts';
import { find } from '../../messages/find.ts';
import { correcting } from '../../messages/undo.ts';
import { usePage, useSteadyQuery } from '../../page.ts';
import { sentenceUnder } from '../../refusal.ts';
import { AmountCell } from '../../ui/AmountCell.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { Marked } from '../../ui/Marked.tsx';
import { PickRow } from '../../ui/PickRow.tsx';
import { DocumentInput, WrongRow } from '../undo/rows.tsx';
import { type CorrectionAction, type CorrectionForm, placeIn } from './correctionForm.ts';
import { openFor } from './told.ts';

type FindAccountProps = {
  view: ReceiptView;
  form: CorrectionForm;
  send: Dispatch<CorrectionAction>;
  /** Where the hand goes once the account is found and nothing of it is to be named. */
  next: string;
};

const SHOWN = 5;

/** The account that the money belongs to: searched for, the best hit first and Enter takes it. */
export function FindAccount({ view, form, send, next }: FindAccountProps) {
  const { client } = usePage();
  const text = (form.told.search ?? '').trim();
  const isSearching = form.account === null && text !== '';
  const { asked, value } = useSteadyQuery('findAccounts', isSearching ? { text } : null);
  const hits = isSearching ? (value?.hits.slice(0, SHOWN) ?? []) : [];
  const at = Math.min(form.hit, hits.length - 1);
  /** What is listed may still answer an earlier text; Enter always means what was typed last. */
  async function takeTyped() {
    if (asked.state === 'answered') return take(hits[at]);
    const answer = await client.call('findAccounts', { text });
    if (answer.ok) await take(answer.value.hits[0]);
  }
  async function take(hit: AccountHit | undefined) {
    if (!hit) return;
    const answer = await client.call('account', { accountNumber: hit.accountNumber });
    if (!answer.ok) return;
    const account = answer.value;
    const hasCharges = form.kind === 'account' && openFor(account, lineOf(view, form)).length > 0;
    send({ did: 'choseAccount', account, next: hasCharges ? 'charge 0' : next });
  }
  return (
    <>
      <DocumentInput
        label={correcting.account}
        focusName="search"
        maxLength={100}
        value={form.told.search ?? ''}
        placeholder={correcting.accountHint}
        after={form.account ? <span className="muted">{form.account.customer}</span> : null}
        onText={(typed) => send({ did: 'typed', field: 'search', text: typed })}
        onArrow={(by) => send({ did: 'movedHit', to: Math.min(hits.length - 1, at + by) })}
        onEnter={() => (form.account ? send({ did: 'wentTo', place: next }) : void takeTyped())}
      />
      <Hits hits={hits} at={at} text={text} onTake={(hit) => void take(hit)} />
      {form.account && form.kind === 'account' ? <NameCharges view={view} form={form} send={send} next={next} /> : null}
    </>
  );
}

type HitsProps = { hits: readonly AccountHit[]; at: number; text: string; onTake: (hit: AccountHit) => void };

function Hits({ hits, at, text, onTake }: HitsProps) {
  if (hits.length === 0) return null;
  return (
    <table className="tight" aria-label={find.results}>
      <tbody>
        {hits.map((hit, place) => (
          <PickRow key={hit.accountNumber} isChosen={place === at} onPick={() => onTake(hit)}>
            <td className="nowrap">
              <Marked text={hit.accountNumber} words={text} />
            </td>
            <td className="clip">
              <Marked text={hit.customer} words={text} />
            </td>
            <td className="clip muted">{hit.serviceAddress}</td>
            <td className="n">{amount(hit.balanceCents)}</td>
          </PickRow>
        ))}
      </tbody>
    </table>
  );
}

function lineOf({ standing }: ReceiptView, { what }: CorrectionForm): ReceiptLine | null {
  return standing.lines[placeIn(what)] ?? null;
}

/** Which charges the line pays there: named by amount, or left to the district's order. */
function NameCharges({ view, form, send, next }: FindAccountProps) {
  if (!form.account) return null;
  const open = openFor(form.account, lineOf(view, form));
  if (open.length === 0) return <p className="why-row muted">{correcting.noCharges}</p>;
  return (
    <table className="tight">
      <Columns
        of={[
          { name: `${correcting.charges} (${correcting.policy})` },
          { name: correcting.open, right: true },
          { name: correcting.pays, right: true },
        ]}
      />
      <tbody>
        {open.map((charge, at) => (
          <ChargeRow
            key={charge.chargeId}
            charge={charge}
            at={at}
            form={form}
            send={send}
            next={at + 1 < open.length ? `charge ${at + 1}` : next}
          />
        ))}
      </tbody>
    </table>
  );
}

type ChargeRowProps = Pick<FindAccountProps, 'form' | 'send' | 'next'> & { charge: OpenCharge; at: number };

function ChargeRow({ charge, at, form, send, next }: ChargeRowProps) {
  const field = `charge ${at}`;
  const wrong = sentenceUnder(form.trouble, field);
  return (
    <>
      <tr>
        <td>
          {say.charge[charge.kind]} <small>{charge.period}</small>
        </td>
        <td className="n">{amount(charge.openCents)}</td>
        <td className="n">
          <AmountCell
            label={correcting.payOn(`${say.charge[charge.kind]} ${charge.period}`)}
            focusName={field}
            text={form.told[field] ?? ''}
            wrong={wrong !== null}
            onText={(text) => send({ did: 'typed', field, text })}
            onEnter={() => send({ did: 'wentTo', place: next })}
          />
        </td>
      </tr>
      <WrongRow columns={3} sentence={wrong} />
    </>
  );
}
