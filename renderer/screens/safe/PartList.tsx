import { amount } from '../../format.ts';
import { taking } from '../../messages/safe.ts';
import { Columns } from '../../ui/Columns.tsx';
import { PickRow } from '../../ui/PickRow.tsx';
import { type HandoffsForm, isTouched, type Part, partCents } from './handoffsForm.ts';

type PartListProps = {
  form: HandoffsForm;
  /** What somebody else has counted meanwhile. */
  gone: ReadonlySet<string>;
  onPick: (at: number) => void;
};

/** All that the drawer handed over, and what was counted of it so far. */
export function PartList({ form, gone, onPick }: PartListProps) {
  return (
    <table className="transit">
      <Columns of={[{ name: taking.parts }, { name: taking.columns.ours, right: true }]} />
      <tbody>
        {form.parts.map((part, at) => (
          <PickRow key={part.handoff} isChosen={at === form.at} onPick={() => onPick(at)}>
            <td>
              {taking.what[part.what]} <small>{part.handoff}</small>
            </td>
            <td className="n">
              {gone.has(part.handoff) ? <small>{taking.goneMeanwhile}</small> : <Counted part={part} />}
            </td>
          </PickRow>
        ))}
      </tbody>
    </table>
  );
}

/** What cannot be read is no 0.00. */
function Counted({ part }: { part: Part }) {
  if (!isTouched(part)) return <small>{taking.notCounted}</small>;
  const counted = partCents(part);
  return counted === null ? <small>{taking.noTotal}</small> : amount(counted);
}
