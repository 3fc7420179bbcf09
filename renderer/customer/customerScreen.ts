import type { CustomerView } from './customerView.ts';

/**
 * What goes between the cashier's page and the payer's display, on a channel of the browser that no network sees. A
 * display asks at its opening and from time to time; a page answers, and tells of every change by itself.
 */
export type CustomerMessage = { says: 'ask' } | { says: 'shows' | 'answers'; page: string; view: CustomerView };

export type CustomerWire = {
  post(message: CustomerMessage): void;
  hear(heard: (message: CustomerMessage) => void): () => void;
};

/** The cashier's side: what the payer sees now. */
export type CustomerScreen = {
  show(view: CustomerView): void;
  /** Nothing of a payer stays on the display when the cashier's page goes. */
  leave(): void;
};

/** @param page tells this page from another of the same browser */
export function createCustomerScreen(wire: CustomerWire, page: string): CustomerScreen {
  let shown: CustomerView | null = null;
  let said = '';
  function show(view: CustomerView) {
    const text = JSON.stringify(view);
    if (text === said) return;
    said = text;
    shown = view;
    wire.post({ says: 'shows', page, view });
  }
  wire.hear((message) => {
    if (message.says === 'ask' && shown) wire.post({ says: 'answers', page, view: shown });
  });
  return {
    show,
    leave() {
      if (shown) show({ ...shown, shows: { state: 'closed' } });
    },
  };
}

/** The browser's own channel between pages of one origin. */
export function customerWire(): CustomerWire {
  const channel = new BroadcastChannel('counterfoil.customer');
  return {
    post: (message) => channel.postMessage(message),
    hear(heard) {
      const listener = (event: MessageEvent) => heard(event.data as CustomerMessage);
      channel.addEventListener('message', listener);
      return () => channel.removeEventListener('message', listener);
    },
  };
}
