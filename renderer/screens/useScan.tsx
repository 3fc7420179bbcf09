import { type ReactNode, useState } from 'react';
import { isPicture } from '#domain/attachment';
import { type Scan, ScanViewer } from '../overlays/ScanViewer.tsx';
import { saveFile } from './saveFile.ts';

/** Shows a scanned file over the screen where it is a picture; any other is saved, for another program to show. */
export function useScan(): { open(scan: Scan): void; viewer: ReactNode } {
  const [seen, setSeen] = useState<Scan | null>(null);
  const save = (scan: Scan) => saveFile(scan, scan.name);
  return {
    open: (scan) => (isPicture(scan.type) ? setSeen(scan) : save(scan)),
    viewer: seen ? <ScanViewer scan={seen} onSave={() => save(seen)} onClose={() => setSeen(null)} /> : null,
  };
}
