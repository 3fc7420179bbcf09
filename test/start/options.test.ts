import { startOptions, unusedFlags } from '#main/start/options';

const USUAL = {
  web: false,
  folder: null,
  port: 0,
  open: true,
  ledgerUrl: null,
  enrolToken: null,
  printerAddress: null,
  twin: null,
  trust: { authority: null, certificate: null, key: null },
};

test('no flags: a training station in a window, no questions asked', () => {
  expect(startOptions([])).toEqual(USUAL);
});

test('every flag', () => {
  const flags =
    '--web --data here --port 8080 --no-open --ledger https://l:1 --enrol q.abcdefgh --printer 192.168.1.40:9100 --twin /mnt/second --ledger-ca a.pem --station-cert c.pem --station-key k.pem';
  expect(startOptions(flags.split(' '))).toEqual({
    web: true,
    folder: 'here',
    port: 8080,
    open: false,
    ledgerUrl: 'https://l:1',
    enrolToken: 'q.abcdefgh',
    printerAddress: '192.168.1.40:9100',
    twin: '/mnt/second',
    trust: { authority: 'a.pem', certificate: 'c.pem', key: 'k.pem' },
  });
  expect(startOptions(['--port=0', '--data=x y'])).toEqual({ ...USUAL, folder: 'x y' });
});

test.each([
  [['--colour'], 'There is no flag --colour. The flags are --web, --data DIR,'],
  [['-w'], 'There is no flag -w.'],
  [['--constructor'], 'There is no flag --constructor.'],
  [['here'], 'here is not a flag.'],
  [['--data'], '--data needs a value.'],
  [['--data', ''], '--data needs a value.'],
  [['--data='], '--data needs a value.'],
  [['--data', '--web'], '--data needs a value.'],
  [['--web=yes'], '--web takes no value.'],
  [['--port', '65536'], '--port 65536 is no port.'],
  [['--port', '80.5'], '--port 80.5 is no port.'],
  [['--ledger', 'ledger'], '--ledger ledger is no address.'],
  [['--ledger', 'file:///etc'], '--ledger file:///etc is no address.'],
  [['--ledger', 'https://l:1', '--enrol', 'garbage'], '--enrol garbage is no enrolment token.'],
  [['--ledger', 'ledger:7420'], '--ledger ledger:7420 is no address. Write it like https://ledger.example:7420.'],
  [['--ledger', 'http://192.168.1.9:7420'], '--ledger http://192.168.1.9:7420 can be read by others on the way.'],
  [['--enrol', 'abc'], '--enrol needs the ledger that gave the token.'],
  [['--printer', '192.168.1.40'], '--printer 192.168.1.40 is no printer'],
])('%j is refused in one sentence', (flags, beginning) => {
  const read = startOptions(flags);
  expect('wrong' in read ? read.wrong : '').toMatch(/\.$/);
  expect('wrong' in read ? read.wrong.slice(0, beginning.length) : '').toBe(beginning);
});

test('what a second start on a running folder cannot use is named', () => {
  const options = startOptions(['--web', '--no-open', '--port', '7400', '--printer', '10.0.0.9:9100']);
  if ('wrong' in options) throw new Error(options.wrong);
  expect(unusedFlags(options)).toEqual(['--port', '--printer']);
  expect(unusedFlags({ ...options, port: 0, printerAddress: null })).toEqual([]);
});
