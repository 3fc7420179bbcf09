import { createServer } from 'node:net';

/**
 * Takes a port for a moment, so that one that cannot be had is known before anything is written.
 * @param port 0 for any free one
 * @throws what `listen` throws, such as EADDRINUSE for a port that is taken
 */
export function tryPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}
