import { connect, type Socket } from 'node:net';
import type { PrinterAddress } from './address.ts';

/** More than a printer ever answers in one slip: what comes after is not kept. */
const ANSWER_BYTES_MAX = 64;

/** How long what was written may take to leave after a conversation ended well. */
const FAREWELL_MS = 1_000;

/** One TCP connection to a printer, from the first byte to the last. */
export type Conversation = {
  write(bytes: Uint8Array): void;
  /** Waits for so many bytes of answer; gives fewer when the time is up or the other side is gone. */
  answer(bytes: number, withinMs: number): Promise<number[]>;
  /** Ends it when all that was written has left. */
  end(): void;
  /** Ends it at once and takes back what has not left yet, so that it cannot come out of the printer later. */
  abort(): void;
};

/** Connects, or gives null after `withinMs`: an absent printer costs so long and no longer, whatever the network does. */
export function converse(address: PrinterAddress, withinMs: number): Promise<Conversation | null> {
  return new Promise((resolve) => {
    const socket = connect({ ...address, noDelay: true });
    const timer = setTimeout(() => socket.destroy(), withinMs);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve(null);
    });
    // The close that follows says all we need; without a listener the error would end the program.
    socket.on('error', () => {});
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(conversationOver(socket));
    });
  });
}

function conversationOver(socket: Socket): Conversation {
  let received: number[] = [];
  let look: () => void = () => {};
  socket.on('data', (bytes) => {
    received = [...received, ...bytes].slice(0, ANSWER_BYTES_MAX);
    look();
  });
  socket.on('close', () => look());
  return {
    write: (bytes) => {
      // What came unasked is no answer to what is asked now.
      received = [];
      socket.write(bytes);
    },
    answer: (bytes, withinMs) =>
      new Promise((resolve) => {
        const take = () => {
          clearTimeout(timer);
          look = () => {};
          resolve(received.splice(0, bytes));
        };
        const timer = setTimeout(take, withinMs);
        look = () => {
          if (received.length >= bytes || socket.closed || socket.readableEnded) take();
        };
        look();
      }),
    end: () => {
      socket.end();
      setTimeout(() => socket.destroy(), FAREWELL_MS).unref();
    },
    abort: () => void socket.resetAndDestroy(),
  };
}
