import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { Answer, Door } from '#contract/answer';
import { sentenceOf } from '#domain/refusal';
import { ANNOUNCE, CALL, PAGE_ORIGIN } from './channels.ts';

/** Relays what one window's page says to its door, and what the door announces to that page. Nothing is decided here. */
export function relay(door: Door, contents: WebContents): void {
  ipcMain.handle(CALL, (event, name: unknown, input: unknown): Promise<Answer<unknown>> => {
    if (isOwnPage(event, contents)) return door.call(String(name), input);
    return Promise.resolve({ ok: false, refusal: foreign() });
  });
  const silence = door.listen((announcement) => contents.send(ANNOUNCE, announcement));
  contents.once('destroyed', () => {
    silence();
    ipcMain.removeHandler(CALL);
  });
}

/** Only the top frame of our own window, while it shows our own page. */
function isOwnPage(event: IpcMainInvokeEvent, contents: WebContents): boolean {
  const frame = event.senderFrame;
  return event.sender === contents && frame !== null && frame === contents.mainFrame && frame.origin === PAGE_ORIGIN;
}

function foreign() {
  return { code: 'foreign_request', facts: {}, sentence: sentenceOf('foreign_request', {}) } as const;
}
