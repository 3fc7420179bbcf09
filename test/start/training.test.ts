import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Door } from '#contract/answer';
import { refuse } from '#domain/refusal';
import type { Host } from '#main/host';
import type { StartOptions } from '#main/start/options';
import { ledgerFolder, type Plan, sampleFolder } from '#main/start/plan';
import { runStation, type Surroundings } from '#main/start/run';

let folder: string;
let happened: string[];
let host: Host | undefined;
let state: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-training-'));
  happened = [];
  state = 'waiting';
});
afterEach(() => rmSync(folder, { recursive: true }));

const OPTIONS: StartOptions = {
  web: true,
  folder: null,
  port: 0,
  open: false,
  ledgerUrl: null,
  enrolToken: null,
  printerAddress: null,
  twin: null,
  trust: { authority: null, certificate: null, key: null },
};
const PEOPLE = [{ person: 'mae', name: 'Mae Okafor', role: 'cashier', firstPin: '1234' }];

const door: Door = {
  async call(name, input) {
    happened.push(`${name} ${JSON.stringify(input)}`);
    if (name === 'station') return { ok: true, value: { state } };
    state = 'empty';
    return { ok: true, value: { series: 'T1', epoch: 1 } };
  },
  listen: () => () => {},
};

function around(other: Partial<Surroundings> = {}): Surroundings {
  return {
    host(choices) {
      host = {
        now: () => Date.UTC(2026, 10, 23, 20),
        ...choices,
        log: { info() {}, error: (what: string) => happened.push(`log: ${what}`) },
      } as unknown as Host;
      return host;
    },
    built: '/built',
    createApp: () => ({
      connect: () => door,
      close: async () => {
        happened.push('app closed');
      },
    }),
    startLedger(flags) {
      happened.push(`ledger ${flags.slice(0, 3).join(' ')}`);
      writeFileSync(join(ledgerFolder(folder), 'admin-token'), 'the administrator\n');
      return {
        ready: Promise.resolve({ url: `http://127.0.0.1:${flags[4]}` }),
        stop: async () => {
          happened.push('ledger stopped');
        },
      };
    },
    office: {
      load: async (to, files) => {
        happened.push(`load ${to.token}: ${Object.keys(files).join(' ')}`);
      },
      enrolmentToken: async (to, series) => {
        happened.push(`token ${to.token}: ${series}`);
        return 'enrolment-token';
      },
    },
    async writeSample(to) {
      happened.push('sample');
      const files = { district: join(to, 'district.json'), accounts: 'a', charges: 'c', bars: 'b', barsFunds: 'f' };
      mkdirSync(to, { recursive: true });
      writeFileSync(files.district, JSON.stringify({ people: PEOPLE }));
      return files;
    },
    say: (sentence) => happened.push(`said: ${sentence}`),
    ...other,
  };
}

const training = (): Plan => ({ folder, kind: 'training' });

test('the first run of a training station: ledger, sample, load, enrolment, behind the first screen', async () => {
  const running = await runStation(OPTIONS, training(), around());
  expect(happened).not.toContain('sample');
  expect(host?.trainingPins).toEqual(new Map());
  await running.settled;
  expect(happened).toEqual([
    `ledger --training --data ${ledgerFolder(folder)}`,
    'station {}',
    'sample',
    'load the administrator: district accounts charges bars barsFunds',
    'token the administrator: T1',
    `enrolStation {"ledger":"${host?.ledgerUrl}","token":"enrolment-token"}`,
  ]);
  expect(host?.ledgerUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(host?.trainingPins).toEqual(new Map([['mae', '1234']]));
});

test('the next run knows its PINs at once and loads nothing', async () => {
  await (await runStation(OPTIONS, training(), around())).settled;
  happened = [];
  const running = await runStation(OPTIONS, training(), around());
  expect(host?.trainingPins).toEqual(new Map([['mae', '1234']]));
  await running.settled;
  expect(happened).toEqual([`ledger --training --data ${ledgerFolder(folder)}`, 'station {}']);
});

test('bug: a first run that was cut off says so once, and is done again', async () => {
  const office = { ...around().office, enrolmentToken: () => Promise.reject(new Error('cut off')) };
  await (await runStation(OPTIONS, training(), around({ office }))).settled;
  expect(happened.slice(-1)).toEqual([
    'said: The station runs, but it could not be made ready. Something went wrong that this program has no words for. Run it again with --debug, and ask for help.',
  ]);
  await (await runStation(OPTIONS, training(), around())).settled;
  expect(happened.at(-1)).toMatch(/^enrolStation/);
});

test('the app closes before its ledger, so that it can send until then', async () => {
  const running = await runStation(OPTIONS, training(), around());
  await running.settled;
  happened = [];
  await running.close();
  expect(happened).toEqual(['app closed', 'ledger stopped']);
});

test('a station that ends before it was ready says nothing of it and asks nothing more', async () => {
  let isReady: (to: { url: string }) => void = () => {};
  const startLedger: Surroundings['startLedger'] = () => ({
    ready: new Promise((resolve) => {
      isReady = resolve;
    }),
    stop: async () => isReady({ url: 'http://127.0.0.1:1' }),
  });
  const running = await runStation(OPTIONS, training(), around({ startLedger }));
  await running.close();
  await running.settled;
  expect(happened).toEqual(['app closed']);
});

test('an app that cannot open starts no ledger', async () => {
  const createApp = () => {
    throw new Error('the database does not write synchronously');
  };
  await expect(runStation(OPTIONS, training(), around({ createApp }))).rejects.toThrow('synchronously');
  expect(happened).toEqual([]);
});

describe('a station of a ledger', () => {
  const plan = (): Plan => ({ folder, kind: 'station' });
  const asked = { ...OPTIONS, ledgerUrl: 'http://l:1', enrolToken: 'a-token' };

  test('enrols through its door and has no ledger, sample or PINs of its own', async () => {
    await (await runStation(asked, plan(), around())).settled;
    expect(happened).toEqual(['station {}', 'enrolStation {"ledger":"http://l:1","token":"a-token"}']);
    expect(host).toMatchObject({ ledgerUrl: 'http://l:1', trainingPins: null });
  });

  test('that is enrolled leaves the token unused and says so', async () => {
    state = 'ready';
    await (await runStation(asked, plan(), around())).settled;
    expect(happened).toEqual([
      'station {}',
      'said: This station is enrolled already, so the enrolment token was not used.',
    ]);
  });

  test('without a token uses the enrolment it has', async () => {
    await (await runStation({ ...OPTIONS, ledgerUrl: 'http://l:1' }, plan(), around())).settled;
    expect(happened).toEqual([]);
  });

  test('a refused token is told by the refusal’s own sentence', async () => {
    const refusing: Door = {
      listen: () => () => {},
      async call(name) {
        if (name === 'station') return { ok: true, value: { state } };
        try {
          return refuse('enrolment_refused');
        } catch (error) {
          const sentence = error instanceof Error ? error.message : '';
          return { ok: false, refusal: { code: 'enrolment_refused', facts: {}, sentence } };
        }
      },
    };
    const createApp = () => ({ connect: () => refusing, close: async () => {} });
    await (await runStation(asked, plan(), around({ createApp }))).settled;
    expect(happened.at(-1)).toBe(
      'said: The station runs, but it could not be made ready. The ledger does not know this enrolment token. Check it letter by letter, or ask finance for a new one.',
    );
  });
});

test('the sample lies inside the data folder', () => {
  expect(sampleFolder(folder).startsWith(folder)).toBe(true);
});
