import type { ReactElement } from 'react';

/** Small inline marks. They never stand without a word beside them, so screen readers skip them. */
export type MarkName =
  | 'unsent'
  | 'sent'
  | 'none'
  | 'tick'
  | 'cross'
  | 'warning'
  | 'printer'
  | 'lock'
  | 'hidden'
  | 'open'
  | 'shut'
  | 'again'
  | 'letter';

const shapes: Record<MarkName, ReactElement> = {
  unsent: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" />
    </>
  ),
  sent: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  none: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  tick: <path d="M2 6.5 5 9.5 10 3" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  cross: <path d="m2.5 2.5 7 7m0-7-7 7" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  warning: <path d="M6 1 11.5 11H.5z" fill="currentColor" />,
  printer: <path d="M3 4V1h6v3M3 8.5H1V4h10v4.5H9M3 7h6v4H3z" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  lock: (
    <>
      <rect x="2" y="5" width="8" height="6" rx="1" fill="currentColor" />
      <path d="M4 5V3.5a2 2 0 0 1 4 0V5" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  hidden: <path d="M1 6q5-6 10 0-5 6-10 0M2 10.500 10 1.500" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  open: <path d="M2 3.500h8L6 10z" fill="currentColor" />,
  shut: <path d="M3.500 2v8L10 6z" fill="currentColor" />,
  letter: <path d="M1 2.500h10v7H1zM1 3l5 4 5-4" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  again: (
    <path d="M10 6a4 4 0 1 1-1.200-2.800M9.500.800v2.700H6.800" fill="none" stroke="currentColor" strokeWidth="1.5" />
  ),
};

export function Mark({ name, className = '' }: { name: MarkName; className?: string }) {
  return (
    <svg className={`mark ${className}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}

/** The district's stub: the mark of the product. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 20 24" aria-hidden="true" focusable="false">
      <path
        d="M1 1h18v21l-3-2-3 2-3-2-3 2-3-2-3 2z"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path d="M2 8h16" stroke="var(--accent)" strokeWidth="1.6" strokeDasharray="3 2" />
    </svg>
  );
}
