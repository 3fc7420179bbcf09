import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** `cut`: nobody there. `open`: passed on at once. `slow`: 50 ms each way, and reset at every 200th request. */
export type LineState = 'cut' | 'open' | 'slow';

const DELAY_MS = 50;
const RESET_EVERY = 200;

/**
 * A loopback proxy at TCP between a peer and its centre, whatever the two speak: what goes to the centre after something
 * came back is a new request.
 */
export async function startLine(to: number): Promise<{ port: number; become(state: LineState): void; close(): void }> {
  let state: LineState = 'cut';
  const open = new Set<Socket>();
  const count = { requests: 0 };
  const hold = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => open.delete(socket));
    return socket.setNoDelay(true);
  };
  const server = createServer((near) => {
    hold(near);
    if (state === 'cut') return void near.resetAndDestroy();
    carry(near, hold(connect(to, '127.0.0.1')), state === 'slow', count);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the line has no port');
  const hangUp = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    become(next) {
      state = next;
      hangUp();
    },
    close() {
      hangUp();
      server.close();
    },
  };
}

function carry(near: Socket, far: Socket, isSlow: boolean, count: { requests: number }): void {
  let isAsking = false;
  const pass = (to: Socket, bytes: Buffer) => {
    if (isSlow) void sleep(DELAY_MS).then(() => to.write(bytes));
    else to.write(bytes);
  };
  near.on('data', (bytes) => {
    if (!isAsking) count.requests += 1;
    isAsking = true;
    if (isSlow && count.requests % RESET_EVERY === 0) {
      count.requests += 1;
      near.resetAndDestroy();
      return void far.destroy();
    }
    pass(far, bytes);
  });
  far.on('data', (bytes) => {
    isAsking = false;
    pass(near, bytes);
  });
  near.on('close', () => far.destroy());
  far.on('close', () => void (isSlow ? sleep(DELAY_MS).then(() => near.destroy()) : near.destroy()));
}
