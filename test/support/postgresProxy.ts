import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A loopback way to a database server that can break at its COMMIT. */
export type PostgresProxy = {
  url: string;
  /**
   * Breaks the connection at the next COMMIT, once: `before` it reaches the server, or `after` the server has
   * answered, whose answer is lost.
   */
  breakAtCommit(when: 'before' | 'after'): void;
  /** How often it broke one. */
  broken(): number;
  close(): Promise<void>;
};

/** Stands between a service and the server at `url`. */
export async function postgresProxy(url: string): Promise<PostgresProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let armed: 'before' | 'after' | null = null;
  let broken = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    const end = () => {
      near.destroy();
      far.destroy();
    };
    near.on('close', end);
    far.on('close', end);
    let isDeaf = false;
    near.on('data', (bytes) => {
      const how = armed !== null && bytes.includes('COMMIT\0') ? armed : null;
      if (how !== null) {
        armed = null;
        broken += 1;
      }
      if (how === 'before') return end();
      if (how === 'after') isDeaf = true;
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      // It has answered by now, so what it was to commit is committed.
      if (isDeaf) return end();
      near.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    breakAtCommit(when) {
      armed = when;
    },
    broken: () => broken,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
