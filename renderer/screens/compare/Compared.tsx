import type { ComparedTender, CountedCheck } from '#domain/balancing';
import { type Cents, cents, formatSigned } from '#domain/money';
import { amount } from '../../format.ts';
import { drawer } from '../../messages/drawer.ts';
import { say } from '../../messages/en.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { Comparison } from './Compare.tsx';

const words = drawer.compare;

/** Each tender by itself: cash over never hides a check short. */
export function ComparedTenders({ tenders }: { tenders: readonly ComparedTender[] }) {
  return (
    <table className="compared">
      <thead>
        <tr>
          <th scope="col">{words.columns.tender}</th>
          <th scope="col" className="n">
            {words.columns.expected}
          </th>
          <th scope="col" className="n">
            {words.columns.counted}
          </th>
          <th scope="col" className="n">
            {words.columns.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {tenders.map((tender) => (
          <tr key={tender.tender}>
            <td className="nowrap">
              {say.tender[tender.tender]} <small>{itemWords(tender)}</small>
            </td>
            <td className="n">{amount(tender.expectedCents)}</td>
            <td className="n">{amount(tender.countedCents)}</td>
            <td className="n">
              <Difference of={cents(tender.differenceCents)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function itemWords(tender: ComparedTender): string {
  if (tender.tender === 'card') return words.terminal;
  return tender.countedItems === null ? '' : words.items(tender.countedItems);
}

/** "−4.25 short", "+10.00 over", "0.00 ✓": the word is always there, colour only helps. */
export function Difference({ of }: { of: Cents }) {
  if (of === 0) {
    return (
      <>
        {amount(0)} <Mark name="tick" className="good" />
        <span className="unseen"> {drawer.closed.even}</span>
      </>
    );
  }
  const tone = of > 0 ? 'over' : 'short';
  return (
    <span className={tone}>
      <b>{formatSigned(of)}</b> {words[tone]}
    </span>
  );
}

/** How the cash expected came about; its parts sum to it. */
export function HowExpected({ told }: { told: Comparison }) {
  const { cash } = told;
  const expected = told.comparison.tenders.find((tender) => tender.tender === 'cash')?.expectedCents ?? 0;
  return (
    <details className="how" open>
      <summary>
        <Mark name="open" className="how-open" />
        <Mark name="shut" className="how-shut" /> {words.how(amount(expected))}
      </summary>
      <table>
        <tbody>
          {cash.map(({ by, items, cents: moved }) => (
            <tr key={by}>
              <td>
                {words.moved[by]} <small>{by === 'float' ? '' : items}</small>
              </td>
              <td className="n">{amount(moved)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Checks and money orders that only one side has, by number and amount. */
export function StrayPapers({ told }: { told: Pick<Comparison, 'comparison'> & Partial<Comparison> }) {
  const { missingOf: of } = told;
  const { missingChecks, unknownChecks, missingMoneyOrders, unknownMoneyOrders } = told.comparison;
  if ([missingChecks, unknownChecks, missingMoneyOrders, unknownMoneyOrders].every(({ length }) => length === 0))
    return null;
  return (
    <table>
      <tbody>
        <Stray name={words.missing} kind="check" papers={missingChecks} tone="short" of={of} />
        <Stray name={words.unknown} kind="check" papers={unknownChecks} tone="over" />
        <Stray name={words.missing} kind="money-order" papers={missingMoneyOrders} tone="short" of={of} />
        <Stray name={words.unknown} kind="money-order" papers={unknownMoneyOrders} tone="over" />
      </tbody>
    </table>
  );
}

type StrayProps = {
  name: string;
  kind: 'check' | 'money-order';
  papers: readonly CountedCheck[];
  tone: 'over' | 'short';
  /** From which receipts they are, where that is known. */
  of?: Comparison['missingOf'] | undefined;
};

function Stray({ name, kind, papers, tone, of = [] }: StrayProps) {
  return papers.map((paper, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two papers alike are still two
    <tr key={`${name}-${at}`}>
      <td>
        {say.tender[kind]} № {paper.checkNumber} <small>{receiptsOf(paper, of)}</small>
      </td>
      <td className={tone}>{name}</td>
      <td className="n">{amount(paper.cents)}</td>
    </tr>
  ));
}

/** `of W3-000482`: of which receipt it is, or of which ones where papers are alike. */
function receiptsOf(paper: CountedCheck, of: Comparison['missingOf']): string {
  const found = of.find((one) => one.checkNumber === paper.checkNumber && one.cents === paper.cents);
  return found && found.receipts.length > 0 ? words.ofReceipts(found.receipts) : '';
}
