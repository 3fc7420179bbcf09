import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#main/start/freePort';
import { startPostgres } from '#test/support/postgres';
import { newFolder, removeFolder } from './benchStation.ts';
import { connect } from './ledgerTables.ts';
import { type Measure, percentile, rounded, took } from './measures.ts';
import { databaseAt, enrolmentToken, loadSample, startLedger, undoing } from './realLedger.ts';
import { build, npmStart, type StartedStation } from './startedStation.ts';

const ACCOUNTS = 200_000;
const LIMIT_MB = 250;
const ASK_EVERY_MS = 20;

/**
 * The memory of a station while 200,000 accounts come down to it, how long that takes, and how long somebody who asks it
 * something meanwhile has to wait.
 */
export function feed(): Promise<Measure> {
  return undoing(async (later) => {
    const folder = later(newFolder(), removeFolder);
    const cluster = later(await startPostgres(), (it) => it.stop());
    const admin = later(await connect(cluster.url), (it) => it.end());
    await admin.query('CREATE DATABASE ours');
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    later(await startLedger(databaseAt(cluster.url, 'ours'), port), (it) => it.end());
    await loadSample(url, folder, ACCOUNTS);
    build();
    const from = performance.now();
    const station = later(await npmStart(url, `${folder}/station`, '--enrol', await enrolmentToken(url)), (it) =>
      it.end(),
    );
    const waits = await waitsUntilRead(station);
    const { most } = station.memory();
    return {
      measure: 'feed_200k',
      ours: rounded(most),
      limit: LIMIT_MB,
      unit: 'MB',
      seconds: rounded((performance.now() - from) / 1_000),
      answered_p99_ms: rounded(percentile(waits, 99)),
      answered_slowest_ms: rounded(Math.max(...waits)),
    };
  });
}

/** Asks again and again until all accounts are there; how long each answer took, in milliseconds. */
async function waitsUntilRead(station: StartedStation): Promise<number[]> {
  const waits: number[] = [];
  for (let isRead = false; !isRead; ) {
    const ask = async () => {
      isRead = (await station.ask('station', {})).sync.accountsAsOf > 0;
    };
    waits.push(await took(ask));
    await sleep(ASK_EVERY_MS);
  }
  return waits;
}
