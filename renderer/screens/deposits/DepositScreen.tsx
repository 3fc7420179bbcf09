import { useReducer, useState } from 'react';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import { making, tie, deposits as words } from '../../messages/deposits.ts';
import { useSteadyQuery } from '../../page.ts';
import { useRowsBelow } from '../../ui/below.ts';
import { useFocus } from '../../ui/focus.ts';
import { RowsBelow } from '../../ui/RowsBelow.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { type Route, useGo } from '../route.ts';
import { useOfficePdf } from '../usePdf.ts';
import { BatchesIn, CashIn } from './DepositContents.tsx';
import { DepositSide } from './DepositSide.tsx';
import { type Deposit, isCounted, isInDispute, printedReducer } from './depositsForm.ts';
import { PaperList } from './PaperList.tsx';
import { Tie } from './Tie.tsx';
import { useDepositDeeds } from './useDepositDeeds.ts';

/** All of one deposit: what is in it, and the tie from the receipts to the bank. */
export function DepositScreen({ deposit: name }: { deposit: string }) {
  const go = useGo();
  const pdf = useOfficePdf();
  const [form, send] = useReducer(printedReducer, { said: null, trouble: null });
  const { asked, value: deposit } = useSteadyQuery('deposit', { deposit: name });
  const [focus] = useState({ on: 'papers', turn: 0 });
  useFocus(focus);
  const leave = (to: Route) => go({ go: to });
  const deeds = useDepositDeeds({ listed: deposit, deposit, send, leave });
  const rows = useRowsBelow('.breaks tr');
  const paper = { of: 'deposit' as const, deposit: name };
  return (
    <Frame
      screen="deposit"
      actions={{
        ...deeds.actions,
        ...{ back: () => go({ go: 'back' }), primary: deeds.main },
        pdf: deposit && isCounted(deposit) ? () => void pdf(paper) : undefined,
      }}
    >
      <section className="left" aria-label={words.details} ref={rows.panel}>
        <TitleRow title={name}>{deposit ? words.account(deposit.bankAccountName, deposit.lastFour) : ''}</TitleRow>
        {asked.state === 'refused' ? (
          <p className="pad" role="status">
            {asked.sentence}
          </p>
        ) : null}
        {deposit ? <Contents deposit={deposit} rows={rows} /> : null}
      </section>
      <DepositSide listed={deposit} {...{ deposit, deeds, said: form.said, trouble: form.trouble }} />
    </Frame>
  );
}

type ContentsProps = { deposit: Deposit; rows: Pick<ReturnType<typeof useRowsBelow>, 'foot' | 'below'> };

function Contents({ deposit, rows: { foot, below } }: ContentsProps) {
  const { told } = deposit;
  // Batches are not for cashiers.
  const mayOpen = useStation().station.person?.role !== 'cashier';
  if (!told) return <p className="pad muted">{words.hidden}</p>;
  const papers = told.checks.map((paper, place) => ({ paper, place }));
  return (
    <>
      {told.parts.length > 0 ? (
        <BatchesIn told={told} from={mayOpen ? { at: 'deposit', deposit: deposit.deposit } : null} />
      ) : null}
      <div className="in-deposit">
        <CashIn pieces={told.pieces} head={headOfCash(deposit)} />
        <div className="papers-in">
          <div className="row">
            <h2>{tie.papersHead}</h2>
            <span className="muted">{making.paper(papers.length)}</span>
          </div>
          {papers.length > 0 ? (
            <PaperList label={tie.papersHead} papers={papers} />
          ) : (
            <p className="pad muted">{tie.noPapers}</p>
          )}
        </div>
      </div>
      {told.tie.length > 0 ? (
        <Tie told={told} isCounty={deposit.isCounty} rowsBelow={<RowsBelow foot={foot} below={below} />} />
      ) : (
        <p className="pad muted">{words.heldHidden}</p>
      )}
    </>
  );
}

/** While counts differ these are the pieces of one of them alone, or those that were deposited. */
function headOfCash({ state }: Deposit): string {
  if (!isInDispute({ state })) return tie.worth;
  return state === 'differs' ? tie.worthFirst : tie.worthBefore;
}
