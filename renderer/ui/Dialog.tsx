import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';

type DialogProps = {
  title: string;
  aside?: ReactNode;
  wide?: boolean;
  /** Nothing in it takes the hand: the body itself does, so that the arrows scroll it. */
  read?: boolean;
  /** Esc, or a press outside. */
  onClose: () => void;
  /** Ctrl+Enter, where the dialog has one thing to do. */
  onPrimary?: () => void;
  foot?: ReactNode;
  children?: ReactNode;
};

/** A question over the screen. The screen under it sleeps; closed, the focus goes back to where it was. */
export function Dialog({ title, aside, wide, read, onClose, onPrimary, foot, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    show(dialog);
    return () => hide(dialog);
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      data-width={wide ? 'wide' : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          // The browser’s own way out would close the dialog that may come in this one’s place.
          event.preventDefault();
          onClose();
        }
        if (event.key === 'Enter' && event.ctrlKey && onPrimary) once(event, onPrimary);
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="dialog-head">
        <h1 id={id}>{title}</h1>
        {aside ? <span className="muted">{aside}</span> : null}
      </div>
      {children ? <Body read={read ?? false}>{children}</Body> : null}
      {foot ? <div className="dialog-foot">{foot}</div> : null}
    </dialog>
  );
}

/** A button under the hand is not pressed as well, and a held key does it once. */
function once(event: KeyboardEvent, run: () => void): void {
  event.preventDefault();
  if (!event.repeat) run();
}

function Body({ read, children }: { read: boolean; children: ReactNode }) {
  if (!read) return <div className="dialog-body">{children}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is read by keyboard alone has to scroll by keyboard alone
    <div className="dialog-body" tabIndex={0} data-first>
      {children}
    </div>
  );
}

function show(dialog: HTMLDialogElement) {
  // A document without a top layer (as in tests) shows it in place.
  if ('showModal' in dialog) dialog.showModal();
  else (dialog as HTMLElement).setAttribute('open', '');
  dialog.querySelector<HTMLElement>('[data-first]')?.focus();
}

function hide(dialog: HTMLDialogElement) {
  if (!('close' in dialog)) return;
  dialog.close();
  // The browser gives the focus back without the caret: what was typed then would go nowhere.
  const back = document.activeElement;
  if (!(back instanceof HTMLInputElement)) return;
  back.blur();
  back.focus();
}
