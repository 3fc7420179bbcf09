import type { ReactNode } from 'react';
import type { ReceiptView } from '#contract/shapes';
import { Frame } from '../../frame/Frame.tsx';
import type { Screen } from '../../keymap.ts';
import { useQuery } from '../../page.ts';
import { useGo } from '../route.ts';

type OfReceiptProps = { label: string; screen: Screen; children: (view: ReceiptView) => ReactNode };

/** A screen about one receipt: it begins once the receipt is there, which mostly it is. */
export function OfReceipt({ label, screen, children }: OfReceiptProps) {
  const view = useQuery('receipt', { label }).value;
  const go = useGo();
  if (view) return children(view);
  return (
    <Frame screen={screen} actions={{ back: () => go({ go: 'back' }) }}>
      <section className="left" aria-label={label} />
    </Frame>
  );
}
