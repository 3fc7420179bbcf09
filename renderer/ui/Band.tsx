import type { ReactNode } from 'react';
import { Mark } from './Mark.tsx';

/** A state that lasts, told calmly right under the status bar. It stays as long as the state does. */
export function Band({
  tone,
  head,
  children,
}: {
  tone: 'warn' | 'short' | 'training';
  head: string;
  children?: ReactNode;
}) {
  if (tone === 'training') {
    return (
      <div className="band" data-tone="training">
        {head} {children}
      </div>
    );
  }
  return (
    <div className="band" data-tone={tone} role="status">
      <b>
        <Mark name="warning" />
        {head}
      </b>
      <span>{children}</span>
    </div>
  );
}
