import { renameSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { flagsOf, run, stop } from '#main/program';
import { isReadByOthers } from '#main/tls/trust';
import { nodeHost } from '#main/web/host';
import { confirmed, type Witness } from './confirm.ts';
import { mustBeFree, recoverStation, unfinishedFolder } from './recoverStation.ts';

const HOW =
  'Use: npm run recover -- --twin FILE --data FOLDER --ledger URL --enrol TOKEN, with the twin.jsonl of the lost workstation and a new folder.';

const { values } = flagsOf(
  {
    options: {
      twin: { type: 'string' },
      data: { type: 'string' },
      ledger: { type: 'string' },
      enrol: { type: 'string' },
    },
  },
  HOW,
);
const { twin, data, ledger, enrol: token } = values;
if (twin === undefined || data === undefined || ledger === undefined || token === undefined) stop(HOW);
if (!URL.canParse(ledger) || isReadByOthers(ledger))
  stop(`--ledger ${ledger} is no safe address. Give the https address.`);
const folder = resolve(data);

void run(recovered, { place: folder, address: ledger });

async function recovered(): Promise<void> {
  const lost = { twin: resolve(String(twin)), ledger: String(ledger), token: String(token) };
  mustBeFree(folder, lost);
  const unfinished = unfinishedFolder(folder);
  const host = nodeHost({
    ...{ dataFolder: unfinished, twinPath: null, twinWorker: '', checkWorker: null, ledgerUrl: lost.ledger },
    ...{ printerAddress: null, trainingPins: null, fetch: (input, init) => fetch(input, init) },
    makePdf: () => Promise.reject(new Error('nobody asks for a PDF here')),
  });
  const { series, epoch, entries } = await recoverStation(host, lost);
  process.stderr.write(`${entries} entries are put back. A supervisor confirms that ${series} goes on here.\n`);
  const { name } = await confirmed(host, terminal());
  renameSync(unfinished, folder);
  process.stderr.write(`Confirmed by ${name}. Start it with: npm start -- --data ${folder}\n`);
  process.stdout.write(`${JSON.stringify({ series, epoch, entries, data: folder })}\n`);
  process.exit(0);
}

/** Asks at the terminal, or reads two lines; a PIN is not shown. */
function terminal(): () => Promise<Witness> {
  let isShown = true;
  const output = new Writable({
    write(chunk, _encoding, done) {
      if (isShown) process.stderr.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY });
  const told = lines[Symbol.asyncIterator]();
  const ask = async (what: string) => {
    process.stderr.write(what);
    const { value, done } = await told.next();
    if (done) stop('Nobody confirmed it, so nothing can be taken there yet. Run this again with a supervisor.');
    return value.trim();
  };
  return async () => {
    isShown = true;
    const person = await ask('Supervisor, as at sign-in: ');
    isShown = false;
    const pin = await ask('PIN: ');
    process.stderr.write('\n');
    return { person, pin };
  };
}
