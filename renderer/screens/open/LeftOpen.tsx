import type { Dispatch } from 'react';
import type { Output } from '#contract/contract';
import { mediumDay, shortName } from '../../format.ts';
import { drawer } from '../../messages/drawer.ts';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { APPROVAL_PIN } from '../approval/approvalForm.ts';
import type { OpenAction, OpenForm } from './openForm.ts';

type LeftOpenProps = { form: OpenForm; send: Dispatch<OpenAction>; left: Output<'openingMark'>['left'] };

/** Drawers of an earlier day that nobody closed, and why they stay open. */
export function LeftOpen({ form, send, left }: LeftOpenProps) {
  const words = drawer.open;
  return (
    <div className="left-open">
      <div className="row">
        <h2>{words.left.head}</h2>
      </div>
      {left.map((one) => (
        <p key={one.drawer} className="pad warned">
          {words.left.of(one.drawer, shortName(one.cashierName), mediumDay(one.businessDay))}
        </p>
      ))}
      <ReasonField
        label={words.reason}
        value={form.reason}
        trouble={form.trouble}
        onText={(text) => send({ did: 'typedReason', text })}
        onEnter={() => send({ did: 'wentTo', place: APPROVAL_PIN })}
      />
    </div>
  );
}
