import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { logTo } from '#main/log';
import { flagsOf, run, stop } from '#main/program';
import { certificateIn, isReadByOthers, proofIn } from '#main/tls/trust';
import { PlainTrouble, troubleInWords } from '#main/trouble';
import { tryPort } from '#main/tryPort';
import { adminTokenOf, checkAdminToken } from '../adminToken.ts';
import type { LedgerStore } from '../openStore.ts';
import { type LedgerTls, startLedger } from '../startLedger.ts';
import { type FolderHold, takeFolder } from '../takeFolder.ts';

const USAGE =
  'npm run ledger -- [--port N] [--host ADDRESS] [--data DIR] [--training] [--tls-cert FILE --tls-key FILE [--tls-client-ca FILE]] [--behind-proxy]   (DATABASE_URL, DATABASE_OWNER_URL, LEDGER_ADMIN_TOKEN)';

const { values } = flagsOf(
  {
    options: {
      port: { type: 'string', default: '7420' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: 'data/ledger' },
      training: { type: 'boolean', default: false },
      'tls-cert': { type: 'string' },
      'tls-key': { type: 'string' },
      'tls-client-ca': { type: 'string' },
      'behind-proxy': { type: 'boolean', default: false },
    },
  },
  USAGE,
);

const data = resolve(String(values.data));
const said = { place: '--data', port: '--port', address: '--host' };

void run(serve, { place: data, said });

/** Begun from the blank database that the build packed beside this program; there is none where it runs from its sources. */
function embedded(): LedgerStore {
  const blank = join(import.meta.dirname, 'blank-database.tar.gz');
  return { kind: 'embedded', folder: join(data, 'postgres'), blank: existsSync(blank) ? blank : null };
}

function addressIn(name: 'DATABASE_URL' | 'DATABASE_OWNER_URL'): string | undefined {
  const address = process.env[name];
  if (address !== undefined && !/^postgres(ql)?:\/\/./.test(address))
    stop(`${name} is no address of a PostgreSQL server. Write it like postgres://owner@db.example/counterfoil.`);
  return address;
}

/** What is said of https. Plain http is for this machine, or for a proxy that others speak https to. */
function tlsAsked(): LedgerTls | null {
  const { 'tls-cert': certificate, 'tls-key': key, 'tls-client-ca': clients } = values;
  if (typeof certificate === 'string' && typeof key === 'string')
    return { ...proofIn(certificate, key), clients: typeof clients === 'string' ? certificateIn(clients) : null };
  if ([certificate, key, clients].some((one) => one !== undefined))
    stop(`--tls-cert and --tls-key belong together.\n${USAGE}`);
  const isAlone = !isReadByOthers(`http://${String(values.host).includes(':') ? `[${values.host}]` : values.host}`);
  if (!isAlone && values['behind-proxy'] !== true)
    stop(
      `On ${values.host} others could read what stations send. Give --tls-cert and --tls-key; or --behind-proxy, where a proxy in front of it speaks https.`,
    );
  return null;
}

async function serve(): Promise<void> {
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(String(values.port)) || port > 65_535) stop(`--port needs a number up to 65535.\n${USAGE}`);
  const server = addressIn('DATABASE_URL');
  const ownerUrl = addressIn('DATABASE_OWNER_URL') ?? null;
  if (server === undefined && ownerUrl !== null)
    stop('DATABASE_OWNER_URL is for migrations alone. Give DATABASE_URL, too: the address as which the service works.');
  const tls = tlsAsked();
  const hold = await beginIn(server, port);
  const ledger = await startLedger({
    store: server === undefined ? embedded() : { kind: 'server', url: server, ownerUrl },
    adminToken: adminTokenOf(process.env.LEDGER_ADMIN_TOKEN, data, randomBytes),
    training: values.training === true,
    spool: tmpdir(),
    host: String(values.host),
    tls,
    port,
    now: Date.now,
    random: randomBytes,
    log: logTo((line) => process.stderr.write(line), Date.now),
  });
  const end = once(async () => {
    await ledger.close();
    hold.release();
    process.exit(0);
  });
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // Whoever started this as its own part holds a channel to it; when that closes, nobody is left to use it.
  process.on('disconnect', end);
  await ledger.ready.catch((error: unknown) => {
    hold.release();
    // Its door listens: what is wrong now is the database.
    const words = troubleInWords(error, { place: data, said: { ...said, address: 'DATABASE_URL' } });
    throw new PlainTrouble(words, { cause: error });
  });
  process.stdout.write(`${JSON.stringify({ url: ledger.url, data })}\n`);
}

/**
 * Takes the folder for this process, once it is sure that this start comes as far as needing one: a new folder with a
 * token in it that no ledger uses is left by none that cannot have its port.
 */
async function beginIn(server: string | undefined, port: number): Promise<FolderHold> {
  const given = process.env.LEDGER_ADMIN_TOKEN;
  if (given !== undefined) checkAdminToken(given, 'LEDGER_ADMIN_TOKEN');
  const isThere = existsSync(data);
  // In a folder that is there another ledger may run, on the same port: then that is what is said.
  if (!isThere) await tryPort(port, String(values.host));
  const hold = server === undefined ? await takeFolder(data) : { release() {} };
  if (hold === null) stop(`Another ledger runs in ${data}. Stop that one or choose another folder.`);
  if (isThere) await tryPort(port, String(values.host));
  return hold;
}

function once(work: () => Promise<void>): () => void {
  let isDone = false;
  return () => {
    if (!isDone) void work();
    isDone = true;
  };
}
