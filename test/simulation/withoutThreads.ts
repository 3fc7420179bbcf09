import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import zlib from 'node:zlib';
import type { TestClock } from '../support/clock.ts';

/** The same few people sign in over and over: what takes its time on purpose is done once. */
const hashed = new Map<string, Buffer>();

/**
 * What Node does on threads of its own comes back whenever the machine likes. Here it is done at once and answered in the
 * next turn, so that a seed alone decides what happens in which order. To be called before anything of the product is
 * loaded, which keeps what it imported.
 */
export function withoutThreads(): void {
  zlib.gzip = ((bytes: zlib.InputType, options: zlib.ZlibOptions, done: (error: null, packed: Buffer) => void) => {
    const packed = zlib.gzipSync(bytes, options);
    setImmediate(done, null, packed);
  }) as typeof zlib.gzip;
  crypto.scrypt = ((
    password: string,
    salt: Buffer,
    length: number,
    options: crypto.ScryptOptions,
    done: (error: null, key: Buffer) => void,
  ) => {
    const name = [password, salt.toString('hex'), length, options.N].join(' ');
    const key = hashed.get(name) ?? crypto.scryptSync(password, salt, length, options);
    hashed.set(name, key);
    setImmediate(done, null, key);
  }) as typeof crypto.scrypt;
  syncBuiltinESMExports();
}

/** Lets patience with the network end by a clock that is made up. */
export function patienceBy(clock: TestClock): void {
  AbortSignal.timeout = (milliseconds) => {
    const ending = new AbortController();
    clock.later(milliseconds, () => ending.abort(new DOMException('no answer in time', 'TimeoutError')));
    return ending.signal;
  };
}
