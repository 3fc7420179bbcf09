import type { Dispatch } from 'react';
import { custody } from '../../messages/custody.ts';
import { useQuery } from '../../page.ts';
import { sentenceUnder } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import { APPROVAL_PIN } from '../approval/approvalForm.ts';
import { DocumentInput, DocumentSelect } from '../undo/rows.tsx';
import { AttachedFile } from './AttachedFile.tsx';
import type { CustodyAction, CustodyForm } from './custodyForm.ts';

type PaidWhyProps = { form: CustodyForm; send: Dispatch<CustodyAction> };

/** Where paid-in cash comes from or what bears a paid-out, why, and what proves it. */
export function PaidWhy({ form, send }: PaidWhyProps) {
  const chart = useQuery('chart', {}).value?.places ?? [];
  const isOut = form.what === 'paidOut';
  const wrong = sentenceUnder(form.trouble, 'place') ?? sentenceUnder(form.trouble, 'words');
  return (
    <div className="document paid-why">
      <div className="why">
        <h2>{isOut ? custody.paidOut.why : custody.paidIn.why}</h2>
        <DocumentSelect
          label={custody.place}
          focusName="place"
          value={form.place === '' ? null : form.place}
          placeholder={custody.choosePlace}
          options={chart.map(({ fund, bars, name }) => ({
            value: `${fund}/${bars}`,
            label: `${fund} ${bars} · ${name}`,
          }))}
          onPick={(place) => send({ did: 'chosePlace', place })}
          onEnter={() => send({ did: 'wentTo', place: form.place === '' ? 'place' : 'words' })}
        />
        <DocumentInput
          label={custody.reason}
          focusName="words"
          maxLength={200}
          value={form.words}
          wrong={wrong !== null}
          onText={(words) => send({ did: 'typedWords', words })}
          onEnter={() => send({ did: 'wentTo', place: isOut ? 'file' : APPROVAL_PIN })}
        />
        {isOut ? <AttachedFile form={form} send={send} /> : null}
        {wrong ? <Wrong sentence={wrong} /> : null}
      </div>
    </div>
  );
}
