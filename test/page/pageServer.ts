import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Door } from '#contract/answer';
import { PAGE_HEADERS, pageFile } from '#main/pageFiles';

/** The built page at a door of one's own, for pictures: with the headers of the real hosts, and nothing of their guards. */
export async function servePage(folder: string, door: Door): Promise<{ url: string; close(): void }> {
  const server: Server = createServer((request, response) => {
    answer(folder, door, request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(folder: string, door: Door, request: IncomingMessage, response: ServerResponse) {
  const path = request.url ?? '/';
  if (path === '/listen') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': open\n\n');
    const stop = door.listen((announcement) => response.write(`data: ${JSON.stringify(announcement)}\n\n`));
    request.on('close', stop);
    return;
  }
  if (path.startsWith('/call/')) {
    let body = '';
    for await (const part of request) body += part;
    const value = await door.call(path.slice('/call/'.length), JSON.parse(body));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(value));
    return;
  }
  const file = pageFile(folder, path);
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  const content = await readFile(file.file);
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': file.type });
  response.end(content);
}
