import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { PAGE_HEADERS, pageFile } from '#main/pageFiles';
import { PAGE_ORIGIN, SCHEME } from './channels.ts';

/** Makes the page's scheme like https in the browser's eyes. Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page under its own scheme, with the headers that every host sends. */
export function servePage(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const { protocol: scheme, host, pathname } = new URL(request.url);
    const found = request.method === 'GET' && `${scheme}//${host}` === PAGE_ORIGIN ? pageFile(folder, pathname) : null;
    const bytes = found && (await readFile(found.file).catch(() => null));
    if (!found || !bytes) return new Response(null, { status: 404, headers: PAGE_HEADERS });
    return new Response(new Uint8Array(bytes), { headers: { ...PAGE_HEADERS, 'Content-Type': found.type } });
  });
}
