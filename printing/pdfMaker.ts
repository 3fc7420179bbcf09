import { Worker } from 'node:worker_threads';
import type { PaperFonts } from './documentPdf.ts';
import type { Letter } from './letter.ts';
import type { Slip } from './slip.ts';

/** Makes the PDF of a slip or a letter. `madeAt` (ms) is the date that the file bears. */
export type PdfMaker = (document: Slip | Letter, madeAt: number) => Promise<Uint8Array>;

/** What goes to the worker and comes back. */
export type PdfOrder = { order: number; document: Slip | Letter; madeAt: number };
export type PdfAnswer = { order: number; bytes: Uint8Array } | { order: number; wrong: string };

/** A thread that made nothing for so long ends: what makes PDFs takes tens of megabytes. */
const IDLE_MS = 20_000;

/**
 * Makes PDFs in a thread of their own, so that nobody at the counter waits for one. The thread is started for the first
 * PDF and ends a while after the last; without work it keeps no program running.
 * @param program file of the built `pdfWorker`
 * @param idleMs how long a thread without work stays
 */
export function pdfMaker(program: string, fonts: PaperFonts, idleMs = IDLE_MS): PdfMaker {
  let thread: PdfThread | null = null;
  return (document, madeAt) => {
    if (!thread?.isOpen) thread = new PdfThread(program, fonts, idleMs);
    return thread.make(document, madeAt);
  };
}

type Waiting = { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void };

class PdfThread {
  isOpen = true;
  readonly #worker: Worker;
  readonly #idleMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #orders = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(program: string, fonts: PaperFonts, idleMs: number) {
    this.#idleMs = idleMs;
    this.#worker = new Worker(program, { workerData: fonts, execArgv: [] });
    this.#worker.on('message', (answer: PdfAnswer) => this.#answered(answer));
    this.#worker.on('error', (error) => this.#ended(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', (code) => this.#ended(new Error(`the thread that makes PDFs ended with ${code}`)));
  }

  make(document: Slip | Letter, madeAt: number): Promise<Uint8Array> {
    clearTimeout(this.#idle);
    this.#worker.ref();
    this.#orders += 1;
    const order = this.#orders;
    return new Promise((resolve, reject) => {
      this.#waiting.set(order, { resolve, reject });
      this.#worker.postMessage({ order, document, madeAt } satisfies PdfOrder);
    });
  }

  #answered(answer: PdfAnswer): void {
    const waiting = this.#waiting.get(answer.order);
    this.#waiting.delete(answer.order);
    if ('bytes' in answer) waiting?.resolve(answer.bytes);
    else waiting?.reject(new Error(answer.wrong));
    if (this.#waiting.size > 0) return;
    this.#worker.unref();
    this.#idle = setTimeout(() => this.#close(), this.#idleMs).unref();
  }

  #close(): void {
    this.isOpen = false;
    void this.#worker.terminate();
  }

  #ended(error: Error): void {
    this.isOpen = false;
    clearTimeout(this.#idle);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
