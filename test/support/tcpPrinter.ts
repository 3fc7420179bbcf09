import { createServer, type Server, type Socket } from 'node:net';
import { type ReadEvent, readEscpos } from './escposReader.ts';

/**
 * How the printer behaves. `slow` reads 50 bytes a second; `hang` takes the connection and never reads; `deaf` says it
 * is ready and then reads no more; `garbage` answers with what no printer says; `drops` closes in the middle of a slip;
 * `runs_out` has no paper from the tenth row on.
 */
export type TcpPrinterMode =
  | 'ready'
  | 'slow'
  | 'hang'
  | 'deaf'
  | 'no_paper'
  | 'cover_open'
  | 'garbage'
  | 'drops'
  | 'runs_out';

/** A printer for tests behind a real socket: it reads ESC/POS and answers as a TM printer does. */
export type TcpPrinter = {
  host: string;
  port: number;
  mode: TcpPrinterMode;
  /** What was read since the start, over all connections. */
  events(): ReadEvent[];
  /** How many slips were cut. */
  slips(): number;
  close(): Promise<void>;
};

const STATUS: Readonly<Record<'ready' | 'no_paper' | 'cover_open', Readonly<Record<number, number>>>> = {
  ready: { 1: 0x12, 2: 0x12, 4: 0x12 },
  no_paper: { 1: 0x1a, 2: 0x32, 4: 0x72 },
  cover_open: { 1: 0x1a, 2: 0x16, 4: 0x12 },
};

const CHUNK_MS = 20;

/** Starts one on a free port of the loopback address. */
export async function tcpPrinter(mode: TcpPrinterMode = 'ready'): Promise<TcpPrinter> {
  const sockets = new Set<Socket>();
  const done: ReadEvent[] = [];
  const printer = { host: '127.0.0.1', port: 0, mode };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    serve(socket, printer, done);
  });
  await listening(server);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the printer has no port');
  return Object.assign(printer, {
    port: address.port,
    events: () => [...done],
    slips: () => done.filter((event) => event.event === 'cut').length,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}

/** A port on which nobody listens: a printer that is switched off. */
export async function closedPort(): Promise<number> {
  const printer = await tcpPrinter();
  await printer.close();
  return printer.port;
}

function serve(socket: Socket, printer: { mode: TcpPrinterMode }, done: ReadEvent[]): void {
  let bytes = Buffer.alloc(0);
  let seen = 0;
  const work = (more: Buffer) => {
    bytes = Buffer.concat([bytes, more]);
    const { events } = readEscpos(bytes);
    for (const event of events.slice(seen)) {
      if (!react(socket, printer, event, done)) return;
      seen += 1;
    }
  };
  if (printer.mode === 'hang') return void socket.pause();
  if (printer.mode !== 'slow') return void socket.on('data', work);
  const timer = setInterval(() => {
    const chunk: Buffer | null = socket.read(1) ?? null;
    if (chunk) work(chunk);
  }, CHUNK_MS);
  socket.on('readable', () => {});
  socket.on('close', () => clearInterval(timer));
}

/** Does what a command asks. False when the printer does nothing more on this connection. */
function react(socket: Socket, printer: { mode: TcpPrinterMode }, event: ReadEvent, done: ReadEvent[]): boolean {
  const { mode } = printer;
  if (event.event === 'asked') {
    if (mode === 'garbage') socket.write('HTTP/1.1 400 Bad Request\r\n\r\n');
    else if (event.by === 'GS r') socket.write(Buffer.of(0));
    else
      socket.write(Buffer.of(STATUS[mode === 'no_paper' || mode === 'cover_open' ? mode : 'ready'][event.what] ?? 0));
    return true;
  }
  if (mode === 'deaf') return false;
  const rows = done.filter((other) => other.event === 'row').length;
  if (rows >= 10 && mode === 'drops') socket.destroy();
  if (rows >= 10 && (mode === 'drops' || mode === 'runs_out')) return false;
  done.push(event);
  return true;
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
}
