import { type Dispatch, useReducer, useState } from 'react';
import type { Output } from '#contract/contract';
import { amount } from '../../format.ts';
import type { Actions } from '../../keymap.ts';
import { deposits, making as words } from '../../messages/deposits.ts';
import { usePage } from '../../page.ts';
import { Mark } from '../../ui/Mark.tsx';
import { isUntouched, worthTyped } from '../pieces/pieces.ts';
import { CountedPieces } from '../safe/CountedPieces.tsx';
import { SafeDone } from '../safe/SafeDone.tsx';
import { SafeForm } from '../safe/SafeForm.tsx';
import { useTelling } from '../safe/useTelling.ts';
import { BagFields } from './BagFields.tsx';
import { BatchChoice } from './BatchChoice.tsx';
import { bagShown } from './bagText.ts';
import { DueBar, useWhen } from './DueBar.tsx';
import {
  accountOf,
  batchesFor,
  batchesIn,
  blankMakeDeposit,
  countedIn,
  type Depositable,
  firstReceiptIn,
  fundsOf,
  hasCash,
  isBegunMaking,
  type MakeDepositAction,
  type MakeDepositForm,
  makeDepositNotYet,
  makeDepositReducer,
  missingIn,
  nextAccount,
  papersIn,
  partsIn,
  settledOtherwise,
  toldDeposit,
} from './makeDepositForm.ts';
import { cashIn, centsOf } from './parts.ts';
import { TickOff } from './TickOff.tsx';

/** The first count of a deposit: which batches, the cash by its pieces, every paper that is there, the bag. */
export function MakeDeposit({ depositable, batch }: { depositable: Depositable; batch: string | undefined }) {
  const { host } = usePage();
  const [form, send] = useReducer(makeDepositReducer, null, () => blankMakeDeposit(host.newId(), depositable, batch));
  const [done, setDone] = useState<Output<'prepareDeposit'> | null>(null);
  const tell = useTelling(send);
  const prepare = async () =>
    setDone(await tell('prepareDeposit', { commandId: form.commandId, ...toldDeposit(form) }));
  const account = accountOf(form);
  const total = amount(countedIn(form));
  const missing = missingIn(form).length;
  if (done) return <Prepared form={form} done={done} />;
  return (
    <SafeForm
      screen="makeDeposit"
      loss="deposit"
      title={words.title}
      aside={words.aside(batchesIn(form).length, batchesFor(form).length)}
      form={form}
      send={send}
      not={makeDepositNotYet(form)}
      onSend={() => void prepare()}
      isBegun={isBegunMaking(form)}
      left={<Contents form={form} send={send} />}
      head={words.counted}
      headAside={account ? deposits.account(account.name, account.lastFour) : ''}
      loud={total}
      button={buttonOf(account?.remote ? null : bagShown(form.bag), total, missing)}
      actions={keysFor(form, send)}
    >
      <InTheBag form={form} send={send} />
    </SafeForm>
  );
}

function buttonOf(bag: string | null, total: string, missing: number): string {
  if (missing > 0) return words.buttonMissing(total, words.paper(missing));
  return bag === null ? words.buttonImages(total) : words.button(total, bag);
}

/** One key leaves the batch in hand out, or takes it in again; another goes round the bank accounts, where there are more. */
function keysFor(form: MakeDepositForm, send: Dispatch<MakeDepositAction>): Actions {
  const { batch, leftOut } = form;
  const label = leftOut.includes(batch) ? words.takeIn(batch) : words.leaveOut(batch);
  const next = nextAccount(form);
  return {
    ...(hasCash(form) ? {} : NO_CASH),
    leaveOut: { run: () => send({ did: 'turnedBatch' }), label },
    ...(next && next.account !== form.account
      ? { bankAccount: { run: () => send({ did: 'choseAccount', account: next.account }), label: next.name } }
      : {}),
  };
}

/** Where no cash is, there are no denominations of it. */
const NO_CASH: Actions = { denominations: undefined };

type PartProps = { form: MakeDepositForm; send: Dispatch<MakeDepositAction> };

function Contents({ form, send }: PartProps) {
  const due = centsOf(cashIn(partsIn(form)));
  const [other] = settledOtherwise(form);
  return (
    <>
      <BatchChoice form={form} send={send} />
      <div className="in-deposit">
        <div>
          {hasCash(form) ? (
            <CountedPieces
              form={form}
              send={send}
              label={words.cash}
              {...(due === null ? {} : { of: words.ofCash(amount(due)) })}
              narrow
            />
          ) : (
            <p className="pad muted">{words.noCash}</p>
          )}
        </div>
        <TickOff
          papers={papersIn(form)}
          ticks={form.ticks}
          trouble={form.trouble}
          send={send}
          note={other ? words.settledOtherwise(other.batch, amount(other.cents)) : null}
        />
      </div>
    </>
  );
}

/** What is not there, until when it must be on its way, and the numbers of bag and seal. */
function InTheBag({ form, send }: PartProps) {
  const first = firstReceiptIn(form);
  const funds = fundsOf(form);
  return (
    <>
      <NotThere form={form} />
      {funds ? (
        <div className="row">
          <span className="muted">{words.takesHead}</span>
          <span>{words.takes(funds)}</span>
        </div>
      ) : null}
      {first ? (
        <DueBar firstReceiptAt={first.at} dueAt={first.dueAt} handedAt={null} firstReceipt={first.label} />
      ) : null}
      {accountOf(form)?.remote ? <p className="pad muted">{words.images}</p> : <BagFields form={form} send={send} />}
      <p className="pad muted">{words.blind}</p>
    </>
  );
}

/** Papers that are not ticked off once all else is there, and where the district does not count blind, other cash. */
function NotThere({ form }: Pick<PartProps, 'form'>) {
  const [counted, due] = [worthTyped(form.typed), centsOf(cashIn(partsIn(form)))];
  const papers = makeDepositNotYet(form) === null ? missingIn(form).length : 0;
  const isTyped = hasCash(form) && !isUntouched(form.typed);
  const said = [
    ...(due !== null && isTyped && counted !== due ? [words.otherCash(amount(counted), amount(due))] : []),
    ...(papers > 0 ? [words.missing(words.paper(papers))] : []),
  ];
  return said.map((sentence) => (
    <p className="pad with-mark short" key={sentence}>
      <Mark name="warning" /> {sentence}
    </p>
  ));
}

function Prepared({ form, done }: { form: MakeDepositForm; done: Output<'prepareDeposit'> }) {
  const account = accountOf(form);
  const when = useWhen();
  const funds = fundsOf(form);
  const bag = account?.remote ? deposits.images : bagShown(form.bag);
  return (
    <SafeDone
      next={account?.remote ? words.nextOfImages : words.next}
      screen="makeDeposit"
      title={words.done(done.deposit)}
      aside={words.doneAside}
      head={words.counted}
      loud={amount(done.totalCents)}
      back={deposits.back}
      facts={[
        { name: deposits.columns.to, value: account ? deposits.account(account.name, account.lastFour) : '' },
        ...(funds ? [{ name: words.takesHead, value: words.takes(funds) }] : []),
        { name: words.bag, value: bag },
        { name: deposits.columns.due, value: deposits.by(when(done.dueAt)) },
      ]}
    />
  );
}
