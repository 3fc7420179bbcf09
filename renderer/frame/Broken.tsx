import { Component, type ReactNode, useEffect, useRef } from 'react';
import { frame } from '../messages/frame.ts';
import { usePage } from '../page.ts';
import { PrimaryButton } from '../ui/PrimaryButton.tsx';

/**
 * Around all screens: a fault of the page's own leaves a sentence and a way on, never an empty window. What is recorded
 * lies with the station and cannot be touched by it.
 */
export class Guarded extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { host } = usePage();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.querySelector('button')?.focus(), []);
  return (
    <main className="opening broken" ref={ref}>
      <p role="alert">{frame.broken}</p>
      <PrimaryButton label={frame.loadAgain} keys="Enter" onPress={host.reload} />
    </main>
  );
}
