const { TestEnvironment } = require('jest-environment-jsdom');

/**
 * jsdom, with what every Chromium has and jsdom lacks, lent by Node; and with what a station needs of Node, since the
 * whole of it runs behind the page in the same process.
 */
class ScreenEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { structuredClone, TextEncoder, TextDecoder, Response, Request, Headers, fetch });
    Object.assign(this.global, { setImmediate, clearImmediate, AbortSignal, AbortController, Uint8Array });
  }
}

module.exports = ScreenEnvironment;
