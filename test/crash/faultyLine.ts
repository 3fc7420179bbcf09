import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What the line between a station and its ledger does. `reset`: every third connection is reset in the middle of the
 * request. `answer-lost`: the ledger hears and stores, its answer never arrives. `twice`: each request arrives twice.
 * `half-open`: taken and never passed on. `one-way`: passed on, and nothing comes back. `slices`: one byte at a time.
 * `delay`: 50 ms each way. `portal`: a hotel's page with 200. `wrong-json`, `giant`: an answer that is none. `flapping`:
 * there and gone. `cut`: nobody there.
 */
export const LINE_FAULTS = [
  'reset',
  'answer-lost',
  'twice',
  'half-open',
  'one-way',
  'slices',
  'delay',
  'portal',
  'wrong-json',
  'giant',
  'flapping',
  'cut',
] as const;
export type LineFault = (typeof LINE_FAULTS)[number] | 'none';

const DELAY_MS = 50;
/** No station that has something to send waits longer than this, unless its line was bad. */
const QUIET_MS = 3_000;
const FLAPS_MS = 300;
const RESET_EVERY = 3;
const GIANT_PART = Buffer.alloc(1_000_000, 0x20);

/** A loopback proxy at TCP, in front of a ledger. */
export type FaultyLine = {
  port: number;
  /** Whatever is under way breaks when the line changes. */
  become(fault: LineFault): void;
  /** Resolves when a station sends something to the ledger, or after a while in which none did. */
  nextRequest(): Promise<void>;
  close(): void;
};

/** @param to port of the ledger */
export async function faultyLine(to: number): Promise<FaultyLine> {
  let fault: LineFault = 'none';
  let connections = 0;
  const open = new Set<Socket>();
  const waiting: (() => void)[] = [];
  const hold = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => open.delete(socket));
    return socket;
  };
  const server = createServer((station) => {
    connections += 1;
    hold(station);
    station.on('data', () => {
      for (const tell of waiting.splice(0)) tell();
    });
    carry(station, () => hold(connect(to, '127.0.0.1')), faultNow(fault, connections));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the line has no port');
  const breakAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    become(next) {
      fault = next;
      breakAll();
    },
    nextRequest: () => Promise.race([new Promise<void>((resolve) => waiting.push(resolve)), sleep(QUIET_MS)]),
    close() {
      breakAll();
      server.close();
    },
  };
}

function faultNow(fault: LineFault, connections: number): LineFault {
  if (fault === 'flapping') return Math.floor(Date.now() / FLAPS_MS) % 2 === 0 ? 'none' : 'cut';
  return fault === 'reset' && connections % RESET_EVERY !== 0 ? 'none' : fault;
}

function carry(station: Socket, dial: () => Socket, fault: LineFault): void {
  if (fault === 'cut') station.resetAndDestroy();
  else if (fault === 'half-open') station.resume();
  else if (fault === 'portal') answerOnce(station, 'text/html', '<html>Welcome. Please accept our terms.</html>');
  else if (fault === 'wrong-json') answerOnce(station, 'application/json', '{"outcome":"created","head":{"epoch":1}}');
  else if (fault === 'giant') void answerWithoutEnd(station);
  else passOn(station, dial(), dial, fault);
}

function passOn(station: Socket, ledger: Socket, dial: () => Socket, fault: LineFault): void {
  const heard: Buffer[] = [];
  station.on('data', (bytes) => {
    heard.push(bytes);
    if (fault === 'reset') return void station.resetAndDestroy();
    if (fault === 'slices') return void sliceBySlice(station, ledger, bytes);
    if (fault === 'delay') return void sleep(DELAY_MS).then(() => ledger.write(bytes));
    ledger.write(bytes);
  });
  ledger.on('data', (bytes) => {
    if (fault === 'one-way') return;
    if (fault === 'answer-lost') return void station.resetAndDestroy();
    // The same once more, on a line of its own, as if somebody on the way had repeated it.
    if (fault === 'twice') {
      const again = dial();
      for (const part of heard.splice(0)) again.write(part);
      again.on('data', () => again.end());
    }
    if (fault === 'delay') return void sleep(DELAY_MS).then(() => station.write(bytes));
    station.write(bytes);
  });
  station.on('close', () => ledger.destroy());
  ledger.on('close', () => station.destroy());
}

async function sliceBySlice(station: Socket, ledger: Socket, bytes: Buffer): Promise<void> {
  station.pause();
  ledger.setNoDelay(true);
  for (const byte of bytes) {
    ledger.write(Buffer.of(byte));
    await new Promise((resolve) => setImmediate(resolve));
  }
  station.resume();
}

function answerOnce(station: Socket, type: string, body: string): void {
  station.once('data', () =>
    station.end(
      `HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    ),
  );
}

async function answerWithoutEnd(station: Socket): Promise<void> {
  await once(station, 'data').catch(() => {});
  station.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n');
  while (!station.destroyed) if (!station.write(GIANT_PART)) await once(station, 'drain').catch(() => {});
}
