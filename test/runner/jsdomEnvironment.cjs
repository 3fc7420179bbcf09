const { TestEnvironment } = require('jest-environment-jsdom');

/** jsdom, with what every Chromium has and jsdom lacks, lent by Node. */
class ScreenEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { structuredClone, TextEncoder, TextDecoder });
  }
}

module.exports = ScreenEnvironment;
