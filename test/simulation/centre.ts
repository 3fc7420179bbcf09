import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { SQL } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { LedgerDb } from '#db/ledger/database';
import { migrate } from '#db/ledger/migrate';
import { overPglite } from '#db/ledger/openEmbedded';
import { newVerifier } from '#main/chain/pin';
import type { LedgerContext } from '#main/ledger/context';
import { issueEnrolmentToken } from '#main/ledger/issueEnrolmentToken';
import { ledgerDoor } from '#main/ledger/startLedger';
import type { Chance } from '../support/chance.ts';
import { BLANK_DATABASE, loadText } from '../support/ledger.ts';
import { DISTRICT, theDistrict } from './district.ts';
import type { Message } from './line.ts';

/** The ledger of a simulation: one database, and the services in front of it. */
export type Centre = {
  context: LedgerContext;
  /** What it logged as a fault of its own. */
  faults: string[];
  /** A one-time code with which an install becomes a station of a series. */
  enrolmentCode(series: string): Promise<string>;
  /** Brings a message to one of the services, chosen by a number, and answers what that says. */
  deliver(message: Message, chosen: number): Promise<Response>;
  /** One service dies where it stands and another takes its place. What it had not committed is gone. */
  killService(chosen: number): void;
  /** Keeps a copy of the database, and brings the copy of before back: what was committed since is gone. */
  backUp(): Promise<void>;
  restore(): Promise<boolean>;
  /** Rows of a query as the owner sees them. */
  rows<Row>(query: string): Promise<Row[]>;
  close(): Promise<void>;
};

const ADMIN_TOKEN = 'administrator'.padEnd(40, '.');

/** Packed once: a database whose schema is made, and nothing in it. */
let packed: Promise<Blob> | null = null;

async function migrated(): Promise<Blob> {
  const blank = BLANK_DATABASE !== null && existsSync(BLANK_DATABASE) ? new Blob([readFileSync(BLANK_DATABASE)]) : null;
  const pglite = await PGlite.create(blank === null ? {} : { loadDataDir: blank });
  await migrate(await overPglite(pglite), 0);
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  return dump;
}

/** Starts the ledger with the district loaded. */
export async function startCentre(services: number, now: () => number, chance: Chance): Promise<Centre> {
  packed ??= migrated();
  let pglite = await PGlite.create({ loadDataDir: await packed });
  let copy: Blob | null = null;
  const faults: string[] = [];
  const context: LedgerContext = {
    db: await overPglite(pglite),
    ...{ training: false, now, random: chance.bytes },
    verifierOf: (pin) => newVerifier(pin, (bytes) => Buffer.from(pin.padEnd(bytes, '.'))),
    log: { info: () => {}, error: (what, facts) => faults.push(`${what} ${JSON.stringify(facts ?? {})}`) },
  };
  await loadText(context, theDistrict());
  const spool = mkdtempSync(join(tmpdir(), 'counterfoil-simulated-'));
  const serve = () => service(context, { adminToken: ADMIN_TOKEN, spool });
  const running = Array.from({ length: services }, serve);
  return {
    ...{ context, faults },
    enrolmentCode: async (series) => (await issueEnrolmentToken(context, { series, district: DISTRICT })).token,
    deliver: (message, chosen) => asked((running[chosen % services] as Service).door, message),
    killService(chosen) {
      (running[chosen % services] as Service).life.isAlive = false;
      running[chosen % services] = serve();
    },
    async backUp() {
      copy = await pglite.dumpDataDir('none');
    },
    async restore() {
      if (copy === null) return false;
      for (const { life } of running) life.isAlive = false;
      await pglite.close();
      pglite = await PGlite.create({ loadDataDir: copy });
      context.db = await overPglite(pglite);
      for (const place of running.keys()) running[place] = serve();
      return true;
    },
    rows: async <Row>(query: string) => (await pglite.query<Row>(query)).rows,
    async close() {
      for (const { door } of running) await door.close();
      await pglite.close();
    },
  };
}

type Service = { door: FastifyInstance; life: { isAlive: boolean } };

/** A service that asks the database nothing any more once it is dead: what it had begun there is rolled back. */
function service(context: LedgerContext, settings: { adminToken: string; spool: string }): Service {
  const life = { isAlive: true };
  const mustLive = () => {
    if (!life.isAlive) throw new Error('this service is dead');
  };
  const { db } = context;
  const mortal: LedgerDb = {
    ...db,
    inDistrict: (district, access, work) =>
      db.inDistrict(district, access, async (tx) => {
        mustLive();
        const done = await work({
          async rows<Row>(query: SQL) {
            mustLive();
            return tx.rows<Row>(query);
          },
          async run(statement) {
            mustLive();
            return tx.run(statement);
          },
        });
        mustLive();
        return done;
      }),
  };
  const log = {
    info: () => {},
    error: (what: string, facts?: Record<string, unknown>) => life.isAlive && context.log.error(what, facts),
  };
  const door = ledgerDoor(Promise.resolve({ ...context, db: mortal, log }), { ...settings, log });
  return { door, life };
}

async function asked(door: FastifyInstance, { method, path, headers, body }: Message): Promise<Response> {
  const answered = await door.inject({
    method: method as 'GET' | 'POST',
    url: path,
    headers,
    ...(body === undefined ? {} : { payload: body }),
  });
  const told = new Headers();
  for (const [name, value] of Object.entries(answered.headers)) told.set(name, String(value));
  return new Response(new Uint8Array(answered.rawPayload), { status: answered.statusCode, headers: told });
}
