import type { Output } from '#contract/contract';
import type { ReceiptView } from '#contract/shapes';
import type { ReceiptLine } from '#domain/line';
import { amount } from '../../format.ts';
import { done } from '../../messages/counter.ts';
import { say } from '../../messages/en.ts';
import { correcting } from '../../messages/undo.ts';
import { Columns } from '../../ui/Columns.tsx';
import { PaidLine, tenderName } from '../receipts/ReceiptLines.tsx';
import { Widths } from '../undo/UndoDocument.tsx';
import { type CorrectionForm, isTender, placeIn } from './correctionForm.ts';

type FromToProps = {
  view: ReceiptView;
  form: CorrectionForm;
  proposal: Output<'correctionProposal'> | undefined;
};

/** From where to where: the same amount on both sides. */
export function FromTo({ view, form, proposal }: FromToProps) {
  const place = placeIn(form.what);
  if (isTender(form.what)) {
    const tender = view.standing.tenders[place];
    if (!tender) return null;
    return (
      <>
        <Side head={correcting.from} line={null} name={tenderName(tender)} cents={tender.cents} />
        <Side head={correcting.will} line={null} name={proposal ? toName(form) : null} cents={tender.cents} />
      </>
    );
  }
  const from = view.standing.lines[place];
  if (!from) return null;
  return (
    <>
      <Side head={correcting.from} line={from} name={null} cents={from.cents} />
      <Side head={correcting.will} line={proposal?.to ?? null} name={null} cents={from.cents} />
    </>
  );
}

type SideProps = { head: string; line: ReceiptLine | null; name: string | null; cents: number };

function Side({ head, line, name, cents }: SideProps) {
  return (
    <table>
      <Widths />
      <Columns of={[{ name: head }, { name: done.columns.account }, { name: done.columns.amount, right: true }]} />
      <tbody>
        {line ? <PaidLine line={line} /> : null}
        {name === null ? null : (
          <tr>
            <td colSpan={2}>{name}</td>
            <td className="n">{amount(cents)}</td>
          </tr>
        )}
        {line === null && name === null ? (
          <tr>
            <td colSpan={3} className="faint">
              {correcting.notYet}
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

/** `Check № 1187`, `Visa ··8841`: the tender that it was. */
function toName({ kind, told }: CorrectionForm): string {
  switch (kind) {
    case 'check':
    case 'money-order':
      return `${say.tender[kind]} № ${told.checkNumber ?? told.serial ?? ''}`;
    case 'card':
      return `${say.brand[(told.brand ?? 'visa') as keyof typeof say.brand]} ··${told.lastFour ?? ''}`;
    default:
      return say.tender.cash;
  }
}
