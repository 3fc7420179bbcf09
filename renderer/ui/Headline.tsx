import type { ReactNode } from 'react';

type HeadlineProps = {
  head: string;
  aside?: ReactNode;
  children: ReactNode /** Read out when it appears. */;
  isNews?: boolean;
};

/** The one loud number of a screen, and what it is. */
export function Headline({ head, aside, children, isNews }: HeadlineProps) {
  return (
    <div className="headline">
      <div className="row">
        <h2>{head}</h2>
        <span className="muted num">{aside}</span>
      </div>
      <p className="loud pad" role={isNews ? 'status' : undefined}>
        {children}
      </p>
    </div>
  );
}
