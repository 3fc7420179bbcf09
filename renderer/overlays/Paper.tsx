import { clock } from '../format.ts';
import { useStation } from '../frame/station.ts';
import { overlay } from '../messages/overlay.ts';
import { useQuery } from '../page.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from '../ui/Keys.tsx';
import { SlipText } from '../ui/SlipText.tsx';

/** What came out of the printer on the screen, latest first. */
export function Paper({ onClose }: { onClose: () => void }) {
  const { station, zone } = useStation();
  const slips = useQuery('paper', {}).value?.slips ?? [];
  return (
    <Dialog
      title={overlay.paper}
      aside={station.printer.name}
      onClose={onClose}
      foot={
        <button type="button" className="plain" data-first onClick={onClose}>
          {overlay.close} <Keys keys="Esc" />
        </button>
      }
    >
      {slips.map((slip) => (
        <div key={slip.job} className="printed">
          <p className="row muted">
            <span className="num">{clock(slip.printedAt, zone)}</span>
            <span>{slip.kicked ? overlay.kicked : ''}</span>
          </p>
          <SlipText rows={slip.rows} />
        </div>
      ))}
      {slips.length === 0 ? (
        <p className="pad muted">
          {station.printer.kind === 'paper' ? overlay.noPaper : overlay.noPaperNetwork(station.printer.name)}
        </p>
      ) : null}
    </Dialog>
  );
}
