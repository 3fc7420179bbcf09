import { useState } from 'react';
import type { Input } from '#contract/contract';
import { useStation } from '../frame/station.ts';
import { say } from '../messages/en.ts';
import { overlay } from '../messages/overlay.ts';
import { useSend } from '../page.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { PrimaryButton } from '../ui/PrimaryButton.tsx';

/** Paper on the screen, or an ESC/POS printer at a host and port. */
export function PrinterChoice({ onClose }: { onClose: () => void }) {
  const { station } = useStation();
  const { printer } = station;
  const [kind, setKind] = useState(printer.kind);
  const [address, setAddress] = useState(printer.kind === 'network' ? printer.name : '');
  const [wrong, setWrong] = useState<string | null>(null);
  const send = useSend();
  async function choose() {
    const chosen: Input<'choosePrinter'>['printer'] = kind === 'paper' ? { kind } : { kind, address: address.trim() };
    const answer = await send('choosePrinter', { printer: chosen });
    if (!answer) return;
    if (answer.ok) onClose();
    else setWrong('refusal' in answer ? answer.refusal.sentence : say.noAnswer);
  }
  return (
    <Dialog
      title={overlay.printer}
      aside={`${printer.name} ${overlay.printerState[printer.state]}`}
      onClose={onClose}
      foot={<PrimaryButton label={overlay.printerUse} keys="Enter" onPress={() => void choose()} />}
    >
      <fieldset className="radios">
        <legend className="unseen">{overlay.printer}</legend>
        {(['paper', 'network'] as const).map((one) => (
          <label key={one} className="radio">
            <input
              type="radio"
              name="printer"
              checked={kind === one}
              data-first={kind === one ? '' : undefined}
              onChange={() => setKind(one)}
              onKeyDown={(event) => event.key === 'Enter' && void choose()}
            />
            {one === 'paper' ? overlay.printerPaper : overlay.printerNetwork}
          </label>
        ))}
      </fieldset>
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
      {kind === 'paper' && wrong ? <p className="wrong">{wrong}</p> : null}
    </Dialog>
  );
}
