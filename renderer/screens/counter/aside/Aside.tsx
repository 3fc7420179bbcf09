import { type Dispatch, type KeyboardEvent, useReducer } from 'react';
import type { Output } from '#contract/contract';
import { amount } from '../../../format.ts';
import { aside } from '../../../messages/options.ts';
import { useQuery } from '../../../page.ts';
import { CloseButton } from '../../../ui/CloseButton.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Wrong } from '../../../ui/Field.tsx';
import { useFocus } from '../../../ui/focus.ts';
import { Keys } from '../../../ui/Keys.tsx';
import type { Send } from '../useCounter.ts';
import { AsideList } from './AsideList.tsx';
import { type AsideAction, asideReducer, BLANK_ASIDE } from './asideForm.ts';
import { useAside } from './useAside.ts';

export type SetAside = Output<'suspensions'>['suspensions'][number];

/** Payments set aside at this station: who, when, how much. One is taken up again, or dropped after a question. */
export function Aside({ drawer, send: sendForm }: { drawer: string; send: Send }) {
  const [form, send] = useReducer(asideReducer, BLANK_ASIDE);
  useFocus(form.focus);
  const waiting = useQuery('suspensions', {}).value?.suspensions;
  const { resume, drop } = useAside(drawer, sendForm, send);
  const chosen = waiting?.[Math.min(form.at, waiting.length - 1)];
  const close = () => sendForm({ did: 'keptTyping' });
  if (chosen && form.dropping)
    return <AskToDrop of={chosen} onKeep={() => send({ did: 'keptIt' })} onDrop={() => void drop(chosen.label)} />;
  if (!chosen) {
    return (
      <Dialog title={aside.title} onClose={close} foot={<CloseButton onClose={close} />}>
        {waiting ? <p className="pad muted">{aside.none}</p> : null}
      </Dialog>
    );
  }
  return (
    <Dialog
      title={aside.title}
      wide
      onClose={close}
      foot={<Foot of={chosen} onDrop={() => send({ did: 'askedToDrop' })} onResume={() => void resume(chosen.label)} />}
    >
      <AsideList
        waiting={waiting}
        chosen={chosen}
        send={send}
        onKey={(event) => pressed(event, waiting.length, send, () => void resume(chosen.label))}
      />
      {form.trouble ? <Wrong sentence={form.trouble} /> : null}
    </Dialog>
  );
}

function Foot({ of, onDrop, onResume }: { of: SetAside; onDrop: () => void; onResume: () => void }) {
  return (
    <>
      <button type="button" className="plain" onClick={onDrop}>
        {aside.drop} <Keys keys="Del" />
      </button>
      <button type="button" className="plain" onClick={onResume}>
        {aside.resume(of.label)} <Keys keys="Enter" />
      </button>
    </>
  );
}

function pressed(event: KeyboardEvent, of: number, send: Dispatch<AsideAction>, resume: () => void) {
  if (event.repeat && event.key === 'Enter') return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
    send({ did: 'moved', by: event.key === 'ArrowDown' ? 1 : -1, of });
  else if (event.key === 'Enter') resume();
  else if (event.key === 'Delete') send({ did: 'askedToDrop' });
  else return;
  event.preventDefault();
}

function AskToDrop({ of, onKeep, onDrop }: { of: SetAside; onKeep: () => void; onDrop: () => void }) {
  return (
    <Dialog
      title={aside.askTitle(of.label)}
      onClose={onKeep}
      foot={
        <>
          <button type="button" className="plain" data-first data-focus="keepAside" onClick={onKeep}>
            {aside.keep} <Keys keys="Esc" />
          </button>
          <button type="button" className="plain" onClick={onDrop}>
            {aside.drop}
          </button>
        </>
      }
    >
      <p className="pad">{aside.askWords(of.payer || aside.nobody, amount(of.totalCents))}</p>
    </Dialog>
  );
}
