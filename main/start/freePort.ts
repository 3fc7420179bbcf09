import { type AddressInfo, createServer } from 'node:net';

/** A port of the loopback address that is free now. Known beforehand, a station need not wait for what will answer there. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
