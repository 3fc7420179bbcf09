import type { OfficeRoute } from '../route.ts';
import { GlExportScreen } from './GlExportScreen.tsx';
import { LedgerOut } from './LedgerOut.tsx';

/** Days that close, and what goes out to finance. */
export function AtLedgerOut({ route }: { route: OfficeRoute }) {
  switch (route.at) {
    case 'ledgerOut':
      return <LedgerOut place={route.place} />;
    case 'glExport':
      return <GlExportScreen key={route.number} number={route.number} line={route.line ?? 1} />;
    default:
      return null;
  }
}
