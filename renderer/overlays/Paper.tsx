import { clock } from '../format.ts';
import { useStation } from '../frame/station.ts';
import { overlay } from '../messages/overlay.ts';
import { useQuery } from '../page.ts';
import { CloseButton } from '../ui/CloseButton.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SlipText } from '../ui/SlipText.tsx';

/** What came out of the printer on the screen, latest first. */
export function Paper({ onClose }: { onClose: () => void }) {
  const { station, zone } = useStation();
  const slips = useQuery('paper', {}).value?.slips ?? [];
  return (
    <Dialog
      title={overlay.paper}
      aside={station.printer.name}
      read
      onClose={onClose}
      foot={<CloseButton onClose={onClose} />}
    >
      {slips.map((slip) => (
        <div key={slip.job} className="printed">
          <p className="row muted">
            <span className="num">{clock(slip.printedAt, zone)}</span>
            <span>{slip.kicked ? overlay.kicked : ''}</span>
          </p>
          <SlipText rows={slip.rows} label={overlay.slip(slip.job)} />
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
