import { scannedReceipt as words } from '../messages/scannedReceipt.ts';
import { CloseButton } from '../ui/CloseButton.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from '../ui/Keys.tsx';

/** A scanned file: its bytes, and the name under which it is saved. */
export type Scan = { name: string; type: string; base64: string };

type ScanViewerProps = { scan: Scan; onSave: () => void; onClose: () => void };

/** A picture over the screen, as wide as there is room; the arrows move a long one. */
export function ScanViewer({ scan: { name, type, base64 }, onSave, onClose }: ScanViewerProps) {
  return (
    <Dialog
      title={name}
      wide
      read
      onClose={onClose}
      onPrimary={onSave}
      foot={
        <>
          <button type="button" className="plain" onClick={onSave}>
            {words.keep} <Keys keys="Ctrl+Enter" />
          </button>
          <CloseButton onClose={onClose} />
        </>
      }
    >
      <img className="scan" src={`data:${type};base64,${base64}`} alt={words.picture(name)} />
    </Dialog>
  );
}
