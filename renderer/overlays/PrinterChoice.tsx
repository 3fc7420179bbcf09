import { useState } from 'react';
import type { Input } from '#contract/contract';
import { useStation } from '../frame/station.ts';
import { overlay } from '../messages/overlay.ts';
import { useSend } from '../page.ts';
import { troubleOf } from '../refusal.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, Wrong } from '../ui/Field.tsx';
import { PrimaryButton } from '../ui/PrimaryButton.tsx';

type Kind = 'paper' | 'network';

/** Paper on the screen, or an ESC/POS printer at a host and port. */
export function PrinterChoice({ onClose }: { onClose: () => void }) {
  const { printer } = useStation().station;
  const [kind, setKind] = useState<Kind>(printer.kind);
  const [address, setAddress] = useState(printer.kind === 'network' ? printer.name : '');
  const [wrong, setWrong] = useState<string | null>(null);
  const why = kind === 'network' && address.trim() === '' ? overlay.printerWhy : null;
  const send = useSend();
  async function choose() {
    const chosen: Input<'choosePrinter'>['printer'] = kind === 'paper' ? { kind } : { kind, address: address.trim() };
    const answer = await send('choosePrinter', { printer: chosen });
    const trouble = answer && troubleOf(answer);
    setWrong(trouble ? trouble.sentence : null);
    if (answer?.ok) onClose();
  }
  return (
    <Dialog
      title={overlay.printer}
      aside={`${printer.name}, ${overlay.printerState[printer.state]}`}
      onClose={onClose}
      onPrimary={() => void (why === null && choose())}
      foot={<PrimaryButton label={overlay.printerUse} keys="Enter" why={why} onPress={() => void choose()} />}
    >
      <Kinds kind={kind} onKind={setKind} onEnter={() => void choose()} />
      {kind === 'network' ? (
        <Field
          label={overlay.printerAddress}
          focusName="printerAddress"
          placeholder={overlay.printerHint}
          value={address}
          maxLength={100}
          wrong={wrong}
          onText={setAddress}
          onEnter={() => void choose()}
        />
      ) : null}
      {kind === 'paper' && wrong ? <Wrong sentence={wrong} /> : null}
    </Dialog>
  );
}

function Kinds({ kind, onKind, onEnter }: { kind: Kind; onKind: (kind: Kind) => void; onEnter: () => void }) {
  return (
    <fieldset className="radios">
      <legend className="unseen">{overlay.printer}</legend>
      {(['paper', 'network'] as const).map((one) => (
        <label key={one} className="radio">
          <input
            type="radio"
            name="printer"
            checked={kind === one}
            data-first={kind === one ? '' : undefined}
            onChange={() => onKind(one)}
            onKeyDown={(event) => event.key === 'Enter' && onEnter()}
          />
          {one === 'paper' ? overlay.printerPaper : overlay.printerNetwork}
        </label>
      ))}
    </fieldset>
  );
}
