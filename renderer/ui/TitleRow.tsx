import type { ReactNode } from 'react';

/** The title of a screen and what stands opposite it. */
export function TitleRow({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="title-row">
      <h1>{title}</h1>
      <span>{children}</span>
    </div>
  );
}

/** `Step 2 of 3 · Compare`. */
export function Step({ step }: { step: { of: string; name: string } }) {
  return (
    <>
      {step.of}
      <span className="ink">{step.name}</span>
    </>
  );
}
