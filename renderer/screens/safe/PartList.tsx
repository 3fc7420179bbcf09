import { amount } from '../../format.ts';
import { taking } from '../../messages/safe.ts';
import { Columns } from '../../ui/Columns.tsx';
import { PickRow } from '../../ui/PickRow.tsx';
import { type HandoffsForm, isTouched, partCents } from './handoffsForm.ts';

/** All that the drawer handed over, and what was counted of it so far. */
export function PartList({ form, onPick }: { form: HandoffsForm; onPick: (at: number) => void }) {
  return (
    <table className="transit">
      <Columns of={[{ name: taking.parts }, { name: taking.columns.ours, right: true }]} />
      <tbody>
        {form.parts.map((part, at) => (
          <PickRow key={part.handoff} isChosen={at === form.at} onPick={() => onPick(at)}>
            <td>
              {taking.what[part.what]} <small>{part.handoff}</small>
            </td>
            <td className="n">{isTouched(part) ? amount(partCents(part)) : <small>{taking.notCounted}</small>}</td>
          </PickRow>
        ))}
      </tbody>
    </table>
  );
}
