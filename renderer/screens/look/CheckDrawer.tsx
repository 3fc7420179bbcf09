import { useState } from 'react';
import type { Output } from '#contract/contract';
import type { Drawer } from '#contract/shapes';
import { custody } from '../../messages/custody.ts';
import { CountOutcome } from '../compare/CountOutcome.tsx';
import { CountDrawer } from '../count/CountDrawer.tsx';
import { useGo } from '../route.ts';

type Checked = Output<'checkDrawer'>;

/** A surprise count: blind, and then what came of it, for the supervisor alone. */
export function CheckDrawer({ drawer }: { drawer: Drawer }) {
  const go = useGo();
  const [checked, setChecked] = useState<Checked | null>(null);
  if (checked) return <CheckedDrawer checked={checked} />;
  return <CountDrawer drawer={drawer} onChecked={setChecked} onLeave={() => go({ go: 'back' })} />;
}

function CheckedDrawer({ checked: { label, comparison } }: { checked: Checked }) {
  const { look, recorded } = custody;
  return (
    <CountOutcome
      screen="custody"
      title={look.checked(label)}
      aside={recorded.head}
      comparison={comparison}
      words={{ head: look.cash, note: look.checkedNote, button: recorded.button }}
    />
  );
}
